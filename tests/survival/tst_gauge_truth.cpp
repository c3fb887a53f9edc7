// SPDX-License-Identifier: Apache-2.0
// Every figure of the gauge against what `ps`, /proc and the cgroup files say in the same second, with a real
// engine loaded: within 2 %. What is read right before and right after the sample is the range it must lie
// in.
#include "core/memory/monitor.h"
#include "core/session/load_session.h"
#include "tests/support/built_in_model.h"
#include "tests/support/verify_result.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace nanocap;

namespace {

struct Independent
{
    double available = 0, total = 0, windowRss = 0, engineRss = 0, pss = 0;
};

Independent readIndependently(qint64 engine)
{
    QProcess reader;
    reader.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral(NANOCAP_SOURCE_DIR "/tests/survival/independent_memory.py"),
                  QString::number(QCoreApplication::applicationPid()), QString::number(engine)});
    reader.waitForFinished(20'000);
    const QJsonObject said = QJsonDocument::fromJson(reader.readAllStandardOutput()).object();
    const QJsonArray rss = said["rss"].toArray(), pss = said["pss"].toArray();
    return {said["available"].toDouble(), said["total"].toDouble(), rss[0].toDouble(), rss[1].toDouble(),
            pss[0].toDouble() + pss[1].toDouble()};
}

/// How far outside of what was read before and after, in per cent of it; 0 = between them.
double outside(const MaybeBytes& shown, double before, double after)
{
    if (!shown || before <= 0 || after <= 0)
        return 100;
    const double low = std::min(before, after), high = std::max(before, after),
                 value = double(shown->count());
    return 100 * std::max({0.0, (low - value) / low, (value - high) / high});
}

} // namespace

class TestGaugeTruth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void figuresAgreeWithTheKernels()
    {
        QTemporaryDir state;
        qputenv("NANOCAP_STATE_DIR", state.path().toUtf8());
        qputenv("NANOCAP_ENGINE", NANOCAP_BIN_DIR "/nanocap-engine");
        session::LoadIntent intent;
        intent.card.id = "truth";
        intent.card.path = tests::builtInModel();
        intent.floor = load::Floor::automaticFloor();
        engine::CancelToken cancel;
        qint64 engine = 0;
        session::LoadSession::Observer observer;
        observer.engineStarted = [&engine](qint64 pid) { engine = pid; };
        session::LoadSession session(intent, observer, cancel);
        const auto report = session.load();
        QVERIFY2(report.succeeded(), report.failure ? report.failure->message.text().c_str() : "");
        VERIFY_RESULT(session.caption(QImage(QString::fromStdString(tests::demonstrationCard()))));

        memory::MemorySampler sampler{memory::SystemRoot()};
        double worst = 0;
        for (int round = 0; round < 5; ++round) {
            QTest::qWait(1100); // the shares are walked anew once a second
            const Independent before = readIndependently(engine);
            const memory::MemorySample s = sampler.sample(static_cast<pid_t>(engine));
            const Independent after = readIndependently(engine);
            const std::pair<const char*, double> figures[] = {
                {"available", outside(s.gauge.available, before.available, after.available)},
                {"total", outside(s.gauge.total, before.total, after.total)},
                {"window's resident set", outside(s.window, before.windowRss, after.windowRss)},
                {"engine's resident set", outside(s.engine, before.engineRss, after.engineRss)},
                {"this program", outside(s.gauge.appWhole, before.pss, after.pss)}};
            for (const auto& [name, off] : figures) {
                worst = std::max(worst, off);
                QVERIFY2(off <= 2,
                         qPrintable(QStringLiteral("%1 is %2 % off").arg(QLatin1String(name)).arg(off)));
            }
            QCOMPARE(
                (*s.gauge.app + s.gauge.gpuShared.value_or(Bytes()) + *s.gauge.other + *s.gauge.available)
                    .count(),
                s.gauge.total->count());
            if (round == 0)
                qInfo("%s: available %.1f of %.1f MB, window %.1f MB, engine %.1f MB, both %.1f MB",
                      s.gauge.pool.c_str(), s.gauge.available->megabytes(), s.gauge.total->megabytes(),
                      s.window->megabytes(), s.engine->megabytes(), s.gauge.appWhole->megabytes());
        }
        qInfo("worst disagreement in 5 seconds: %.2f %%", worst);
    }
};

QTEST_GUILESS_MAIN(TestGaugeTruth)
#include "tst_gauge_truth.moc"
