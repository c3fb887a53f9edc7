// SPDX-License-Identifier: Apache-2.0
#include "core/session/load_session.h"

#include "core/base/path_text.h"
#include "core/captions/picture_file.h"
#include "core/load/runtime_figures.h"
#include "core/session/image_pixels.h"

#include <QDateTime>

#include <algorithm>

namespace nanocap::session {

using namespace std::chrono_literals;

namespace {

std::vector<load::GoldenImage> readGolden(const catalog::ModelCard& card)
{
    std::vector<load::GoldenImage> images;
    for (const auto& golden : card.golden) {
        const auto image = captions::readPicture(pathText(golden.imagePath));
        if (!image)
            continue; // a missing picture takes nothing from the model; the catalog says so on the card
        const QImage rgb = toRgb(*image);
        load::GoldenImage g{golden.imagePath.substr(golden.imagePath.rfind('/') + 1),
                            {},
                            rgb.width(),
                            rgb.height(),
                            golden.caption};
        for (int y = 0; y < rgb.height(); ++y)
            g.rgb.insert(g.rgb.end(), rgb.constScanLine(y), rgb.constScanLine(y) + rgb.width() * 3);
        images.push_back(std::move(g));
    }
    return images;
}

} // namespace

load::Floor floorFor(const catalog::ModelCard& card, const std::optional<load::Floor>& asked)
{
    return asked ? *asked : card.floor.value_or(load::Floor());
}

Result<load::Plan> planFor(const catalog::ModelCard& card, engine::Precision precision,
                           const load::Floor& floor, const memory::MemoryReading& reading)
{
    if (card.problem)
        return fail(*card.problem);
    const load::LearnedFigures figures(journal::stateFolder());
    const std::string fingerprint = load::fingerprint(*card.checkpoint);
    load::Plan plan = load::makePlan(*card.checkpoint, *card.network, precision, figures.runtime(), floor,
                                     reading, figures.measuredPeak(fingerprint, precision));
    plan.history = figures.history(fingerprint);
    return plan;
}

LoadSession::LoadSession(LoadIntent intent, Observer observer, const engine::CancelToken& cancel)
    : m_intent(std::move(intent)), m_observer(std::move(observer)), m_cancel(cancel)
{
    engine::EngineProcess::Options options;
    options.root = m_root;
    if (m_intent.unattended)
        options.limits.end = 10s;
    options.fileName = m_intent.card.path;
    options.fileChanged = [this] {
        const auto checkpoint = m_pipeline ? m_pipeline->checkpoint() : nullptr;
        return checkpoint && !checkpoint::checkUnchanged(*checkpoint);
    };
    options.started = m_observer.engineStarted;
    options.ended = m_observer.engineEnded;
    options.alive = m_observer.alive;
    options.stalled = [this](std::optional<Row> row, const Sentence& why) {
        if (row)
            tell(load::RowStalled{*row, why});
        else if (m_observer.captionStalled)
            m_observer.captionStalled(why);
    };
    m_engine = std::make_unique<engine::EngineProcess>(std::move(options), m_cancel);
}

LoadSession::~LoadSession()
{
    end();
}

load::PipelineInput LoadSession::pipelineInput() const
{
    const load::LearnedFigures figures(journal::stateFolder());
    load::PipelineInput input;
    input.model = {m_intent.card.id, m_intent.card.path, m_intent.precision};
    input.floor = m_intent.floor;
    input.runtime = figures.runtime();
    input.measured = [precision = m_intent.precision](const checkpoint::Checkpoint& checkpoint) {
        return load::LearnedFigures(journal::stateFolder())
            .measuredPeak(load::fingerprint(checkpoint), precision);
    };
    input.threads = m_intent.threads;
    input.golden = readGolden(m_intent.card);
    input.guardOff = qEnvironmentVariable("NANOCAP_TEST_GUARD") == QLatin1String("off");
    return input;
}

load::LoadReport LoadSession::load()
{
    load::PipelineHooks hooks;
    hooks.readMemory = [this] { return memory::readMemory(m_root); };
    hooks.tell = [this](const load::LoadEvent& event) {
        load::on(event, [this](const load::RowFinished& row) {
            // What libtorch alone costs here is read once, when it is loaded and nothing else is.
            if (row.report.row == Row::Class && row.report.state == RowState::Done)
                m_runtimeAtStart = m_engine->reading();
        });
        tell(event);
    };
    hooks.record = [this](const std::string& event, const auto& fields) { m_journal.write(event, fields); };
    m_pipeline = std::make_unique<load::LoadPipeline>(*m_engine, m_cancel, std::move(hooks));
    auto report = m_pipeline->run(pipelineInput());
    m_loaded = report.succeeded();
    if (report.failure) {
        recordFailure(*report.failure);
        learn(report);
    } else {
        m_report = report;
    }
    tell(load::Finished{report});
    return report;
}

void LoadSession::tell(const load::LoadEvent& event) const
{
    if (m_observer.loading)
        m_observer.loading(event);
}

Result<engine::Caption> LoadSession::caption(const QImage& image, const engine::CaptionOptions& options)
{
    const QImage rgb = toRgb(image);
    const engine::ImageView view{rgb.constBits(), rgb.width(), rgb.height(),
                                 static_cast<int>(rgb.bytesPerLine())};
    auto caption = m_engine->caption(view, options);
    if (!caption) {
        recordFailure(caption.error());
        m_loaded = m_engine->isRunning();
        if (!m_loaded)
            learnDeath(caption.error());
    } else {
        m_decodeMs += caption->decodeMs;
        m_words += caption->words.size();
        noteMemory();
    }
    return caption;
}

void LoadSession::noteMemory()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_noted && now - *m_noted < 10s)
        return;
    m_noted = now;
    const auto available = memory::readMemory(m_root).available;
    const auto kills = memory::readPressure(m_root).oomKills;
    m_journal.note("reading", {{"available", available ? std::to_string(available->count()) : "unknown"},
                               {"oom_kills", kills ? std::to_string(*kills) : "unknown"}});
}

