// SPDX-License-Identifier: Apache-2.0
#include "app/settings/settings_file.h"
#include "app/settings/settings_store.h"
#include "tests/support/full_disk.h"
#include "tests/support/verify_result.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <clocale>
#include <optional>
#include <sys/stat.h>

using namespace nanocap;
using namespace nanocap::app;

namespace {

QString english(const Sentence& sentence)
{
    return QString::fromStdString(sentence.text());
}

QString messageOf(const Failure& failure)
{
    return QString::fromStdString(failure.message.text());
}

QString jsonText(const QJsonValue& value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_path;

    void write(const QByteArray& bytes) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QByteArray bytesOf(const QString& path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QJsonObject written() const { return QJsonDocument::fromJson(bytesOf(m_path)).object(); }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_home->path().toUtf8());
        m_path = Settings::path();
        QCOMPARE(m_path, m_home->filePath("nanocap/settings.json"));
    }

    void everyRowIsSound()
    {
        QStringList names;
        for (const SettingKey& key : settingKeys()) {
            QVERIFY2(!names.contains(key.name), key.name);
            names << key.name;
            QVERIFY2(key.accepts(key.byDefault), key.name);
            QVERIFY2(!key.accepts(QJsonValue::Null) && !key.accepts(QJsonObject()), key.name);
            QVERIFY2(key.meaning.parts().size() == 1 && key.meaning.text().ends_with('.'), key.name);
            QVERIFY2(key.takes().text().starts_with(key.name + std::string(" takes ")), key.name);
            QCOMPARE(settingKey(key.field), &key); // no two rows fill one field
        }
        QCOMPARE(
            names,
            QStringList(
                {"language",      "theme",         "text_size",    "source",         "minimum_available_mb",
                 "model_folders", "threads",       "panel_inches", "mirror_preview", "rotation",
                 "flip",          "default_model", "speech",       "speech_rate",    "speech_volume",
                 "mute",          "attract_after", "night",        "reduced_motion", "visitors_may"}));
    }

    void theReadmeListsEveryKeyItsDefaultAndItsMeaning()
    {
        QStringList expected;
        for (const SettingKey& key : settingKeys())
            expected << QStringLiteral("| `%1` | `%2` | %3 |")
                            .arg(key.name, jsonText(key.byDefault), english(key.meaning));
        QStringList found;
        const QString readme = QString::fromUtf8(bytesOf(NANOCAP_SOURCE_DIR "/README.md"));
        const qsizetype from = readme.indexOf(QStringLiteral("| key | default |"));
        QVERIFY2(from > 0, "README.md has no table of settings");
        for (const QString& line : readme.mid(from).split('\n').mid(2)) {
            if (!line.startsWith('|'))
                break;
            found << line;
        }
        QVERIFY2(found == expected, qPrintable("README.md should have\n" + expected.join('\n')));
    }

    void withoutAFileTheDefaultsHold()
    {
        Sentence note;
        const Settings s = Settings::read(&note);
        QCOMPARE(english(note), "");
        QCOMPARE(s.language, "");
        QCOMPARE(s.theme, "dark");
        QCOMPARE(s.textSize, 0);
        QCOMPARE(s.source, "");
        QVERIFY(!s.floor);
        QCOMPARE(s.modelFolders, QStringList());
        QCOMPARE(s.panelInches, 0.0);
        QVERIFY(s.mirrorPreview);
        QCOMPARE(s.rotation, 0);
        QVERIFY(!s.flip);
    }

