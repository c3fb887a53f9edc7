// SPDX-License-Identifier: Apache-2.0
// The worker thread with a real engine process: where work runs, that every request ends exactly once, that
// ends and cancels leave nothing behind.
#include "core/worker/model_service.h"
#include "core/worker/model_worker.h"
#include "tests/support/built_in_model.h"
#include "tests/support/load_log.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace nanocap;
using namespace nanocap::worker;

namespace {

constexpr int patience = 60'000; // a busy machine is no reason to fail

session::LoadIntent intent(const std::string& path = tests::builtInModel())
{
    session::LoadIntent i;
    i.card.id = "test";
    i.card.path = path;
    i.floor = load::Floor::automaticFloor();
    return i;
}

bool isAlive(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0;
}

} // namespace

class TestModelService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_state.isValid());
        qputenv("NANOCAP_STATE_DIR", m_state.path().toUtf8());
        qputenv("NANOCAP_ENGINE", NANOCAP_BIN_DIR "/nanocap-engine");
        m_picture = QImage(QString::fromStdString(tests::demonstrationCard()));
        QVERIFY(!m_picture.isNull());
    }

    void loadsAndCaptionsInTheWorkerThread()
    {
        auto slot = std::make_shared<FrameSlot>();
        QThread thread;
        auto* worker = new ModelWorker(slot, std::make_shared<Pulse>());
        worker->moveToThread(&thread);
        connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
        QList<QThread*> seen;
        connect(
            worker, &ModelWorker::loading, worker, [&] { seen << QThread::currentThread(); },
            Qt::DirectConnection);
        connect(
            worker, &ModelWorker::captionReady, worker, [&] { seen << QThread::currentThread(); },
            Qt::DirectConnection);
        QSignalSpy captions(worker, &ModelWorker::captionReady);
        thread.start();
        slot->put({m_picture});
        QMetaObject::invokeMethod(
            worker, [worker] { worker->load(1, intent(), std::make_shared<engine::CancelToken>()); });
        QTRY_VERIFY_WITH_TIMEOUT(captions.count() >= 1, patience);
        thread.quit();
        QVERIFY(thread.wait(patience));
        QVERIFY(seen.size() > int(rowCount));
        for (QThread* where : seen) {
            QCOMPARE(where, &thread);
            QVERIFY(where != QThread::currentThread());
        }
    }

    void everyRequestEndsExactlyOnce()
    {
        ModelService service;
        tests::LoadLog log(service);
        QList<RequestId> ids;
        for (int i = 0; i < 4; ++i) // each supersedes the one before
            ids << service.load(intent());
        QTRY_COMPARE_WITH_TIMEOUT(log.finished.size(), std::size_t(4), patience);
        for (int i = 0; i < 4; ++i) {
            const auto& report = log.finished[std::size_t(i)];
            QCOMPARE(log.finishedIds[std::size_t(i)], ids.at(i));
            if (i < 3)
                QCOMPARE(QString::fromStdString(report.failure.value_or(Failure()).code),
                         QStringLiteral("CANCELLED"));
            else
                QVERIFY(report.succeeded());
        }
    }

    void cancelEndsTheEngineAndTheRequest()
    {
        qputenv("NANOCAP_TEST_HOLD", "BUILD");
        ModelService service;
        QSignalSpy started(&service, &ModelService::engineStarted);
        tests::LoadLog log(service);
        service.load(intent());
        QTRY_VERIFY_WITH_TIMEOUT(log.rowsStarted.size() >= 6, patience); // up to and with BUILD
        service.cancel();
        QTRY_COMPARE_WITH_TIMEOUT(log.finished.size(), std::size_t(1), patience);
        qunsetenv("NANOCAP_TEST_HOLD");
        const auto report = log.finished[0];
        QCOMPARE(QString::fromStdString(report.failure->code), QStringLiteral("CANCELLED"));
        QVERIFY(!isAlive(started.at(0).at(0).toLongLong()));
    }

    void anIdleEngineThatIsKilledIsNoticed()
    {
        ModelService service;
        QSignalSpy started(&service, &ModelService::engineStarted),
            failed(&service, &ModelService::captionFailed);
        tests::LoadLog log(service);
        service.load(intent());
        QTRY_COMPARE_WITH_TIMEOUT(log.finished.size(), std::size_t(1), patience);
        QVERIFY(log.finished[0].succeeded());
        ::kill(static_cast<pid_t>(started.at(0).at(0).toLongLong()), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
        const auto failure = failed.at(0).at(0).value<Failure>();
        QCOMPARE(QString::fromStdString(failure.code), QStringLiteral("KILLED"));
        QVERIFY(!failure.row);
    }

    void newestFrameWins()
    {
        ModelService service;
        tests::LoadLog log(service);
        QSignalSpy ready(&service, &ModelService::captionReady);
        service.setCaptioning(false);
        service.load(intent());
        QTRY_COMPARE_WITH_TIMEOUT(log.finished.size(), std::size_t(1), patience);
        for (int i = 0; i < 5; ++i) {
            captions::Frame frame;
            frame.picture = QImage(64, 48, QImage::Format_RGB888);
            frame.picture.fill(Qt::black);
            frame.number = quint64(i);
            service.submitFrame(frame);
        }
        service.captionOnce();
        QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience);
        QCOMPARE(ready.at(0).at(0).value<captions::CaptionResult>().frame.number, quint64(4));
    }

    void unloadingEndsTheEngine()
    {
        ModelService service;
        QSignalSpy started(&service, &ModelService::engineStarted),
            unloaded(&service, &ModelService::unloaded), failed(&service, &ModelService::captionFailed);
        tests::LoadLog log(service);
        service.load(intent());
        QTRY_COMPARE_WITH_TIMEOUT(log.finished.size(), std::size_t(1), patience);
        service.unload();
        QTRY_COMPARE_WITH_TIMEOUT(unloaded.count(), 1, patience);
        QVERIFY(!isAlive(started.at(0).at(0).toLongLong()));
        QCOMPARE(failed.count(), 0);
    }

    void anEngineOfAnotherVersionOrNoneIsNamed_data()
    {
        QTest::addColumn<QByteArray>("program");
        QTest::addColumn<QString>("code");
        QTest::newRow("there is none")
            << QByteArray("/nowhere/nanocap-engine") << QStringLiteral("ENGINE_MISSING");
        QTest::newRow("it leaves at once") << QByteArray("/bin/false") << QStringLiteral("ENGINE_ERROR");
        QTest::newRow("it says something else")
            << QByteArray(NANOCAP_SOURCE_DIR "/tests/worker/other_version.py")
            << QStringLiteral("ENGINE_VERSION");
    }
    void anEngineOfAnotherVersionOrNoneIsNamed()
    {
        QFETCH(QByteArray, program);
        QFETCH(QString, code);
        qputenv("NANOCAP_ENGINE", program);
        ModelService service;
        tests::LoadLog log(service);
        service.load(intent());
        QTRY_COMPARE_WITH_TIMEOUT(log.finished.size(), std::size_t(1), patience);
        qputenv("NANOCAP_ENGINE", NANOCAP_BIN_DIR "/nanocap-engine");
        const auto report = log.finished[0];
        QVERIFY(report.failure);
        QCOMPARE(QString::fromStdString(report.failure->code), code);
        QCOMPARE(report.failure->row, std::optional(Row::Class));
    }

private:
    QTemporaryDir m_state;
    QImage m_picture;
};

QTEST_GUILESS_MAIN(TestModelService)
#include "tst_model_service.moc"
