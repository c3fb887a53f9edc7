// SPDX-License-Identifier: Apache-2.0
#include "app/drives/mounted_drives.h"

#include "core/base/path_text.h"

#include <QFile>

#include <algorithm>

namespace nanocap::drives {

namespace {

/// A blank, tab, line end or backslash in a name is written as \040 and the like.
std::string unescaped(const QByteArray& field)
{
    std::string out;
    for (qsizetype i = 0; i < field.size(); ++i) {
        bool isOctal = false;
        const int code = field[i] == '\\' ? field.mid(i + 1, 3).toInt(&isOctal, 8) : 0;
        if (isOctal && i + 3 < field.size()) {
            out.push_back(static_cast<char>(code));
            i += 3;
        } else {
            out.push_back(field[i]);
        }
    }
    return out;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

bool MountedDrives::isRemovable(const QString& device) const
{
    const QString folder = m_places.devices + QLatin1Char('/') + device;
    // A partition has no such file of its own, its disk beside it has.
    return contentOf(folder + QStringLiteral("/removable")).trimmed() == "1" ||
           contentOf(folder + QStringLiteral("/../removable")).trimmed() == "1";
}

Result<std::vector<Drive>> MountedDrives::find()
{
    QFile file(m_places.mounts);
    if (!file.open(QIODevice::ReadOnly))
        return fail(driveFailure(said("Drives", "The drives cannot be listed: %1 cannot be read (%2).")
                                     .with({m_places.mounts.toStdString(), file.errorString().toStdString()}),
                                 m_places.mounts));
    std::vector<Drive> drives;
    // 36 35 98:0 / /media/STICK rw,noatime - vfat /dev/sdb1 rw
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QList<QByteArray> fields = line.split(' ');
        if (fields.size() < 7)
            continue;
        const QString folder = pathText(unescaped(fields[4]));
        const bool isRoot =
            std::any_of(m_places.roots.begin(), m_places.roots.end(),
                        [&](const QString& root) { return folder.startsWith(root + QLatin1Char('/')); });
        if (!isRoot && !isRemovable(QString::fromLatin1(fields[2])))
            continue;
        // Mounted twice over the same folder: the last one is what one sees.
        std::erase_if(drives, [&](const Drive& known) { return known.folder == folder; });
        drives.push_back({folder, shownPath(folder.section(QLatin1Char('/'), -1)), folder});
    }
    std::sort(drives.begin(), drives.end(), [](const Drive& a, const Drive& b) { return a.name < b.name; });
    return drives;
}

Result<QString> MountedDrives::folderOf(const Drive& drive)
{
    return drive.folder;
}

} // namespace nanocap::drives
