// SPDX-License-Identifier: Apache-2.0
// MountedDrives: drives that the system has mounted by itself (a desktop, a udev rule with systemd-mount):
// file systems under /media and /run/media, and those on a device that calls itself removable.
#pragma once

#include "app/drives/drive_finder.h"

#include <QStringList>

namespace nanocap::drives {

/// Where that is read.
struct MountPlaces
{
    QString mounts = QStringLiteral("/proc/self/mountinfo"); ///< proc(5)
    QString devices = QStringLiteral("/sys/dev/block");      ///< MAJOR:MINOR of each block device
    QStringList roots = {QStringLiteral("/media"), QStringLiteral("/run/media")};
};

class MountedDrives : public DriveFinder
{
public:
    explicit MountedDrives(MountPlaces places = {}) : m_places(std::move(places)) {}
    Result<std::vector<Drive>> find() override;
    Result<QString> folderOf(const Drive& drive) override;

private:
    bool isRemovable(const QString& device) const;

    MountPlaces m_places;
};

} // namespace nanocap::drives
