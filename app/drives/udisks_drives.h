// SPDX-License-Identifier: Apache-2.0
// UdisksDrives: drives as udisks2 knows them, over D-Bus; mounts what is not mounted yet.
#pragma once

#include "app/drives/drive_finder.h"

#include <QDBusConnection>

namespace nanocap::drives {

class UdisksDrives : public DriveFinder
{
public:
    explicit UdisksDrives(const QDBusConnection& bus = QDBusConnection::systemBus()) : m_bus(bus) {}
    Result<std::vector<Drive>> find() override;
    Result<QString> folderOf(const Drive& drive) override;

private:
    QDBusConnection m_bus;
};

} // namespace nanocap::drives
