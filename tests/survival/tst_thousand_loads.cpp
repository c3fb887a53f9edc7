// SPDX-License-Identifier: Apache-2.0
// Loads and unloads in one window, each with a live caption between: no growth of the window's memory beyond
// 2 MB after the first 20, no process, descriptor or shared memory left. NANOCAP_FULL=1 does 1,000;
// otherwise 60.
#include "app/nanocap/small_heap.h"
#include "tests/support/built_in_model.h"
#include "tests/support/whole_window.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <malloc.h>

using namespace nanocap;

namespace {
constexpr int patience = 60'000;

int openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size();
}
int sharedMemory()
{
    return QDir(QStringLiteral("/dev/shm")).entryList(QDir::Files).size();
}
int liveChildren()
{
    int count = 0;
    for (const QString& task :
         QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(QStringLiteral("/proc/self/task/%1/children").arg(task));
        if (file.open(QIODevice::ReadOnly))
            count += file.readAll().split(' ').size() - 1;
    }
    return count;
}
Bytes anonymous()
{
    ::malloc_trim(0);
    return memory::readProcess(memory::ownPid()).anonymous.value_or(Bytes());
}
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
        const int shared = sharedMemory();
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
                afterTwenty = anonymous();
                descriptors = openDescriptors();
            }
            if (i % 100 == 0)
                qInfo("%d loads: %.2f MB", i, anonymous().megabytes());
        }
        const Bytes growth = anonymous() - afterTwenty;
        qInfo("%d loads: anonymous memory of the window grew by %.2f MB after the first 20 (from %.1f MB)",
              loads, growth.megabytes(), afterTwenty.megabytes());
        QVERIFY2(growth <= Bytes::fromMegabytes(2), toText(growth).c_str());
        QTRY_VERIFY2(openDescriptors() <= descriptors,
                     qPrintable(QStringLiteral("%1 descriptors open, %2 after 20 loads")
                                    .arg(openDescriptors())
                                    .arg(descriptors)));
        QCOMPARE(liveChildren(), 0);
        QCOMPARE(sharedMemory(), shared);
    }
};

QTEST_MAIN(TestThousandLoads)
#include "tst_thousand_loads.moc"
