// SPDX-License-Identifier: Apache-2.0
#include "app/nanocapctl/bench_comparison.h"
#include "app/nanocapctl/commands.h"
#include "app/nanocapctl/output.h"
#include "core/base/path_text.h"

#include "core/base/qt_text.h"
#include "core/session/load_session.h"
#include "core/session/report_json.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSysInfo>
#include <QThread>

#include <algorithm>
#include <vector>

namespace nanocap::ctl {

namespace {

constexpr int captionWords = 20; // the length the original's figures are given for
constexpr int warmUps = 3;
constexpr int captionsPerLoad = 20;

class Series
{
public:
    void add(double ms) { m_values.push_back(ms); }
    double median() const
    {
        auto v = m_values;
        std::sort(v.begin(), v.end());
        return v.empty() ? 0 : (v[(v.size() - 1) / 2] + v[v.size() / 2]) / 2;
    }
    QJsonObject json() const
    {
        const auto [least, most] = std::minmax_element(m_values.begin(), m_values.end());
        return {{"median", median()}, {"min", *least}, {"max", *most}, {"runs", int(m_values.size())}};
    }
    QString line(const char* name) const
    {
        const auto [least, most] = std::minmax_element(m_values.begin(), m_values.end());
        return QStringLiteral("%1 %2 ms  (%3 to %4, %5 runs)")
            .arg(QLatin1String(name), -22)
            .arg(median(), 9, 'f', 2)
            .arg(*least, 0, 'f', 2)
            .arg(*most, 0, 'f', 2)
            .arg(m_values.size());
    }

private:
    std::vector<double> m_values;
};

QString processorName()
{
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (file.open(QIODevice::ReadOnly))
        for (const QByteArray& line : file.readAll().split('\n'))
            if (line.startsWith("model name") || line.startsWith("Model"))
                return QString::fromUtf8(line.mid(line.indexOf(':') + 1).trimmed());
    return QStringLiteral("unknown");
}

QStringList instructionSets(const engine::Runtime& runtime)
{
    QStringList names;
    for (const std::string& name : runtime.instructionSets)
        names << toQString(name);
    return names;
}

QJsonObject machine(const engine::Runtime& runtime)
{
    return {{"processor", processorName()},
            {"cores", QThread::idealThreadCount()},
            {"instruction_sets", QJsonArray::fromStringList(instructionSets(runtime))},
            {"architecture", QSysInfo::currentCpuArchitecture()},
            {"kernel", QSysInfo::kernelVersion()},
            {"system", QSysInfo::prettyProductName()},
            {"memory", session::toJson(memory::readMemory().total)}};
}

/// A picture with structure, the same on every machine.
QImage benchmarkPicture()
{
    QImage image(640, 480, QImage::Format_RGB888);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(x * 255 / 640, y * 255 / 480, (x / 40 + y / 40) % 2 ? 220 : 40));
    return image;
}

} // namespace

int bench(const Arguments& a, const engine::CancelToken& cancel)
{
    const auto card = catalog::resolve(pathBytes(a.file), a.folders);
    if (!card)
        return reportFailure(card.error(), a.json);
    const QImage picture = benchmarkPicture();
    Series load, encoder, step, caption, trip;
    MaybeBytes rss, peak, baseline;
    engine::Runtime runtime;
    for (int run = 0; run < a.runs; ++run) {
        session::LoadSession session({*card, a.precision, session::floorFor(*card, a.floor), true, a.threads},
                                     {}, cancel);
        const auto report = session.load();
        if (report.failure)
            return reportFailure(*report.failure, a.json, session::loadJson(report));
        load.add(report.seconds * 1000);
        for (int i = 0; i < warmUps + captionsPerLoad; ++i) {
            QElapsedTimer timer;
            timer.start();
            const auto result = session.caption(picture, {a.attention, captionWords});
            if (!result)
                return reportFailure(result.error(), a.json);
            if (i < warmUps)
                continue;
            encoder.add(result->encodeMs);
            step.add(result->decodeMs / captionWords);
            caption.add(result->encodeMs + result->decodeMs);
            trip.add(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        const auto process = session.engineReading();
        rss = process.rss;
        peak = process.peakRss;
        baseline = report.engineBaseline;
        runtime = report.runtime.value_or(engine::Runtime());
    }
    QJsonObject result{
        {"schema", 1},
        {"machine", machine(runtime)},
        {"model", session::toJson({card->id, card->path, a.precision}, card->checkpoint->dims)},
        {"threads", runtime.threads},
        {"precision", toQString(engine::nameOf(a.precision))},
        {"library", toQString(runtime.library)},
        {"encoder", toQString(runtime.encoder)},
        {"decoder", toQString(runtime.decoder)},
        {"load_ms", load.json()},
        {"encoder_ms", encoder.json()},
        {"step_ms", step.json()},
        {"caption20_ms", caption.json()},
        {"caption20_round_trip_ms", trip.json()},
        {"engine_rss", session::toJson(rss)},
        {"engine_peak_rss", session::toJson(peak)},
        {"engine_baseline_rss", session::toJson(baseline)}};
    const QJsonArray compared = a.compare.empty() ? QJsonArray() : comparedWith(a.compare, result);
    if (a.json) {
        if (!a.compare.empty())
            result.insert(QLatin1String("compared"), compared);
        printJson(result);
        return ExitDone;
    }
    print(QStringLiteral("%1, cores: %2 (%3)")
              .arg(processorName())
              .arg(QThread::idealThreadCount())
              .arg(instructionSets(runtime).join(QLatin1Char(' '))));
    print(QStringLiteral("%1, encoder %2, decoder %3, threads: %4, %5")
              .arg(toQString(runtime.library), toQString(runtime.encoder), toQString(runtime.decoder))
              .arg(runtime.threads)
              .arg(toQString(engine::nameOf(a.precision))));
    print(load.line("load (ten rows)"));
    print(encoder.line("encoder"));
    print(step.line("one word"));
    print(caption.line("caption of 20 words"));
    print(trip.line("there and back"));
    print(QStringLiteral("engine memory: %1 with libtorch only, %2 now, %3 at its peak")
              .arg(toQString(toText(baseline)), toQString(toText(rss)), toQString(toText(peak))));
    if (!a.compare.empty())
        for (const QString& line : comparisonLines(compared))
            print(line);
    return ExitDone;
}

} // namespace nanocap::ctl
