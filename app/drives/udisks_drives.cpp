// SPDX-License-Identifier: Apache-2.0
#include "app/drives/udisks_drives.h"

#include "core/base/path_text.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QMap>
#include <QVariantMap>

#include <algorithm>

namespace nanocap::drives {

namespace {

constexpr int listMs = 5'000, mountMs = 30'000;

const QString service = QStringLiteral("org.freedesktop.UDisks2");
const QString blockName = QStringLiteral("org.freedesktop.UDisks2.Block");
const QString driveName = QStringLiteral("org.freedesktop.UDisks2.Drive");
const QString filesystemName = QStringLiteral("org.freedesktop.UDisks2.Filesystem");

using Interfaces = QMap<QString, QVariantMap>;
using Objects = QMap<QDBusObjectPath, Interfaces>;

QString mountPointOf(const QVariantMap& filesystem)
{
    // Bytes that end with a NUL, a list of them.
    const auto points = qdbus_cast<QByteArrayList>(filesystem.value(QStringLiteral("MountPoints")));
    return points.isEmpty() ? QString() : pathText(points.first().constData());
}

QString nameOf(const QVariantMap& block, const QVariantMap& drive)
{
    const QString label = block.value(QStringLiteral("IdLabel")).toString();
    const QString maker = (drive.value(QStringLiteral("Vendor")).toString() + QLatin1Char(' ') +
                           drive.value(QStringLiteral("Model")).toString())
                              .simplified();
    return label.isEmpty() ? maker : label;
}

bool isPluggedIn(const QVariantMap& block, const QVariantMap& drive)
{
    const auto yes = [](const QVariantMap& map, const char* key) {
        return map.value(QLatin1String(key)).toBool();
    };
    return !yes(block, "HintIgnore") && !yes(block, "HintSystem") &&
           (yes(drive, "Removable") || yes(drive, "MediaRemovable") ||
            drive.value(QStringLiteral("ConnectionBus")).toString() == QLatin1String("usb"));
}

Failure notAsked(const QDBusMessage& answer)
{
    return driveFailure(said("Drives", "The drives cannot be listed: udisks2 does not answer (%1).")
                            .with({answer.errorMessage().toStdString()}),
                        service);
}

} // namespace

Result<std::vector<Drive>> UdisksDrives::find()
{
    const QDBusMessage answer =
        m_bus.call(QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/UDisks2"),
                                                  QStringLiteral("org.freedesktop.DBus.ObjectManager"),
                                                  QStringLiteral("GetManagedObjects")),
                   QDBus::Block, listMs);
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty())
        return fail(notAsked(answer));
    const auto objects = qdbus_cast<Objects>(answer.arguments().first());
    std::vector<Drive> drives;
    for (auto object = objects.begin(); object != objects.end(); ++object) {
        const Interfaces& interfaces = object.value();
        if (!interfaces.contains(filesystemName))
            continue;
        const QVariantMap block = interfaces.value(blockName);
        const auto of = qdbus_cast<QDBusObjectPath>(block.value(QStringLiteral("Drive")));
        const QVariantMap drive = objects.value(of).value(driveName);
        if (isPluggedIn(block, drive))
            drives.push_back(
                {object.key().path(), nameOf(block, drive), mountPointOf(interfaces.value(filesystemName))});
    }
    std::sort(drives.begin(), drives.end(), [](const Drive& a, const Drive& b) { return a.name < b.name; });
    return drives;
}

Result<QString> UdisksDrives::folderOf(const Drive& drive)
{
    if (!drive.folder.isEmpty())
        return drive.folder;
    QDBusMessage call =
        QDBusMessage::createMethodCall(service, drive.id, filesystemName, QStringLiteral("Mount"));
    call << QVariantMap();
    const QDBusMessage answer = m_bus.call(call, QDBus::Block, mountMs);
    const QString folder = answer.arguments().value(0).toString();
    if (answer.type() == QDBusMessage::ReplyMessage && !folder.isEmpty())
        return folder;
    if (answer.errorName().contains(QLatin1String("NotAuthorized")))
        return fail(driveFailure(
            said("Drives",
                 "This user may not mount %1. Let it (polkit's rule for udisks2), or have the system "
                 "mount drives by itself.")
                .with({drive.name.toStdString()}),
            drive.name));
    return fail(driveFailure(said("Drives", "%1 cannot be mounted (%2). Pull it out and put it in again.")
                                 .with({drive.name.toStdString(), answer.errorMessage().toStdString()}),
                             drive.name));
}

} // namespace nanocap::drives