    void everyKeyIsRead()
    {
        write(R"({"language": "ko", "theme": "light", "text_size": 2, "source": "video:/a b.mp4",
                  "minimum_available_mb": "800", "model_folders": ["/a", "/b c"], "panel_inches": 10.1,
                  "mirror_preview": false, "rotation": 180, "flip": true})");
        Sentence note;
        const Settings s = Settings::read(&note);
        QCOMPARE(english(note), "");
        QCOMPARE(s.language, "ko");
        QCOMPARE(s.theme, "light");
        QCOMPARE(s.textSize, 2);
        QCOMPARE(s.source, "video:/a b.mp4");
        QVERIFY(s.floor && !s.floor->automatic);
        QCOMPARE(s.floor->minimum.count(), qint64(800) << 20);
        QCOMPARE(s.modelFolders, QStringList({"/a", "/b c"}));
        QCOMPARE(s.panelInches, 10.1);
        QVERIFY(!s.mirrorPreview);
        QCOMPARE(s.rotation, 180);
        QVERIFY(s.flip);
    }

    void theFloorIsANumberATextOrAuto()
    {
        write(R"({"minimum_available_mb": 1000000})");
        QCOMPARE(Settings::read().floor->minimum.count(), qint64(1000000) << 20);
        write(R"({"minimum_available_mb": "auto"})");
        QVERIFY(Settings::read().floor->automatic);
        write(R"({"minimum_available_mb": ""})");
        QVERIFY(!Settings::read().floor);
    }

    void anOddValueIsPassedOverAndNamed_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* key, const char* value, const char* says) {
            QTest::newRow(name) << QString(key) << QByteArray(value) << QString(says);
        };
        row("a language without a translation", "language", "\"de\"",
            "language takes one of these: \"\", \"en\", \"ko\".");
        row("a theme in capitals", "theme", "\"LIGHT\"", "theme takes one of these: \"dark\", \"light\".");
        row("a size beyond the largest", "text_size", "3", "text_size takes a whole number from 0 to 2.");
        row("half a size", "text_size", "1.5", "text_size takes a whole number from 0 to 2.");
        row("a size as a text", "text_size", "\"1\"", "text_size takes a whole number from 0 to 2.");
        row("a source as a number", "source", "0", "source takes a text in quotes.");
        row("a floor below zero", "minimum_available_mb", "-1",
            "minimum_available_mb takes a number of megabytes or \"auto\".");
        row("a floor with a comma", "minimum_available_mb", "\"1,2\"",
            "minimum_available_mb takes a number of megabytes or \"auto\".");
        row("half a megabyte", "minimum_available_mb", "0.5",
            "minimum_available_mb takes a number of megabytes or \"auto\".");
        row("one folder without brackets", "model_folders", "\"/models\"",
            "model_folders takes a list of folders, [\"/first\", \"/second\"].");
        row("a number among the folders", "model_folders", "[\"/models\", 3]",
            "model_folders takes a list of folders, [\"/first\", \"/second\"].");
        row("a panel as large as a house", "panel_inches", "101",
            "panel_inches takes a number from 0 to 100.");
        row("yes in words", "mirror_preview", "\"yes\"", "mirror_preview takes true or false.");
        row("a slant", "rotation", "45", "rotation takes a multiple of 90 from -360 to 360.");
        row("one for true", "flip", "1", "flip takes true or false.");
        row("null", "flip", "null", "flip takes true or false.");
    }
    void anOddValueIsPassedOverAndNamed()
    {
        QFETCH(QString, key);
        QFETCH(QByteArray, value);
        QFETCH(QString, says);
        // A neighbour in the file is read all the same.
        const bool isTheme = key == QLatin1String("theme");
        write("{\"" + key.toUtf8() + "\": " + value +
              (isTheme ? ", \"language\": \"ko\"}" : ", \"theme\": \"light\"}"));
        const SettingsStore store;
        QCOMPARE(english(store.note()),
                 QStringLiteral("Some settings have values that cannot be used and are passed over: %1 (in "
                                "%2). %3")
                     .arg(key, m_path, says));
        const SettingKey* row = settingKey(key);
        QVERIFY(row);
        QCOMPARE(store.value(*row), row->byDefault);
        QCOMPARE(isTheme ? store.values().language : store.values().theme, QString(isTheme ? "ko" : "light"));
        QVERIFY(QFile::exists(m_path));
    }

    void numbersAreTheSameWhereAPointIsAComma()
    {
        const QLocale before;
        const std::string numeric = std::setlocale(LC_NUMERIC, nullptr);
        QLocale::setDefault(QLocale(QLocale::German));
        std::setlocale(LC_NUMERIC, "de_DE.UTF-8"); // where it is installed
        write(R"({"panel_inches": 7.5, "minimum_available_mb": 1200})");
        SettingsStore store;
        QCOMPARE(store.values().panelInches, 7.5);
        QCOMPARE(store.values().floor->minimum.count(), qint64(1200) << 20);
        VERIFY_RESULT(store.set(&Settings::panelInches, 10.1));
        QVERIFY(bytesOf(m_path).contains("\"panel_inches\": 10.1"));
        const auto refused = store.set(&Settings::panelInches, 1e9);
        QLocale::setDefault(before);
        std::setlocale(LC_NUMERIC, numeric.c_str());
        QCOMPARE(messageOf(refused.error()), "panel_inches takes a number from 0 to 100.");
    }

    void aBrokenFileIsSetAsideAndSaid_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut short") << QByteArray("{\"theme\": \"li");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("bytes of something else") << QByteArray("\x7f\x45LF\0\0\xff", 7);
        QTest::newRow("larger than any settings") << QByteArray(3 << 20, ' ') + "{}";
    }
    void aBrokenFileIsSetAsideAndSaid()
    {
        QFETCH(QByteArray, bytes);
        write(bytes);
        Sentence reading;
        QCOMPARE(Settings::read(&reading).theme, "dark");
        QVERIFY2(english(reading).startsWith("The settings in " + m_path + " cannot be read ("),
                 qPrintable(english(reading)));
        QCOMPARE(bytesOf(m_path), bytes); // a reader leaves it where it is

        SettingsStore store;
        QCOMPARE(bytesOf(m_path + ".broken"), bytes);
        QVERIFY(!QFile::exists(m_path));
        const QString note = english(store.note());
        QVERIFY2(note.startsWith("The settings could not be read (") && !note.contains("no error") &&
                     note.endsWith("They were set aside as " + m_path + ".broken; the defaults hold."),
                 qPrintable(note));
        VERIFY_RESULT(store.set("theme", "light"));
        QCOMPARE(written(), QJsonObject({{"theme", "light"}}));
        QCOMPARE(english(SettingsStore().note()), "");
    }

    void whatIsNoFileIsLeftAloneAndSaid_data()
    {
        QTest::addColumn<bool>("isPipe");
        QTest::newRow("a folder") << false;
        QTest::newRow("a pipe nobody writes to") << true;
    }
    void whatIsNoFileIsLeftAloneAndSaid()
    {
        QFETCH(bool, isPipe);
        QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
        if (isPipe)
            QCOMPARE(::mkfifo(m_path.toUtf8().constData(), 0600), 0);
        else
            QVERIFY(QDir().mkpath(m_path));
        SettingsStore store;
        QCOMPARE(english(store.note()),
                 QStringLiteral("The settings in %1 cannot be read (it is not a file). The defaults hold. "
                                "Changes are not saved until that file is mended or removed.")
                     .arg(m_path));
        const auto saved = store.set("theme", "light");
        QVERIFY(!saved);
        QCOMPARE(QString::fromStdString(saved.error().code), "IO");
        QCOMPARE(store.values().theme, "light"); // until the program ends
        QVERIFY(QFile::exists(m_path) && !QFileInfo(m_path).isFile());
    }

    void aChangeIsSavedAtOnceAndToldToWhomItConcerns()
    {
        SettingsStore store;
        QSignalSpy changed(&store, &SettingsStore::changed);
        QString themeThen;
        connect(&store, &SettingsStore::changed, &store, [&] { themeThen = store.values().theme; });
        VERIFY_RESULT(store.set("theme", "light"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toString(), "theme");
        QCOMPARE(themeThen, "light");
        QCOMPARE(SettingsStore().values().theme, "light");
        QCOMPARE(written(), QJsonObject({{"theme", "light"}}));

        VERIFY_RESULT(store.set(&Settings::theme, "light"));
        QCOMPARE(changed.size(), 1); // it was that already
        VERIFY_RESULT(store.set(&Settings::textSize, 2));
        QCOMPARE(changed.last()[0].toString(), "text_size");
        QCOMPARE(store.values().textSize, 2);
    }

    void aWrongChangeChangesNothing()
    {
        SettingsStore store;
        QSignalSpy changed(&store, &SettingsStore::changed);
        const auto odd = store.set("text_size", 3);
        QVERIFY(!odd);
        QCOMPARE(QString::fromStdString(odd.error().code), "USAGE");
        QCOMPARE(messageOf(odd.error()), "text_size takes a whole number from 0 to 2.");
        const auto unknown = store.set("colour", "red");
        QVERIFY(!unknown);
        QCOMPARE(messageOf(unknown.error()), "There is no setting \"colour\".");
        QCOMPARE(changed.size(), 0);
        QCOMPARE(store.values().textSize, 0);
        QVERIFY(!QFile::exists(m_path));
    }

    void keysOfANewerVersionAndEditsByHandStay()
    {
        write(R"({"kiosk_pin": {"hash": "x"}, "theme": "dark", "text_size": "odd"})");
        SettingsStore store;
        VERIFY_RESULT(store.set("language", "ko"));
        write(R"({"kiosk_pin": {"hash": "y"}, "theme": "light", "text_size": "odd", "language": "ko"})");
        VERIFY_RESULT(store.set("flip", true));
        QCOMPARE(written(), QJsonObject({{"kiosk_pin", QJsonObject({{"hash", "y"}})},
                                         {"theme", "light"},
                                         {"text_size", "odd"},
                                         {"language", "ko"},
                                         {"flip", true}}));
    }

    void resetBringsTheDefaultsAndKeepsForeignKeys()
    {
        write(R"({"kiosk_pin": "x", "theme": "light", "text_size": 1, "mirror_preview": true})");
        SettingsStore store;
        QSignalSpy changed(&store, &SettingsStore::changed);
        VERIFY_RESULT(store.reset());
        QCOMPARE(store.values().theme, "dark");
        QCOMPARE(store.values().textSize, 0);
        QCOMPARE(changed.size(), 2); // the mirror was at its default
        QCOMPARE(written(), QJsonObject({{"kiosk_pin", "x"}}));
    }

    void onAFullDiskTheOldFileStaysWholeAndItIsSaidOnce()
    {
        const QByteArray old = R"({"theme": "light", "model_folders": ["/a/rather/long/name"]})";
        write(old);
        SettingsStore store;
        QSignalSpy failed(&store, &SettingsStore::saveFailed);
        auto full = std::make_optional<tests::FullDisk>();
        const auto first = store.set("flip", true);
        const auto second = store.set("rotation", 90);
        full.reset();
        QVERIFY(!first && !second);
        QCOMPARE(QString::fromStdString(first.error().code), "IO");
        QCOMPARE(messageOf(first.error()),
                 QStringLiteral("The change holds for now, but it could not be saved in %1 "
                                "(File too large).")
                     .arg(m_path));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(bytesOf(m_path), old);
        QVERIFY(store.values().flip);
        VERIFY_RESULT(store.set("rotation", 180));
        QCOMPARE(written()["rotation"].toInt(), 180);
        QCOMPARE(written()["flip"].toBool(), true); // what could not be saved then is now
    }

    void aFolderThatCannotBeMadeIsNamed()
    {
        QFile inTheWay(m_home->filePath("nanocap"));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        SettingsStore store;
        const auto saved = store.set("theme", "light");
        QVERIFY(!saved);
        QVERIFY2(messageOf(saved.error()).contains(m_path), saved.error().message.text().c_str());
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
