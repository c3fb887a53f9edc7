// SPDX-License-Identifier: Apache-2.0
#include "core/engine/engine_process.h"

#include "core/engine/engine_launch.h"

#include <QElapsedTimer>

#include <sys/socket.h>
#include <unistd.h>

namespace nanocap::engine {

using wire::Kind;
using namespace std::chrono_literals;

namespace {

constexpr auto pollInterval = 20ms; // how long a cancel may go unseen
constexpr auto sampleInterval = 250ms;

std::chrono::milliseconds monotonicNow()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace

EngineProcess::EngineProcess(Options options, const CancelToken& cancel)
    : m_options(std::move(options)), m_cancel(cancel)
{
}

EngineProcess::~EngineProcess()
{
    end();
}

qint64 EngineProcess::pid() const
{
    return m_process ? m_process->processId() : 0;
}

memory::ProcessReading EngineProcess::reading() const
{
    return pid() > 0 ? memory::readProcess(static_cast<pid_t>(pid())) : memory::ProcessReading();
}

Status EngineProcess::start(const MaybeBytes& ceiling)
{
    m_counters.reset(memory::readPressure(m_options.root), OomBaseline::Clock::now());
    m_errorOutput.clear();
    int ends[2] = {-1, -1};
    if (m_options.program.isEmpty() || ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        DeathEvidence e = evidence();
        e.startFailed = true;
        return fail(explainDeath(e));
    }
    m_channel = std::make_unique<Channel>(ends[0]);
    m_process = launchEngine(m_options.program, ends[1]);
    ::close(ends[1]);
    if (!m_process->waitForStarted(10'000)) {
        DeathEvidence e = evidence();
        e.startFailed = m_process->error() == QProcess::FailedToStart;
        e.errorOutput = m_process->errorString().toStdString();
        end();
        return fail(explainDeath(e));
    }
    if (ceiling)
        m_ceiling.hold(static_cast<pid_t>(pid()), *ceiling);
    if (m_options.started)
        m_options.started(pid());
    const auto greeting = ask(Kind::Hello, {}, {});
    if (!greeting)
        return fail(greeting.error());
    const auto hello = wire::decode<wire::Hello>(greeting->body);
    if (greeting->kind == Kind::Hello && hello && hello->magic == wire::magic &&
        hello->version == wire::version)
        return ok();
    end();
    return fail(explainOtherVersion(m_row, m_options.program.toStdString(),
                                    hello ? "Contract version " + std::to_string(hello->version) + " (" +
                                                hello->program + "), expected " +
                                                std::to_string(wire::version) + "."
                                          : "Its first message could not be read."));
}

Result<wire::Message> EngineProcess::ask(Kind kind, const QByteArray& body, const Progress& progress)
{
    if (!m_channel)
        return fail(explainEnd());
    StallWatch watch(m_options.limits);
    StallWatch::Sample sample;
    auto sampledAt = monotonicNow();
    const auto takeSample = [&] {
        const auto process = reading();
        if (process.rss)
            m_lastRss = process.rss;
        sample = {process.peakRss, process.majorFaults, process.cpuSeconds,
                  memory::readPressure(m_options.root).fullAvg10};
    };
    takeSample();
    watch.progressed(sampledAt, sample);

    std::optional<Failure> ended; // set by look(): cancelled or stalled
    const auto look = [&] {
        if (m_cancel.requested()) {
            end();
            ended = cancelledFailure(m_row);
            return false;
        }
        const auto now = monotonicNow();
        if (now - sampledAt < sampleInterval)
            return true;
        sampledAt = now;
        takeSample();
        switch (watch.look(now, sample)) {
        case StallWatch::Verdict::Moving:
            noteStall({});
            break;
        case StallWatch::Verdict::Stalled:
            noteStall(watch.explanation(now));
            break;
        case StallWatch::Verdict::Hang:
        case StallWatch::Verdict::Thrashing:
            ended = endStalled(watch.look(now, sample) == StallWatch::Verdict::Thrashing,
                               watch.explanation(now), watch.stalledFor(now).count() / 1000);
            return false;
        }
        return true;
    };

    // The greeting is waited for, not asked for.
    const bool sent = kind == Kind::Hello || m_channel->send(kind, body, look);
    while (sent && look()) {
        auto received = m_channel->receive(pollInterval);
        if (received.state == Channel::State::Timeout)
            continue;
        if (received.state != Channel::State::Message)
            break;
        watch.progressed(monotonicNow(), sample);
        if (received.message.kind == Kind::Progress) {
            const auto note = wire::decode<wire::ProgressNote>(received.message.body);
            if (note && progress && !progress(note->done, note->total)) {
                end();
                return fail(cancelledFailure(m_row));
            }
            continue;
        }
        noteStall({});
        if (received.message.kind == Kind::Failed) {
            auto failure = wire::decode<Failure>(received.message.body);
            if (!failure)
                break;
            if (!failure->row)
                failure->row = m_row;
            return fail(*failure);
        }
        return received.message;
    }
    noteStall({});
    return fail(ended ? *ended : explainEnd());
}

Result<RowOutcome> EngineProcess::run(Row row, const LoadRequest& request, const Progress& progress)
{
    m_row = row;
    m_lastReading = memory::readMemory(m_options.root);
    if (row == Row::Class && !m_process)
        if (auto started = start(request.processCeiling); !started)
            return fail(started.error());
    return outcomeOf(ask(Kind::RunRow, wire::encode(wire::RunRow{row, request}), progress));
}

Result<RowOutcome> EngineProcess::outcomeOf(const Result<wire::Message>& reply)
{
    if (!reply)
        return fail(reply.error());
    if (auto outcome = wire::decode<RowOutcome>(reply->body); outcome && reply->kind == Kind::Outcome)
        return *outcome;
    return fail(explainEnd());
}

Result<Caption> EngineProcess::caption(const ImageView& image, const CaptionOptions& options)
{
    m_row.reset();
    m_lastReading = memory::readMemory(m_options.root);
    wire::CaptionImage request{image.width, image.height, {}, options};
    const auto* pixels = reinterpret_cast<const char*>(image.data);
    if (image.stride == image.width * 3) { // as they stand, without a copy
        request.pixels = QByteArray::fromRawData(pixels, qsizetype(image.stride) * image.height);
    } else {
        request.pixels.reserve(qsizetype(image.width) * image.height * 3);
        for (int y = 0; y < image.height; ++y)
            request.pixels.append(pixels + qsizetype(y) * image.stride, image.width * 3);
    }
    const auto reply = ask(Kind::CaptionImage, wire::encode(request), {});
    if (!reply)
        return fail(reply.error());
    if (auto caption = wire::decode<Caption>(reply->body); caption && reply->kind == Kind::Captioned) {
        noteAlive();
        return *caption;
    }
    return fail(explainEnd());
}

Result<RowOutcome> EngineProcess::cleanUp()
{
    if (!isRunning())
        return fail(explainEnd());
    return outcomeOf(ask(Kind::CleanUp, {}, {}));
}

void EngineProcess::noteAlive()
{
    m_counters.seenAlive(OomBaseline::Clock::now(), [this] { return memory::readPressure(m_options.root); });
}

void EngineProcess::drainErrorOutput()
{
    if (!m_process)
        return;
    m_errorOutput += m_process->readAllStandardError();
    m_errorOutput = m_errorOutput.right(2'000);
}

DeathEvidence EngineProcess::evidence() const
{
    DeathEvidence e;
    e.row = m_row;
    e.before = m_counters.counters();
    e.after = memory::readPressure(m_options.root);
    e.killedAtCeiling = m_ceiling.killedHere();
    e.lastReading = m_lastReading;
    e.engineRss = m_lastRss;
    e.reserve = memory::reserveFor(m_lastReading.tightestPool);
    e.program = m_options.program.toStdString();
    e.fileName = m_options.fileName;
    e.errorOutput = m_errorOutput.trimmed().toStdString();
    e.fileChanged = m_options.fileChanged && m_options.fileChanged();
    return e;
}

Failure EngineProcess::explainEnd()
{
    if (!m_process)
        return explainDeath(evidence());
    // End of file came first; the exit status follows as soon as the kernel has torn the process down.
    if (!m_process->waitForFinished(5'000))
        m_process->kill();
    m_process->waitForFinished(5'000);
    drainErrorOutput();
    DeathEvidence e = evidence();
    // Qt reports the number of the signal as the exit code of a crashed process.
    if (m_process->exitStatus() == QProcess::CrashExit)
        e.signal = m_process->exitCode();
    else
        e.exitCode = m_process->exitCode();
    end();
    return explainDeath(e);
}

Failure EngineProcess::endStalled(bool thrashing, const Sentence& explanation, long seconds)
{
    m_lastReading = memory::readMemory(m_options.root);
    DeathEvidence e = evidence();
    end();
    return explainStall(thrashing, e, explanation, seconds);
}

void EngineProcess::noteStall(const Sentence& why)
{
    if (m_options.stalled && (m_stallShown || !why.empty()))
        m_options.stalled(m_row, why);
    m_stallShown = !why.empty();
}

std::optional<Failure> EngineProcess::checkIdle()
{
    if (!m_channel)
        return std::nullopt;
    m_row.reset();
    const auto received = m_channel->receive(0ms);
    if (received.state == Channel::State::Timeout) {
        noteAlive();
        return std::nullopt;
    }
    return explainEnd();
}

void EngineProcess::end()
{
    if (m_channel)
        m_channel->close();
    m_channel.reset();
    if (!m_process)
        return;
    if (m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished(5'000);
    }
    drainErrorOutput();
    m_process.reset();
    m_ceiling.remove();
    if (m_options.ended)
        m_options.ended();
}

} // namespace nanocap::engine
