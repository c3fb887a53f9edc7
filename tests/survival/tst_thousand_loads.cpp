// SPDX-License-Identifier: Apache-2.0
// Loads and unloads in one process: no growth of its memory beyond 2 MB after the first 20, no process, descriptor or
// shared memory left. NANOCAP_FULL=1 does 1,000; otherwise 60.
#include "core/memory/reading.h"
#include "core/worker/model_service.h"
#include "tests/support/built_in_model.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <malloc.h>

using namespace nanocap;

namespace {
constexpr int patience = 60'000;

int openDescriptors() { return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size(); }
int sharedMemory() { return QDir(QStringLiteral("/dev/shm")).entryList(QDir::Files).size(); }
int liveChildren()
{
    int count = 0;
    for (const QString& task : QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
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
        QTemporaryDir state;
        qputenv("NANOCAP_STATE_DIR", state.path().toUtf8());
        qputenv("NANOCAP_ENGINE", NANOCAP_BIN_DIR "/nanocap-engine");
        const int loads = qEnvironmentVariableIsSet("NANOCAP_FULL") ? 1000 : 60;
        const QImage picture(QString::fromStdString(tests::demonstrationCard()));
        worker::LoadIntent intent;
        intent.card.id = "again";
        intent.card.path = tests::builtInModel();
        intent.floor = load::Floor::automaticFloor();

        worker::ModelService service;
        Bytes afterTwenty;
        int descriptors = 0;
        const int shared = sharedMemory();
        for (int i = 1; i <= loads; ++i) {
            QSignalSpy captions(&service, &worker::ModelService::captionReady);
            QSignalSpy finished(&service, &worker::ModelService::loadFinished);
            QSignalSpy failed(&service, &worker::ModelService::captionFailed);
            QSignalSpy unloaded(&service, &worker::ModelService::unloaded);
            service.load(intent);
            service.submitFrame(picture);
            QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
            const auto report = finished.at(0).at(1).value<load::LoadReport>();
            QVERIFY2(report.succeeded(), report.failure ? report.failure->message.c_str() : "");
            QTRY_VERIFY2_WITH_TIMEOUT(captions.count() >= 1 || failed.count() > 0,
                                      qPrintable(QStringLiteral("load %1: no caption").arg(i)), patience);
            QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : failed.at(0).at(0).value<Failure>().message.c_str());
            service.unload();
            QTRY_COMPARE_WITH_TIMEOUT(unloaded.count(), 1, patience);
            if (i == 20) {
                afterTwenty = anonymous();
                descriptors = openDescriptors();
            }
        }
        const Bytes growth = anonymous() - afterTwenty;
        qInfo("%d loads: anonymous memory grew by %.2f MB after the first 20 (from %.1f MB)", loads, growth.megabytes(),
              afterTwenty.megabytes());
        QVERIFY2(growth <= Bytes::fromMegabytes(2), toText(growth).c_str());
        QCOMPARE(openDescriptors(), descriptors);
        QCOMPARE(liveChildren(), 0);
        QCOMPARE(sharedMemory(), shared);
    }
};

QTEST_GUILESS_MAIN(TestThousandLoads)
#include "tst_thousand_loads.moc"
