// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/settings_link.h"
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
        QCOMPARE(behaviourOf(settings, options).floor->minimum, Bytes::fromMegabytes(800));
        options.floor = load::Floor::automaticFloor();
        QVERIFY(behaviourOf(settings, options).floor->automatic);
        QVERIFY(!behaviourOf(Settings(), Options()).floor);

        options.modelFolders = {"/of/command/line"};
        QCOMPARE(behaviourOf(settings, options).folders.extra,
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
        settings.panelInches = 7;
        QCOMPARE(looksOf(settings, {}), (ui::Looks{"ko", ui::ThemeKind::Light, ui::TextSize::Largest, 7}));
    }

    void onlyWhatThePersonChangesIsKept()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("settings.json");
        SettingsStore store(path);
        Options options;
        options.language = QStringLiteral("ko");
        options.theme = QStringLiteral("light");
        Program program({});
        ui::Looks looks = looksOf(store.values(), options);
        program.window.setLooks(looks);
        keepSettings(program, store);
        looks.textSize = ui::TextSize::Largest;
        Q_EMIT program.window.looksChanged(looks);
        Q_EMIT program.source.chosen("cards:");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(file.readAll()).object(),
                 QJsonObject({{"text_size", 2}, {"source", "cards:"}}));
        looks.language = QStringLiteral("en");
        Q_EMIT program.window.looksChanged(looks);
        QCOMPARE(store.values().language, "en");
        QCOMPARE(store.values().theme, Settings().theme);
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
