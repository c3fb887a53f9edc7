// SPDX-License-Identifier: Apache-2.0
// Loads and unloads in one window, each with a live caption between: no growth of the window's memory beyond
// 2 MB after the first 20, no process, descriptor or shared memory left. NANOCAP_FULL=1 does 1,000;
// otherwise 60.
#include "app/nanocap/small_heap.h"
#include "tests/support/built_in_model.h"
#include "tests/support/own_remains.h"
#include "tests/support/whole_window.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nanocap;

namespace {
constexpr int patience = 60'000;
} // namespace

class TestThousandLoads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leaveNothingBehind()
    {
        app::keepHeapSmall();
        QTemporaryDir state;
        qputenv("NANOCAP_STATE_DIR", state.path().toUtf8());
        qputenv("NANOCAP_ENGINE", NANOCAP_BIN_DIR "/nanocap-engine");
        const int loads = qEnvironmentVariableIsSet("NANOCAP_FULL") ? 1000 : 60;
        tests::WholeWindow w(tests::builtInModel());
        w.monitor.start();
        QSignalSpy ended(&w.load, &app::LoadFlow::ended), captions(&w.captions, &app::CaptionFlow::captioned);
        QSignalSpy failed(&w.captions, &app::CaptionFlow::died),
            unloaded(&w.service, &worker::ModelService::unloaded);

        Bytes afterTwenty;
        int descriptors = 0;
        const int shared = tests::sharedMemory();
        for (int i = 1; i <= loads; ++i) {
            for (QSignalSpy* spy : {&ended, &captions, &failed, &unloaded})
                spy->clear();
            if (i == 1)
                w.catalog.refresh(); // loads the wanted model
            else
                w.load.load(*w.load.intent());
            QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
            const auto report = ended.at(0).at(0).value<load::LoadReport>();
            QVERIFY2(report.succeeded(), report.failure ? report.failure->message.text().c_str() : "");
            QTRY_VERIFY2_WITH_TIMEOUT(captions.count() >= 1 || failed.count() > 0,
                                      qPrintable(QStringLiteral("load %1: no caption").arg(i)), patience);
            QVERIFY2(failed.isEmpty(),
                     failed.isEmpty() ? "" : failed.at(0).at(0).value<Failure>().message.text().c_str());
            QCOMPARE(w.window.pageName(), QStringLiteral("live"));
            Q_EMIT w.live.left();
            QTRY_COMPARE_WITH_TIMEOUT(unloaded.count(), 1, patience);
            if (i == 20) {
                afterTwenty = tests::anonymousMemory();
                descriptors = tests::openDescriptors();
            }
            if (i % 100 == 0)
                qInfo("%d loads: %.2f MB", i, tests::anonymousMemory().megabytes());
        }
        const Bytes growth = tests::anonymousMemory() - afterTwenty;
        qInfo("%d loads: anonymous memory of the window grew by %.2f MB after the first 20 (from %.1f MB)",
              loads, growth.megabytes(), afterTwenty.megabytes());
        QVERIFY2(growth <= Bytes::fromMegabytes(2), toText(growth).c_str());
        QTRY_VERIFY2(tests::openDescriptors() <= descriptors,
                     qPrintable(QStringLiteral("%1 descriptors open, %2 after 20 loads")
                                    .arg(tests::openDescriptors())
                                    .arg(descriptors)));
        QCOMPARE(tests::liveChildren(), 0);
        QCOMPARE(tests::sharedMemory(), shared);
    }
};

QTEST_MAIN(TestThousandLoads)
#include "tst_thousand_loads.moc"