std::optional<Failure> LoadSession::checkIdle()
{
    if (!m_loaded)
        return std::nullopt;
    noteMemory();
    auto death = m_engine->checkIdle();
    if (death) {
        m_loaded = false;
        recordFailure(*death);
        learnDeath(*death);
    }
    return death;
}

MaybeBytes LoadSession::end()
{
    if (!m_engine->isRunning())
        return std::nullopt;
    const auto before = memory::readMemory(m_root).available;
    if (m_report) {
        // Captioning reaches a little higher than loading did: the peak of the whole life is what the next
        // plan wants.
        if (const auto peak = m_engine->reading().peakRss)
            m_report->measuredPeak = peak;
        learn(*std::exchange(m_report, std::nullopt));
    }
    m_engine->end();
    const auto after = memory::readMemory(m_root).available;
    m_loaded = false;
    m_journal.write("unload",
                    {{"model", m_intent.card.id},
                     {"available", after ? std::to_string(after->count()) : std::string("unknown")}});
    if (!before || !after)
        return std::nullopt;
    return std::max(Bytes(), *after - *before);
}

void LoadSession::recordFailure(const Failure& failure)
{
    const bool death = failure.failureClass == FailureClass::Engine;
    m_journal.write(death ? "death" : "refused",
                    {{"model", m_intent.card.id},
                     {"path", m_intent.card.path},
                     {"code", failure.code},
                     {"row", failure.row ? std::string(codeOf(*failure.row)) : std::string("caption")},
                     {"signal", failure.signal ? std::to_string(*failure.signal) : std::string("none")},
                     {"message", failure.message.text()}});
}

void LoadSession::learnDeath(const Failure& failure)
{
    if (!m_report)
        return;
    load::LoadReport report = *std::exchange(m_report, std::nullopt);
    learn(report, failure.code);
}

void LoadSession::learn(const load::LoadReport& report, const std::string& diedOf)
{
    // After a failure the pipeline has let go of it.
    const auto opened = m_pipeline->checkpoint();
    const auto checkpoint = opened ? opened : m_intent.card.checkpoint;
    load::LearnedFigures figures(journal::stateFolder());
    if (m_runtimeAtStart && m_runtimeAtStart->anonymous && m_runtimeAtStart->file)
        figures.rememberRuntime(*m_runtimeAtStart->anonymous, *m_runtimeAtStart->file);
    if (!checkpoint)
        return;
    load::PastLoad past;
    past.date = QDateTime::currentDateTime().toString(Qt::ISODate).toStdString();
    past.precision = report.model.precision;
    past.outcome = report.failure            ? report.failure->code
                   : report.selfTest.empty() ? "done"
                                             : load::selfTestFailed;
    past.peak = report.measuredPeak;
    past.baseline = report.engineBaseline;
    past.predicted = report.predictedPeak;
    past.seconds = report.seconds;
    past.diedOf = diedOf;
    past.rows.assign(report.rows.begin(), report.rows.end());
    if (report.failure)
        past.row = report.failure->row;
    if (m_words > 0)
        past.stepMilliseconds = m_decodeMs / static_cast<double>(m_words);
    figures.rememberLoad(load::fingerprint(*checkpoint), m_intent.card.path, past);
}

} // namespace nanocap::session
