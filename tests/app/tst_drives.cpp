// SPDX-License-Identifier: Apache-2.0
// Drives that are plugged in, as a mount table and as udisks2 tell of them, and what is copied from and to
// them. Drives are folders here; udisks2 is a stand-in on a private bus.
#include "app/drives/checksum_file.h"
#include "app/drives/drive_folder.h"
#include "app/drives/model_import.h"
#include "app/drives/mounted_drives.h"
#include "app/drives/udisks_drives.h"
#include "tests/support/built_in_model.h"
#include "tests/support/full_disk.h"
#include "tests/support/verify_result.h"

#include <QCryptographicHash>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVirtualObject>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <filesystem>

using namespace nanocap;
using namespace nanocap::drives;

namespace {

using Interfaces = QMap<QString, QVariantMap>;
using Objects = QMap<QDBusObjectPath, Interfaces>;

/// Stands in for udisks2: lists what the test says and mounts one folder.
class FakeUdisks : public QDBusVirtualObject
{
public:
    Objects objects;
    QString mountsAt, refusal;
    QStringList mounted;

    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& connection) override
    {
        if (message.member() == QLatin1String("GetManagedObjects"))
            return connection.send(message.createReply(QVariant::fromValue(objects)));
        if (message.member() != QLatin1String("Mount"))
            return false;
        mounted << message.path();
        return connection.send(
            refusal.isEmpty()
                ? message.createReply(mountsAt)
                : message.createErrorReply(QStringLiteral("org.freedesktop.UDisks2.Error.") + refusal,
                                           QStringLiteral("refused by the test")));
    }
};

QVariantMap block(const QString& label, const char* drive)
{
    return {{"IdLabel", label}, {"Drive", QVariant::fromValue(QDBusObjectPath(QLatin1String(drive)))}};
}

QString said(const Failure& failure)
{
    return QString::fromStdString(failure.message.text());
}

} // namespace

Q_DECLARE_METATYPE(Interfaces)
Q_DECLARE_METATYPE(Objects)

