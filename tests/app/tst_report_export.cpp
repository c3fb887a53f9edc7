// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/report_export.h"
#include "core/journal/journal.h"
#include "tests/gui/stage.h"
#include "tests/support/verify_result.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace nanocap;

class TestReportExport : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_state;

    static QByteArray bytesOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QString failureOf(const Result<QString>& result)
    {
        return result ? QString() : QString::fromStdString(result.error().message.text());
    }
    static QImage timeline()
    {
        QImage image(1200, 500, QImage::Format_RGB32);
        image.fill(Qt::black);
        return image;
    }

private Q_SLOTS:
    void init()
    {
        m_state = std::make_unique<QTemporaryDir>();
        qputenv("NANOCAP_STATE_DIR", m_state->path().toUtf8());
    }

    void aFailedLoadIsThereWithItsRowsNumbersAndTheRecorder()
    {
        journal::Journal().write("row", {{"row", "WEIGHTS"}, {"model", "fox"}});
        const auto folder = app::exportReport(gui_test::killedReport(), timeline());
        VERIFY_RESULT(folder);
        QVERIFY(folder->startsWith(m_state->filePath("reports/")));
        QCOMPARE(QDir(*folder).entryList(QDir::Files),
                 QStringList({"report.json", "report.txt", "timeline.png"}));

        const auto object = QJsonDocument::fromJson(bytesOf(*folder + "/report.json")).object();
        QCOMPARE(object["load"].toObject()["rows"].toArray().size(), 10);
        QCOMPARE(object["failure"].toObject()["code"].toString(), "OOM_KILLED");
        QCOMPARE(object["version"].toString(), NANOCAP_VERSION);
        QVERIFY(!object["system"].toString().isEmpty() && !object["kernel"].toString().isEmpty());

        const QString text = QString::fromUtf8(bytesOf(*folder + "/report.txt"));
        for (const char* part : {"WEIGHTS", "OOM_KILLED", "Flight recorder", "model=fox", "Memory: "})
            QVERIFY2(text.contains(QLatin1String(part)), part);
        QCOMPARE(QImage(*folder + "/timeline.png").size(), QSize(1200, 500));
    }

    void noCaptionAndNoPictureIsInIt()
    {
        const std::vector<std::pair<std::string, float>> words = {
            {"a", 0.9f}, {"zebra", 0.8f}, {"on", 0.9f}, {"parade", 0.7f}};
        gui_test::Stage stage;
        stage.showLive(ui::SourceState::On);
        stage.say(gui_test::caption(words));
        journal::Journal().write("caption", {{"model", "fox"}});
        stage.showDetails(gui_test::successReport());
        Q_EMIT stage.page<ui::DetailsPage>()->reportRequested();
        const QDir reports(m_state->filePath("reports"));
        QCOMPARE(reports.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
        const QString folder = reports.filePath(reports.entryList(QDir::Dirs | QDir::NoDotAndDotDot).first());
        QCOMPARE(QDir(folder).entryList(QDir::Files),
                 QStringList({"report.json", "report.txt", "timeline.png"}));
        for (const char* file : {"/report.json", "/report.txt"})
            QVERIFY2(!bytesOf(folder + file).contains("zebra"), file);
        QVERIFY(!QJsonDocument::fromJson(bytesOf(folder + "/report.json")).object().contains("captions"));
    }

    void beforeAnyLoadItTellsOfTheMachine()
    {
        const auto folder = app::exportReport(std::nullopt, timeline());
        VERIFY_RESULT(folder);
        QVERIFY(bytesOf(*folder + "/report.txt").contains("No model was loaded since the program started."));
        QCOMPARE(QJsonDocument::fromJson(bytesOf(*folder + "/report.json")).object()["schema"].toInt(), 1);
    }

    void aFolderThatTakesNoFileIsNamed()
    {
        QFile inTheWay(m_state->filePath("reports"));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto folder = app::exportReport(gui_test::successReport(), timeline());
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, std::string("IO"));
        QCOMPARE(exitCodeFor(folder.error()), int(ExitInput));
        const QString message = failureOf(folder);
        QVERIFY2(message.startsWith("The file " + m_state->filePath("reports/")) &&
                     message.contains("/report.json cannot be written: "),
                 qPrintable(message));
    }
};

QTEST_MAIN(TestReportExport)
#include "tst_report_export.moc"
