// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/history_export.h"

#include "tests/support/verify_result.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace nanocap;
using namespace nanocap::app;

namespace {

std::deque<captions::PastCaption> history()
{
    captions::PastCaption past;
    past.caption.text = "a \"fox\", red";
    past.caption.words = {"a", "\"fox\",", "red", "<end>"};
    past.caption.probabilities = {0.8f, 0.2f, 0.8f, 0.2f}; // geometric mean 0.4
    past.thumbnail = "picture";
    past.origin = "images:/media/stick/\xED\x95\x9C";
    past.item = QStringLiteral("/media/stick/") + QChar(0xDCB1) + QStringLiteral(".png");
    past.doneMs = 58500;
    past.latencyMs = 12.34;
    past.model = QStringLiteral("flashcards-en");
    return {past};
}

/// A minute and a half after it was said, in Seoul.
const QDateTime now(QDate(2026, 3, 1), QTime(9, 0, 0), QTimeZone("Asia/Seoul"));
constexpr qint64 nowMs = 148500;

} // namespace

class TestHistoryExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void jsonHasTheNamedFields()
    {
        const QByteArray text = historyText(history(), HistoryFormat::Json, now, nowMs);
        const QJsonObject all = QJsonDocument::fromJson(text).object();
        QCOMPARE(all["schema"].toInt(), 1);
        QCOMPARE(all["captions"].toArray().size(), 1);
        const QJsonObject entry = all["captions"].toArray().first().toObject();
        QCOMPARE(entry.keys(), QStringList({"file", "latency_ms", "model", "probability", "source", "text",
                                            "time", "words"}));
        QCOMPARE(entry["time"].toString(), "2026-03-01T08:58:30.000+09:00");
        QCOMPARE(entry["text"].toString(), "a \"fox\", red");
        QVERIFY(std::abs(entry["probability"].toDouble() - 0.4) < 1e-6);
        QVERIFY(std::abs(entry["latency_ms"].toDouble() - 12.3) < 1e-6);
        QCOMPARE(entry["file"].toString(), "/media/stick/\\xB1.png");
        const QJsonObject word = entry["words"].toArray()[1].toObject();
        QCOMPARE(word["word"].toString(), "\"fox\",");
        QVERIFY(std::abs(word["probability"].toDouble() - 0.2) < 1e-6);
        QVERIFY(!text.contains("picture"));
    }

    void csvIsReadBackByItsRules()
    {
        const QString text = QString::fromUtf8(historyText(history(), HistoryFormat::Csv, now, nowMs));
        QCOMPARE(text, QString::fromUtf8("time,text,probability,latency_ms,model,source,file\r\n"
                                         "2026-03-01T08:58:30.000+09:00,\"a \"\"fox\"\", red\",0.4000,12.3,"
                                         "\"flashcards-en\",\"images:/media/stick/\xED\x95\x9C\","
                                         "\"/media/stick/\\xB1.png\"\r\n"));
    }

    void anEmptyHistoryIsAFileToo()
    {
        QCOMPARE(historyText({}, HistoryFormat::Csv, now, nowMs).count("\r\n"), 1);
        QVERIFY(QJsonDocument::fromJson(historyText({}, HistoryFormat::Json, now, nowMs))
                    .object()["captions"]
                    .isArray());
    }

    void itIsWrittenOrTheFileIsNamed()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("captions.csv");
        const auto saved = exportHistory(history(), path, HistoryFormat::Csv);
        VERIFY_RESULT(saved);
        QCOMPARE(*saved, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().startsWith("time,"));
        const auto failed =
            exportHistory(history(), folder.filePath("gone/captions.csv"), HistoryFormat::Csv);
        QVERIFY(!failed);
        QVERIFY(failed.error().message.text().find("gone/captions.csv") != std::string::npos);
        QCOMPARE(failed.error().failureClass, FailureClass::Input);
    }
};

QTEST_GUILESS_MAIN(TestHistoryExport)
#include "tst_history_export.moc"
