// SPDX-License-Identifier: Apache-2.0
// Ten rows by every fault, through the window: it stays, names row and cause, the next load works, no engine
// is left. NANOCAP_FULL=1 runs every cell; otherwise each fault at every third row, and each row with at
// least one fault.
#include "core/session/load_session.h"
#include "tests/support/built_in_model.h"
#include "tests/support/whole_window.h"
#include "ui/pages/failure_page.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <set>

using namespace nanocap;

namespace {

constexpr int patience = 120'000;

struct FaultKind
{
    const char* name;
    const char* hold;      ///< appended to NANOCAP_TEST_HOLD=ROW
    int signalFromOutside; ///< sent to the held engine, 0 = none
    const char* code;
};
constexpr FaultKind faults[] = {
    {"SIGKILL", "", SIGKILL, "KILLED"},
    {"SIGSEGV", ":segv", 0, "SIGSEGV"},
    {"SIGABRT", ":abort", 0, "SIGABRT"},
    {"SIGBUS", ":bus", 0, "SIGBUS"},
    {"SIGILL", ":ill", 0, "SIGILL"},
    {"SIGSTOP", "", SIGSTOP, "HANG"},
    {"allocation refused", ":alloc", 0, "MEMORY"},
};

QList<qint64> engines()
{
    QList<qint64> pids;
    for (const QString& entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile status(QStringLiteral("/proc/%1/status").arg(entry));
        if (!status.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = status.readAll();
        if (text.startsWith("Name:\tnanocap-engine\n") && !text.contains("\nState:\tZ") &&
            text.contains("\nPPid:\t" + QByteArray::number(QCoreApplication::applicationPid()) + "\n"))
            pids << entry.toLongLong();
    }
    return pids;
}

} // namespace

class TestFaultMatrix : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("NANOCAP_STATE_DIR", m_state.path().toUtf8());
        qputenv("NANOCAP_ENGINE", NANOCAP_BIN_DIR "/nanocap-engine");
    }

    void theWindowOutlivesTheEngine_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("fault");
        const bool full = qEnvironmentVariableIsSet("NANOCAP_FULL");
        for (int fault = 0; fault < int(std::size(faults)); ++fault)
            for (int row = 0; row < int(rowCount); ++row) {
                const bool sampled =
                    (row + fault) % 3 == 0 && !(faults[fault].signalFromOutside == SIGSTOP && row % 2);
                if (full || sampled)
                    QTest::addRow("%s at %s", faults[fault].name, codeOf(allRows[std::size_t(row)]).data())
                        << row << fault;
            }
    }
    void theWindowOutlivesTheEngine()
    {
        QFETCH(int, row);
        QFETCH(int, fault);
        const Row where = allRows[std::size_t(row)];
        const FaultKind& kind = faults[fault];
        qputenv("NANOCAP_TEST_HOLD", QByteArray(codeOf(where).data()) + kind.hold);

        tests::WholeWindow w(tests::builtInModel());
        QSignalSpy live(&w.captions, &app::CaptionFlow::captioned);
        QSignalSpy started(&w.service, &worker::ModelService::engineStarted);
        w.catalog.refresh();
        if (kind.signalFromOutside) {
            QTRY_VERIFY_WITH_TIMEOUT(int(w.loads.rowsStarted.size()) > row && started.count() == 1, patience);
            // Row CLASS starts the process itself: it is there, and stays there, once it sleeps in its hold.
            ::kill(pid_t(started.at(0).at(0).toLongLong()), kind.signalFromOutside);
        }
        QTRY_COMPARE_WITH_TIMEOUT(w.window.pageName(), QStringLiteral("failure"), patience);
        qunsetenv("NANOCAP_TEST_HOLD");
        QVERIFY(w.load.lastLoad());
        const load::LoadReport* report = &w.load.lastLoad()->report;
        QVERIFY(report->failure);
        QCOMPARE(QString::fromStdString(report->failure->code), QString::fromLatin1(kind.code));
        QCOMPARE(report->failure->row, std::optional(where));
        auto* page = w.page<ui::FailurePage>();
        QVERIFY(page && page->isVisible());
        QVERIFY(page->code().contains(QString::fromLatin1(kind.code)));
        QVERIFY(!page->explanation().isEmpty());
        QVERIFY(engines().isEmpty());

        w.load.retry(load::Floor::automaticFloor());
        QTRY_VERIFY_WITH_TIMEOUT(live.count() >= 1, patience);
        QCOMPARE(w.window.pageName(), QStringLiteral("live"));
    }

    void aFileTruncatedWhileItIsReadIsNamed_data()
    {
        QTest::addColumn<int>("row");
        for (int row = 0; row < int(rowCount); ++row)
            QTest::addRow("at %s", codeOf(allRows[std::size_t(row)]).data()) << row;
    }
    void aFileTruncatedWhileItIsReadIsNamed()
    {
        QFETCH(int, row);
        const Row where = allRows[std::size_t(row)];
        if (where == Row::Class)
            return; // n/a: until CLASS has validated the file there is nothing to differ from; it is simply
                    // TRUNCATED
        const tests::ModelCopy copy("fault-matrix");
        session::LoadIntent intent;
        intent.card.id = "copy";
        intent.card.path = copy.path();
        intent.floor = load::Floor::automaticFloor();
        session::LoadSession::Observer observer;
        observer.loading = [&](const load::LoadEvent& event) {
            load::on(event, [&](const load::RowStarted& started) {
                if (started.row == where)
                    copy.truncate();
            });
        };
        const engine::CancelToken cancel;
        session::LoadSession session(intent, observer, cancel);
        const auto report = session.load();
        if (where == Row::Cleanup) { // n/a: every weight has been read by then, nothing can be missed
            QVERIFY(report.succeeded());
            return;
        }
        QVERIFY(report.failure);
        QCOMPARE(QString::fromStdString(report.failure->code), QStringLiteral("CHANGED"));
        // The file is read in two rows only: it is noticed there.
        QCOMPARE(report.failure->row,
                 std::optional(where == Row::Checkpoint ? Row::Checkpoint : Row::Weights));
        QVERIFY(engines().isEmpty());
    }

private:
    QTemporaryDir m_state;
};

QTEST_MAIN(TestFaultMatrix)
#include "tst_fault_matrix.moc"
