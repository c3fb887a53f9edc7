// SPDX-License-Identifier: Apache-2.0
// EngineProcess: the Engine everybody but the engine itself holds. Starts nanocap-engine at row CLASS, talks
// to it, watches it and explains its end. Used from one thread, which must outlive it: PDEATHSIG fires when
// the thread that started the process ends. Calls block; a cancel token ends the process within 20 ms of
// being set.
#pragma once

#include "core/engine/cancel_token.h"
#include "core/engine/cgroup_ceiling.h"
#include "core/engine/channel.h"
#include "core/engine/death.h"
#include "core/engine/oom_baseline.h"
#include "core/engine/stall_watch.h"

#include <QProcess>
#include <QString>

#include <memory>

namespace nanocap::engine {

/// Path of nanocap-engine: $NANOCAP_ENGINE, beside this program, ../libexec/nanocap/. Empty when nowhere.
QString findEngine();

class EngineProcess : public Engine
{
public:
    struct Options
    {
        QString program = findEngine();
        StallWatch::Limits limits;
        memory::SystemRoot root = memory::SystemRoot::fromEnvironment();
        /// True when the checkpoint on disk is no longer what was validated; asked after a death only.
        std::function<bool()> fileChanged;
        std::string fileName;
        std::function<void(qint64 pid)> started;
        std::function<void()> ended;
        std::function<void()> alive; ///< again and again while a call waits for the engine
        std::function<void(std::optional<Row>, const Sentence& why)>
            stalled; ///< why is empty when it moves again
    };
    EngineProcess(Options options, const CancelToken& cancel);
    ~EngineProcess() override;

    Result<RowOutcome> run(Row row, const LoadRequest& request, const Progress& progress) override;
    Result<Caption> caption(const ImageView& image, const CaptionOptions& options) override;
    Result<RowOutcome> cleanUp() override;
    void end() override;

    qint64 pid() const;
    bool isRunning() const { return m_channel && m_channel->isOpen(); }
    /// Looks without waiting whether an idle engine is still there; its death's explanation when it is not.
    std::optional<Failure> checkIdle();
    /// VmRSS and VmHWM as the kernel has them now (the peak survives until the process is reaped).
    memory::ProcessReading reading() const;

private:
    Status start(const MaybeBytes& ceiling);
    Result<wire::Message> ask(wire::Kind kind, const QByteArray& body, const Progress& progress);
    Result<RowOutcome> outcomeOf(const Result<wire::Message>& reply);
    Failure explainEnd();
    Failure endStalled(bool thrashing, const Sentence& explanation, long seconds);
    void noteStall(const Sentence& why);
    DeathEvidence evidence() const;
    void drainErrorOutput();
    void noteAlive();

    Options m_options;
    const CancelToken& m_cancel;
    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<Channel> m_channel;
    CgroupCeiling m_ceiling;
    std::optional<Row> m_row;
    OomBaseline m_counters;
    memory::MemoryReading m_lastReading;
    MaybeBytes m_lastRss;
    QByteArray m_errorOutput;
    bool m_stallShown = false;
};

} // namespace nanocap::engine
