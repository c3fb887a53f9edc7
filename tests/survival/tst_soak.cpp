// SPDX-License-Identifier: Apache-2.0
// A kiosk that runs all day: captions of the cards, a load every minute, and every second one ends with the
// engine killed. The window's own memory stays flat within 2 MB. One minute with everything ten times as
// often; NANOCAP_FULL=1 half an hour.
#include "app/nanocap/small_heap.h"
#include "tests/support/built_in_model.h"
#include "tests/support/own_remains.h"
#include "tests/support/whole_window.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace nanocap;

class TestSoak : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWindowStaysFlat()
    {
        constexpr int patience = 60'000;
        app::keepHeapSmall();
        QTemporaryDir state;
        qputenv("NANOCAP_STATE_DIR", state.path().toUtf8());
        qputenv("NANOCAP_ENGINE", NANOCAP_BIN_DIR "/nanocap-engine");
        const bool full = qEnvironmentVariableIsSet("NANOCAP_FULL");
        const qint64 between = full ? 60'000 : 5'000;
        const int loads = full ? 30 : 12, warm = full ? 5 : 4;

        app::Behaviour behaviour;
        behaviour.floor = load::Floor::automaticFloor();
        behaviour.model = tests::builtInModel();
        behaviour.kiosk = true;
        app::Program w(behaviour, {}, {});
        w.source.setUri(QStringLiteral("cards:"));
        w.window.resize(800, 480);
        w.window.setVisible(true);
        w.monitor.start();
        QSignalSpy started(&w.service, &worker::ModelService::engineStarted),
            captioned(&w.captions, &app::CaptionFlow::captioned);
        w.catalog.refresh();
        Bytes before;
        int seen = 0;
        for (int i = 0; i < loads; ++i) {
            if (i > 0 && i % (full ? 2 : 4) == 0)
                ::kill(pid_t(started.last().at(0).toLongLong()), SIGKILL); // it comes back by itself
            else if (i > 0)
                w.load.load(*w.load.intent());
            captioned.clear();
            QTRY_VERIFY_WITH_TIMEOUT(!captioned.isEmpty(), patience);
            QElapsedTimer time;
            time.start();
            while (time.elapsed() < between)
                QTest::qWait(500);
            seen += captioned.size();
            if (i == warm)
                before = tests::anonymousMemory();
        }
        const Bytes growth = tests::anonymousMemory() - before;
        qInfo("%d loads, %d captions: the window's memory grew by %.2f MB, from %.1f MB", loads, seen,
              growth.megabytes(), before.megabytes());
        QVERIFY2(growth <= Bytes::fromMegabytes(2), toText(growth).c_str());
        QVERIFY(seen > loads);
    }
};

QTEST_MAIN(TestSoak)
#include "tst_soak.moc"