class TestDrives : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::string m_stick, m_models;

    void write(const std::string& path, const QByteArray& bytes) const
    {
        QDir().mkpath(QFileInfo(QString::fromStdString(path)).path());
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QByteArray bytesOf(const std::string& path) const
    {
        QFile file(QString::fromStdString(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QByteArray sumOf(const std::string& path) const
    {
        return QCryptographicHash::hash(bytesOf(path), QCryptographicHash::Sha256).toHex();
    }
    QStringList inModels() const
    {
        return QDir(QString::fromStdString(m_models)).entryList(QDir::Files | QDir::Hidden);
    }
    /// A checkpoint on the stick.
    std::string model(const char* name = "cards.pth") const
    {
        const std::string path = m_stick + "/" + name;
        write(path, bytesOf(tests::builtInModel()));
        return path;
    }
    template <class T> T onAThread(const std::function<T()>& work) const
    {
        std::optional<T> result;
        std::unique_ptr<QThread> thread(QThread::create([&] { result = work(); }));
        thread->start();
        while (!thread->wait(1))
            QCoreApplication::processEvents(); // the stand-in answers here
        return *result;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_stick = m_dir->filePath("stick").toStdString();
        m_models = m_dir->filePath("data/models").toStdString();
        QDir().mkpath(QString::fromStdString(m_stick));
    }

    void whatIsMountedUnderMediaOrOnARemovableDeviceIsADrive()
    {
        const QString devices = m_dir->filePath("sys");
        write(devices.toStdString() + "/8:1/removable", "0\n");
        write(devices.toStdString() + "/8:33/removable", "1\n");
        const QString mounts = m_dir->filePath("mountinfo");
        write(mounts.toStdString(), "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
                                    "30 22 8:17 / /run/media/kiosk/MY\\040STICK rw - vfat /dev/sdb1 rw\n"
                                    "31 22 8:33 / /mnt/card rw - exfat /dev/sdc1 rw\n"
                                    "32 22 8:49 / /media/K\\303\\226\\134x rw - ntfs3 /dev/sdd1 rw\n"
                                    "33 22 0:5 / /mediathek rw - tmpfs tmpfs rw\n"
                                    "34 22 8:17 / /run/media/kiosk/MY\\040STICK rw - vfat /dev/sdb1 rw\n"
                                    "broken line\n");
        MountedDrives drives({mounts, devices});
        const auto found = drives.find();
        VERIFY_RESULT(found);
        QStringList names;
        for (const Drive& drive : *found)
            names << drive.name + " " + drive.folder;
        QCOMPARE(names, QStringList({"K\u00D6\\x /media/K\u00D6\\x", "MY STICK /run/media/kiosk/MY STICK",
                                     "card /mnt/card"}));
        QCOMPARE(*drives.folderOf(found->front()), found->front().folder);

        const auto none = MountedDrives({m_dir->filePath("nothing"), devices}).find();
        QVERIFY(!none);
        QCOMPARE(exitCodeFor(none.error()), int(ExitInput));
    }

    void udisksListsAndMounts()
    {
        const QString daemon = QStandardPaths::findExecutable("dbus-daemon");
        if (daemon.isEmpty())
            QSKIP("SKIP: there is no dbus-daemon");
        QProcess bus;
        bus.start(daemon, {"--session", "--nofork", "--print-address"});
        QVERIFY(bus.waitForStarted());
        QVERIFY(bus.waitForReadyRead());
        const QString address = QString::fromLatin1(bus.readLine()).trimmed();
        qDBusRegisterMetaType<QByteArrayList>();
        qDBusRegisterMetaType<Interfaces>();
        qDBusRegisterMetaType<Objects>();
        {
            QDBusConnection server = QDBusConnection::connectToBus(address, "server");
            QVERIFY(server.isConnected());
            UdisksDrives drives(QDBusConnection::connectToBus(address, "client"));
            const auto nobody = drives.find();
            QVERIFY(!nobody);
            QVERIFY(said(nobody.error()).contains("udisks2"));

            FakeUdisks fake;
            const QString root = "/org/freedesktop/UDisks2";
            const QVariantMap usb{
                {"Removable", true}, {"ConnectionBus", "usb"}, {"Vendor", "Maker "}, {"Model", "Stick 3"}};
            const auto filesystem = [](const QByteArrayList& at) {
                return QVariantMap{{"MountPoints", QVariant::fromValue(at)}};
            };
            fake.objects[QDBusObjectPath("/d/usb")] = {{"org.freedesktop.UDisks2.Drive", usb}};
            fake.objects[QDBusObjectPath("/d/disk")] = {
                {"org.freedesktop.UDisks2.Drive", {{"Removable", false}, {"ConnectionBus", "sata"}}}};
            fake.objects[QDBusObjectPath("/b/sdb1")] = {
                {"org.freedesktop.UDisks2.Block", block("", "/d/usb")},
                {"org.freedesktop.UDisks2.Filesystem", filesystem({})}};
            fake.objects[QDBusObjectPath("/b/sdb2")] = {
                {"org.freedesktop.UDisks2.Block", block("PHOTOS", "/d/usb")},
                {"org.freedesktop.UDisks2.Filesystem", filesystem({QByteArray("/media/PH\xD6TOS\0", 14)})}};
            fake.objects[QDBusObjectPath("/b/sdb3")] = {
                {"org.freedesktop.UDisks2.Block", block("raw", "/d/usb")}};
            fake.objects[QDBusObjectPath("/b/sda1")] = {
                {"org.freedesktop.UDisks2.Block", block("root", "/d/disk")},
                {"org.freedesktop.UDisks2.Filesystem", filesystem({QByteArray("/\0", 2)})}};
            QVERIFY(server.registerVirtualObject(root, &fake, QDBusConnection::SubPath));
            QVERIFY(server.registerVirtualObject("/b", &fake, QDBusConnection::SubPath));
            QVERIFY(server.registerService("org.freedesktop.UDisks2"));

            using Found = Result<std::vector<Drive>>;
            const Found found = onAThread<Found>([&] { return drives.find(); });
            VERIFY_RESULT(found);
            QCOMPARE(found->size(), std::size_t(2));
            QCOMPARE((*found)[0], (Drive{"/b/sdb1", "Maker Stick 3", ""}));
            QCOMPARE((*found)[1].name, "PHOTOS");
            QCOMPARE((*found)[1].folder, QString("/media/PH") + QChar(0xDCD6) + "TOS");
            QCOMPARE(*drives.folderOf((*found)[1]), (*found)[1].folder);
            QVERIFY(fake.mounted.isEmpty());

            using Folder = Result<QString>;
            fake.mountsAt = "/run/media/kiosk/STICK";
            const Folder folder = onAThread<Folder>([&] { return drives.folderOf((*found)[0]); });
            VERIFY_RESULT(folder);
            QCOMPARE(*folder, fake.mountsAt);
            QCOMPARE(fake.mounted, QStringList("/b/sdb1"));

            fake.refusal = "NotAuthorized";
            const Folder forbidden = onAThread<Folder>([&] { return drives.folderOf((*found)[0]); });
            QVERIFY(!forbidden);
            QVERIFY(said(forbidden.error()).contains("This user may not mount Maker Stick 3."));
            fake.refusal = "Failed";
            const Folder broken = onAThread<Folder>([&] { return drives.folderOf((*found)[0]); });
            QVERIFY(!broken);
            QVERIFY(said(broken.error()).contains("refused by the test"));
        }
        QDBusConnection::disconnectFromBus("client");
        QDBusConnection::disconnectFromBus("server");
        bus.terminate();
        bus.waitForFinished();
    }

    void modelsAreFoundTwoFoldersDeepAndLinksAreNot()
    {
        for (const char* name : {"a.pth", "sub/b.pt", "sub/deeper/c.pth.tar", "sub/deeper/than/d.pth",
                                 "notes.txt", ".hidden.pth", ".trash/e.pth"})
            write(m_stick + "/" + name, "x");
        std::filesystem::create_symlink("/etc/passwd", m_stick + "/f.pth");
        const auto found = modelsOn(m_stick);
        VERIFY_RESULT(found);
        QStringList names;
        for (const ModelFile& file : *found)
            names << QString::fromStdString(file.name);
        QCOMPARE(names, QStringList({"a.pth", "b.pt", "c.pth.tar"}));
        QCOMPARE(found->front().bytes, Bytes(1));
        const auto gone = modelsOn(m_stick + "/not there");
        QVERIFY(!gone);
        QVERIFY(said(gone.error()).contains("pulled out"));
    }

    void theSumBesideAFileIsReadAsSha256sumWritesIt()
    {
        const std::string sum(64, 'a'), other(64, 'b'), file = m_stick + "/m.pth";
        QVERIFY(!*expectedSum(file));
        const QByteArray a = QByteArray::fromStdString(sum), b = QByteArray::fromStdString(other);
        for (const QByteArray& good :
             {a, a + "\n", a + "  m.pth\n", a + " *m.pth\r\n", a.toUpper() + "  /else/where/m.pth\n",
              b + "  n.pth\n" + a + "  m.pth\n", a + "  old-name.pth\n"}) {
            write(file + ".sha256", good);
            const auto read = expectedSum(file);
            VERIFY_RESULT(read);
            QVERIFY2(*read && **read == sum, good.constData());
        }
        for (const QByteArray& bad : {QByteArray(), QByteArray("hello"), a.left(63), a + "f", a + a,
                                      b + "  n.pth\n" + b + "  o.pth\n"}) {
            write(file + ".sha256", bad);
            QVERIFY2(!expectedSum(file), bad.constData());
        }
    }

    void aModelWithItsSumIsCopiedAndChecked()
    {
        const std::string from = model();
        write(from + ".sha256", sumOf(from) + "  cards.pth\n");
        Bytes last;
        int steps = 0;
        const auto copied = importModel(from, m_models, [&](Bytes done, Bytes all) {
            ++steps;
            last = done;
            return done <= all;
        });
        VERIFY_RESULT(copied);
        QVERIFY((*copied)->checked && !(*copied)->replaces && !(*copied)->isThere);
        QCOMPARE(last.count(), qint64(bytesOf(from).size()));
        QVERIFY(steps > 2);
        QCOMPARE(inModels(), QStringList("cards.pth.nanocap-part"));
        VERIFY_RESULT((*copied)->keep());
        QCOMPARE(inModels(), QStringList("cards.pth"));
        QCOMPARE(bytesOf(m_models + "/cards.pth"), bytesOf(from));
    }

    void withoutASumItIsShownAndNothingStaysUntilItIsKept()
    {
        const std::string from = model();
        {
            const auto copied = importModel(from, m_models, {});
            VERIFY_RESULT(copied);
            QVERIFY(!(*copied)->checked);
            QCOMPARE(QByteArray::fromStdString((*copied)->sum), sumOf(from));
        }
        QCOMPARE(inModels(), QStringList());
    }

    void aModelThatIsThereIsToldFromOneThatWouldBeReplaced()
    {
        const std::string from = model();
        VERIFY_RESULT((*importModel(from, m_models, {}))->keep());
        QVERIFY((*importModel(from, m_models, {}))->isThere);
        write(m_models + "/cards.pth", "another");
        const auto copied = importModel(from, m_models, {});
        QVERIFY((*copied)->replaces && !(*copied)->isThere);
        QCOMPARE(bytesOf(m_models + "/cards.pth"), "another");
    }

    void aWrongSumAndAFileThatIsNoModelAreRefusedAndLeaveNothing()
    {
        const std::string from = model();
        write(from + ".sha256", QByteArray(64, '0') + "  cards.pth\n");
        const auto wrong = importModel(from, m_models, {});
        QVERIFY(!wrong);
        QVERIFY(said(wrong.error()).contains(QString::fromLatin1(sumOf(from))));
        QCOMPARE(inModels(), QStringList());

        write(m_stick + "/notes.pth", "these are notes");
        const auto notes = importModel(m_stick + "/notes.pth", m_models, {});
        QVERIFY(!notes);
        QCOMPARE(notes.error().failureClass, FailureClass::Checkpoint);
        QVERIFY(!said(notes.error()).contains("nanocap-part"));
        QCOMPARE(inModels(), QStringList());

        std::filesystem::create_symlink(tests::builtInModel(), m_stick + "/link.pth");
        QVERIFY(!importModel(m_stick + "/link.pth", m_models, {}));
        QVERIFY(!importModel(m_stick, m_models, {}));
        QCOMPARE(inModels(), QStringList());
    }

    void aStickPulledOutDuringTheCopyIsSaidAndLeavesNothing()
    {
        const std::string from = model();
        const auto copied = importModel(from, m_models, [&](Bytes done, Bytes) {
            if (done > Bytes::fromMegabytes(1))
                std::filesystem::resize_file(from, 0);
            return true;
        });
        QVERIFY(!copied);
        QVERIFY(said(copied.error()).contains("Was the drive pulled out?"));
        QCOMPARE(exitCodeFor(copied.error()), int(ExitInput));
        QCOMPARE(inModels(), QStringList());
        QVERIFY(said(importModel(m_stick + "/gone.pth", m_models, {}).error()).contains("pulled out"));
    }

    void givingUpLeavesNothing()
    {
        const auto copied =
            importModel(model(), m_models, [](Bytes done, Bytes) { return done < Bytes::fromMegabytes(1); });
        QVERIFY(!copied);
        QCOMPARE(copied.error().failureClass, FailureClass::Cancelled);
        QCOMPARE(inModels(), QStringList());
    }

    void aFileThatDoesNotFitIsRefusedBeforeItIsCopiedWithBothNumbers()
    {
        const std::string from = m_stick + "/huge.pth";
        write(from, "PK\3\4");
        // A file with a hole: larger than any disk has room, and no byte of it is read.
        std::filesystem::resize_file(from, std::uintmax_t(8) << 40);
        const auto copied = importModel(from, m_models, [](Bytes, Bytes) {
            qFatal("it was copied");
            return false;
        });
        QVERIFY(!copied);
        QVERIFY2(said(copied.error()).contains("it needs 8388624 MB, and "),
                 qPrintable(said(copied.error())));
        QVERIFY(said(copied.error()).contains(" MB are free in "));
        QCOMPARE(inModels(), QStringList());
    }

    void aDiskThatFillsUpMeanwhileIsSaidAndLeavesNothing()
    {
        const std::string from = model();
        Result<std::shared_ptr<PendingModel>> copied = fail(Failure());
        {
            const tests::FullDisk full(1'500'000);
            copied = importModel(from, m_models, {});
        }
        QVERIFY(!copied);
        QVERIFY2(said(copied.error()).contains("cannot be written"), qPrintable(said(copied.error())));
        QCOMPARE(inModels(), QStringList());
    }

    void whatAnEarlierLifeLeftBehindIsTakenAway()
    {
        write(m_models + "/a.pth.nanocap-part", "half");
        write(m_models + "/b.pth", "whole");
        removeLeftovers(m_models);
        QCOMPARE(inModels(), QStringList("b.pth"));
        removeLeftovers(m_models + "/not there");
    }

    void filesAreWrittenOntoADriveOrNotAtAll()
    {
        const auto made = writeFiles(m_stick, "report", {{"a.txt", "one"}, {"b.txt", "two"}});
        VERIFY_RESULT(made);
        QCOMPARE(*made, m_stick + "/report");
        QCOMPARE(bytesOf(m_stick + "/report/b.txt"), "two");
        const auto read = filesOf(m_stick + "/report");
        VERIFY_RESULT(read);
        QCOMPARE(read->size(), std::size_t(2));

        Result<std::string> full = std::string();
        {
            const tests::FullDisk disk(10);
            full = writeFiles(m_stick, "full", {{"a.txt", "short"}, {"b.txt", std::string(100, 'x')}});
        }
        QVERIFY(!full);
        QVERIFY(!QDir(QString::fromStdString(m_stick + "/full")).exists());
        QVERIFY(!writeFiles(m_stick + "/gone", "report", {{"a.txt", "one"}}));
    }
};

QTEST_GUILESS_MAIN(TestDrives)
#include "tst_drives.moc"
