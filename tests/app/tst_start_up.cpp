// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/start_up.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace nanocap;
using namespace nanocap::app;

class TestStartUp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCommandLineWinsOverTheSettings()
    {
        Settings settings;
        settings.floor = load::Floor{Bytes::fromMegabytes(800)};
        settings.modelFolders = QStringList{"/of/settings"};
        Options options;
        QCOMPARE(floorOf(settings, options)->minimum, Bytes::fromMegabytes(800));
        options.floor = load::Floor::automaticFloor();
        QVERIFY(floorOf(settings, options)->automatic);
        QVERIFY(!floorOf(Settings(), Options()));

        options.modelFolders = {"/of/command/line"};
        QCOMPARE(foldersOf(settings, options).extra,
                 (std::vector<std::string>{"/of/command/line", "/of/settings"}));
    }

    void theCameraIsTurnedAsTheSettingsSay()
    {
        Settings settings;
        settings.flip = true;
        for (const auto& [set, turned] : {std::pair(0, 0), {90, 90}, {-90, 270}, {360, 0}, {-360, 0}}) {
            settings.rotation = set;
            QCOMPARE(sourceOptionsOf(settings, {}).orientation, (sources::Orientation{turned, true}));
        }
    }

    void anUnattendedPictureWaitsForItsCaption()
    {
        Options options;
        QVERIFY(sourceOptionsOf({}, options).imageHold.count() > 0);
        options.quitAfterDone = true;
        QCOMPARE(sourceOptionsOf({}, options).imageHold.count(), 0);
    }

    void theWindowWearsTheSettings()
    {
        Settings settings;
        settings.language = QStringLiteral("ko");
        settings.theme = QStringLiteral("light");
        settings.textSize = 2;
        ui::MainWindow window;
        dress(window, settings, {});
        QCOMPARE(window.language(), "ko");
        QCOMPARE(window.themeKind(), ui::ThemeKind::Light);
        QCOMPARE(window.textSize(), ui::TextSize::Largest);
    }

    void onlyWhatThePersonChangesIsKept()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("settings.json");
        SettingsStore store(path);
        Options options;
        options.language = QStringLiteral("ko");
        options.theme = QStringLiteral("light");
        ui::MainWindow window;
        dress(window, store.values(), options);
        keepSettings(window, store);
        Q_EMIT window.textSizeChanged(ui::TextSize::Largest);
        Q_EMIT window.sourceChangeRequested("cards:");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(file.readAll()).object(),
                 QJsonObject({{"text_size", 2}, {"source", "cards:"}}));
        Q_EMIT window.languageChanged("en");
        Q_EMIT window.themeChanged(ui::ThemeKind::Light);
        QCOMPARE(store.values().language, "en");
        QCOMPARE(store.values().theme, "light");
    }

    void qtsOwnOptionsAreTakenOut()
    {
        const char* words[] = {"nanocap",    "-platform", "offscreen", "--kiosk",
                               "--platform", "xcb",       "--model",   "여우"};
        QCOMPARE(wordsOf(int(std::size(words)), const_cast<char**>(words)),
                 QStringList({"nanocap", "--kiosk", "--model", QString::fromLocal8Bit("여우")}));
    }
};

QTEST_MAIN(TestStartUp)
#include "tst_start_up.moc"
