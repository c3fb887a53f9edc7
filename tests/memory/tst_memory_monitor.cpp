// SPDX-License-Identifier: Apache-2.0
#include "core/memory/monitor.h"

#include <QSignalSpy>
#include <QTest>

#include <unistd.h>

using namespace nanocap;
using namespace nanocap::memory;

class tst_memory_monitor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void samplesArriveInTheMonitorsThread();
    void fastSamplingKeepsComing();
    void engineFiguresFollowItsPid();
    void endsWithoutEverStarting();
};

namespace {
SystemRoot fixture(const char* name)
{
    return {std::string(FIXTURES) + "/" + name};
}
} // namespace

void tst_memory_monitor::samplesArriveInTheMonitorsThread()
{
    MemoryMonitor monitor(fixture("floor_934mb"));
    QThread* arrivedIn = nullptr;
    connect(
        &monitor, &MemoryMonitor::sampled, this, [&] { arrivedIn = QThread::currentThread(); },
        Qt::DirectConnection);
    QSignalSpy spy(&monitor, &MemoryMonitor::sampled);
    monitor.start();
    QVERIFY(spy.wait());
    QCOMPARE(arrivedIn, QThread::currentThread());
    const auto sample = spy.first().first().value<MemorySample>();
    QCOMPARE(sample.reading.available->count(), Bytes::fromMegabytes(934).count());
    QVERIFY(sample.window.has_value());
    QVERIFY(!sample.engine.has_value());
    QVERIFY(sample.level == MemorySample::Pressure::Unknown);
    QCOMPARE(sample.gauge.available->count(), sample.reading.available->count());
}

void tst_memory_monitor::fastSamplingKeepsComing()
{
    MemoryMonitor monitor{SystemRoot()};
    QSignalSpy spy(&monitor, &MemoryMonitor::sampled);
    monitor.start();
    monitor.setFast(true);
    QTRY_VERIFY_WITH_TIMEOUT(spy.count() >= 5, 20000);
    qint64 before = 0;
    for (const auto& arguments : spy) {
        const auto now = arguments.first().value<MemorySample>().reading.monotonicMs;
        QVERIFY(now >= before);
        before = now;
    }
}

void tst_memory_monitor::engineFiguresFollowItsPid()
{
    MemoryMonitor monitor{SystemRoot()};
    QSignalSpy spy(&monitor, &MemoryMonitor::sampled);
    monitor.setEnginePid(::getppid());
    monitor.start();
    QVERIFY(spy.wait());
    QVERIFY(spy.last().first().value<MemorySample>().engine.has_value());
    monitor.setEnginePid(0);
    QTRY_VERIFY_WITH_TIMEOUT(!spy.last().first().value<MemorySample>().engine.has_value(), 20000);
}

void tst_memory_monitor::endsWithoutEverStarting()
{
    MemoryMonitor monitor{SystemRoot()};
    QSignalSpy spy(&monitor, &MemoryMonitor::sampled);
    monitor.setFast(true);
    QCOMPARE(spy.count(), 0);
}

QTEST_GUILESS_MAIN(tst_memory_monitor)
#include "tst_memory_monitor.moc"
