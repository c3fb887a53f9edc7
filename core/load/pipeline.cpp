// SPDX-License-Identifier: Apache-2.0
#include "core/load/pipeline.h"

#include "core/load/network_shape.h"
#include "core/memory/file_pages.h"

#include <malloc.h>
#include <unistd.h>

#include <chrono>

namespace nanocap::load {

namespace {

using Clock = std::chrono::steady_clock;

/// The kernel's ceiling over the engine stands well clear of any honest load: it is for an engine gone wild.
constexpr Bytes ceilingMargin = Bytes::fromMegabytes(128);

/// Inside a row memory is read again after this much was copied.
constexpr Bytes readingInterval = Bytes::fromMegabytes(16);

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::string number(const MaybeBytes& bytes)
{
    return bytes ? std::to_string(bytes->count()) : "unknown";
}

} // namespace

LoadPipeline::LoadPipeline(engine::Engine& engine, const engine::CancelToken& cancel, PipelineHooks hooks)
    : m_engine(engine), m_cancel(cancel), m_hooks(std::move(hooks))
{
}

LoadReport LoadPipeline::run(const PipelineInput& input)
{
    m_report = {};
    m_report.model = input.model;
    m_guardOff = input.guardOff;
    m_engineAsked = false;
    const auto start = Clock::now();
    for (Row row : allRows) {
        RowReport& report = m_report.rows[indexOf(row)];
        report.row = row;
        if (m_report.failure) {
            report.state = RowState::Skipped;
            report.message = "Not reached.";
        } else {
            report.state = RowState::Running;
            tell(RowStarted{row});
            const auto rowStart = Clock::now();
            auto outcome = runRow(row, input, report);
            report.seconds = secondsSince(rowStart);
            const auto after = m_hooks.readMemory();
            report.availableAfter = after.available;
            if (outcome) {
                report.state = RowState::Done;
                report.message = outcome->message;
                report.engineRss = outcome->rss;
                report.enginePeakRss = outcome->peakRss;
                report.tensorBytes = outcome->tensorBytes;
                report.regained = outcome->regained;
                if (outcome->peakRss)
                    m_report.measuredPeak = outcome->peakRss;
                if (outcome->baselineRss)
                    m_report.engineBaseline = outcome->baselineRss;
                if (outcome->runtime)
                    m_report.runtime = outcome->runtime;
                m_report.notes.insert(m_report.notes.end(), outcome->notes.begin(), outcome->notes.end());
                fillSentence(row, report);
                record("done", row, after);
            } else {
                m_report.failure = outcome.error();
                m_report.failure->row = row;
                report.state = RowState::Failed;
                report.message = m_report.failure->message.text();
                record("failed", row, after, m_report.failure->code);
            }
        }
        if (m_report.failure && report.state == RowState::Failed)
            undo();
        tell(RowFinished{report});
    }
    m_report.seconds = secondsSince(start);
    return m_report;
}

Result<engine::RowOutcome> LoadPipeline::runRow(Row row, const PipelineInput& input, RowReport& report)
{
    report.availableBefore = m_hooks.readMemory().available;
    if (m_cancel.requested())
        return fail(cancelledFailure(row));
    if (row == Row::Class)
        if (auto planned = openAndPlan(input); !planned)
            return fail(planned.error());
    if (auto allowed = guard(row, report); !allowed)
        return fail(allowed.error());
    if (m_cancel.requested())
        return fail(cancelledFailure(row));
    if (row == Row::Class) {
        m_engineAsked = true;
        m_undo.push_back([this] { m_engine.end(); });
    }
    m_ranOut.reset();
    m_checkedAt = Bytes();
    auto outcome = m_engine.run(
        row, m_request, [this, row](Bytes done, Bytes total) { return keepsGoing(row, done, total); });
    if (!outcome && m_ranOut)
        return fail(*m_ranOut);
    // What was validated a moment ago and now is not was changed meanwhile, whatever the engine thinks it
    // looks like.
    if (!outcome && outcome.error().failureClass == FailureClass::Checkpoint)
        if (const auto same = checkpoint::checkUnchanged(*m_checkpoint); !same)
            return fail(same.error());
    if (outcome && row == Row::Cleanup && !input.golden.empty()) {
        auto checked = checkGolden(input);
        if (!checked)
            return fail(checked.error());
        m_report.selfTest = *checked;
    }
    if (!m_report.selfTest.empty())
        m_report.warnings.push_back(m_report.selfTest);
    return outcome;
}

Status LoadPipeline::openAndPlan(const PipelineInput& input)
{
    auto opened = checkpoint::open(input.model.path);
    if (!opened)
        return fail(opened.error());
    m_checkpoint = std::make_shared<const checkpoint::Checkpoint>(std::move(*opened));
    m_undo.push_back([this] { m_checkpoint.reset(); });
    m_report.dims = m_checkpoint->dims;
    for (const auto& warning : m_checkpoint->warnings)
        m_report.warnings.push_back(warning.message);
    const auto network = deriveNetwork(*m_checkpoint);
    if (!network)
        return fail(network.error());
    const Plan plan =
        makePlan(*m_checkpoint, *network, input.model.precision, input.runtime, input.floor,
                 m_hooks.readMemory(), input.measured ? input.measured(*m_checkpoint) : std::nullopt);
    m_report.predictedPeak = plan.predictedPeak;
    if (plan.fit == Fit::Tight)
        m_report.warnings.push_back(
            said("Load", "Memory is tight: libraries may be read from the disk again while captioning."));
    m_request.path = "/proc/" + std::to_string(::getpid()) + "/fd/" +
                     std::to_string(checkpoint::fileDescriptor(*m_checkpoint));
    m_request.displayName = input.model.path;
    m_request.precision = input.model.precision;
    m_request.tensorBudget = m_guardOff ? Bytes::fromMegabytes(1 << 20) : plan.tensorBudget;
    if (!m_guardOff)
        m_request.processCeiling = plan.predictedPeak * 2 + ceilingMargin;
    m_request.threads = input.threads;
    m_report.plan = plan;
    tell(Planned{plan});
    return ok();
}

Status LoadPipeline::guard(Row row, RowReport& report)
{
    auto reading = m_hooks.readMemory();
    report.availableBefore = reading.available;
    record("row", row, reading);
    if (m_guardOff)
        return ok();
    auto refusal = guardRow(*m_report.plan, row, reading);
    if (!refusal)
        return ok();
    // Clean up, read again, only then refuse.
    if (m_engineAsked)
        if (const auto cleaned = m_engine.cleanUp(); !cleaned)
            return fail(cleaned.error());
    ::malloc_trim(0);
    memory::markFilePagesCold();
    reading = m_hooks.readMemory();
    report.availableBefore = reading.available;
    refusal = guardRow(*m_report.plan, row, reading);
    if (refusal)
        return fail(*refusal);
    m_report.warnings.push_back(
        said("Load", "Row %1 went on after a clean-up made room for it.").with({std::string(codeOf(row))}));
    return ok();
}

bool LoadPipeline::keepsGoing(Row row, Bytes done, Bytes total)
{
    tell(RowProgressed{row, done, total});
    if (!m_guardOff && done - m_checkedAt >= readingInterval) {
        m_checkedAt = done;
        m_ranOut = guardInsideRow(*m_report.plan, row, m_hooks.readMemory());
    }
    return !m_ranOut && !m_cancel.requested();
}

void LoadPipeline::fillSentence(Row row, RowReport& report) const
{
    // The check is the guard's own row: its sentence is the comparison that was made.
    if (row != Row::Check)
        return;
    const Plan& plan = *m_report.plan;
    const Bytes wanted = plan.stillNeeded[indexOf(Row::Check)] + plan.reserve;
    report.message =
        report.availableBefore
            ? toText(*report.availableBefore) + " are available; " + toText(wanted) + " are still needed, " +
                  toText(plan.reserve) + " of them kept in reserve."
            : "Available memory is unknown on this machine; going on because the floor was set to auto.";
}

Result<Sentence> LoadPipeline::checkGolden(const PipelineInput& input)
{
    Sentence first;
    int mismatches = 0;
    for (const auto& picture : input.golden) {
        const engine::ImageView view{picture.rgb.data(), picture.width, picture.height, picture.width * 3};
        const auto caption = m_engine.caption(view, {});
        if (caption && caption->text == picture.caption)
            continue;
        // A dead engine has said nothing about this model's words.
        if (!caption && caption.error().failureClass != FailureClass::Input) {
            Failure failure = caption.error();
            failure.row = Row::Cleanup;
            return fail(std::move(failure));
        }
        ++mismatches;
        if (first.empty())
            first = said("Load", "%1 gave \"%2\" instead of \"%3\".")
                        .with({picture.name,
                               caption ? Sentence::verbatim(caption->text) : caption.error().message,
                               picture.caption});
    }
    if (mismatches == 0)
        return Sentence();
    Sentence failed =
        said("Load",
             "The self-test failed for %1 of %2 pictures: preprocessing or word map does not match this "
             "checkpoint.")
            .with({std::to_string(mismatches), std::to_string(input.golden.size())});
    failed += first;
    return failed;
}

void LoadPipeline::tell(const LoadEvent& event) const
{
    if (m_hooks.tell)
        m_hooks.tell(event);
}

void LoadPipeline::undo()
{
    // The engine may be gone already, so the reading of the row that failed counts too: it was alive then
    // (not yet at CLASS).
    auto before = m_hooks.readMemory().available;
    const bool atClass = m_report.failure->row == Row::Class;
    if (const auto& alive = m_report.rows[indexOf(*m_report.failure->row)].availableBefore;
        alive && before && !atClass)
        before = std::min(*before, *alive);
    while (!m_undo.empty()) {
        m_undo.back()();
        m_undo.pop_back();
    }
    ::malloc_trim(0);
    const auto after = m_hooks.readMemory().available;
    m_report.availableAfterUndo = after;
    if (before && after && m_engineAsked && (!atClass || *after > *before))
        m_report.returned = std::max(Bytes(), *after - *before);
}

void LoadPipeline::record(const std::string& event, Row row, const memory::MemoryReading& reading,
                          const std::string& extra)
{
    if (!m_hooks.record)
        return;
    std::vector<std::pair<std::string, std::string>> fields = {
        {"row", std::string(codeOf(row))}, {"model", m_report.model.id},
        {"path", m_report.model.path},     {"available", number(reading.available)},
        {"limited_by", reading.limitedBy}, {"swap_free", number(reading.swapFree)}};
    if (m_report.plan) {
        const Plan& plan = *m_report.plan;
        fields.insert(fields.end(), {{"need", number(plan.need.total)},
                                     {"still", number(plan.stillNeeded[indexOf(row)])},
                                     {"reserve", number(plan.reserve)},
                                     {"floor", number(plan.floor.minimum)}});
    }
    const RowReport& report = m_report.rows[indexOf(row)];
    if (event != "row")
        fields.insert(fields.end(), {{"engine_rss", number(report.engineRss)},
                                     {"engine_peak", number(report.enginePeakRss)},
                                     {"tensors", number(report.tensorBytes)},
                                     {"ms", std::to_string(static_cast<long long>(report.seconds * 1000))}});
    if (!extra.empty())
        fields.emplace_back("code", extra);
    m_hooks.record(event, fields);
}

} // namespace nanocap::load
