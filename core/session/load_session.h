// SPDX-License-Identifier: Apache-2.0
// LoadSession: one model's life from plan to end, as the window's worker and nanocapctl both live it: engine
// process, pipeline, flight recorder, learned figures. One thread; blocking.
#pragma once

#include "core/engine/engine_process.h"
#include "core/journal/journal.h"
#include "core/load/pipeline.h"
#include "core/session/load_intent.h"

#include <QImage>

#include <chrono>
#include <memory>

namespace nanocap::session {

class LoadSession
{
public:
    struct Observer
    {
        load::LoadListener loading;
        /// Why a caption takes long, after 5 s without progress; empty when the engine moves again.
        std::function<void(const Sentence& why)> captionStalled;
        std::function<void(qint64 pid)> engineStarted;
        std::function<void()> engineEnded;
        /// Again and again while a call of the session works or waits.
        std::function<void()> alive;
    };
    LoadSession(LoadIntent intent, Observer observer, const engine::CancelToken& cancel);
    ~LoadSession();

    load::LoadReport load();
    /// Any QImage; converted to RGB. After a failure of class engine the session is over.
    Result<engine::Caption> caption(const QImage& image, const engine::CaptionOptions& options = {});
    /// Whether the idle engine is still there; its death's explanation when not.
    std::optional<Failure> checkIdle();
    /// Ends the engine. Returns how much available memory rose, empty when unknown.
    MaybeBytes end();
    bool isLoaded() const { return m_loaded; }
    /// The engine process as the kernel sees it now.
    memory::ProcessReading engineReading() const { return m_engine->reading(); }
    const LoadIntent& intent() const { return m_intent; }

private:
    load::PipelineInput pipelineInput() const;
    void tell(const load::LoadEvent& event) const;
    void recordFailure(const Failure& failure);
    /// Every ten seconds of captioning: what the next start knows of the last moments.
    void noteMemory();
    void learn(const load::LoadReport& report, const std::string& diedOf = {});
    /// The load went well and the engine ended later: both are worth knowing.
    void learnDeath(const Failure& failure);

    LoadIntent m_intent;
    Observer m_observer;
    const engine::CancelToken& m_cancel;
    memory::SystemRoot m_root = memory::SystemRoot::fromEnvironment();
    journal::Journal m_journal;
    std::unique_ptr<engine::EngineProcess> m_engine;
    std::unique_ptr<load::LoadPipeline> m_pipeline;
    std::optional<std::chrono::steady_clock::time_point> m_noted;
    std::optional<memory::ProcessReading> m_runtimeAtStart; ///< of the engine, after row CLASS
    std::optional<load::LoadReport> m_report; ///< of a success, until its life ends and is learned from
    bool m_loaded = false;
    double m_decodeMs = 0; ///< of all captions
    std::size_t m_words = 0;
};

/// The plan of a card without loading it: figures learned on this device included. Fails with the card's
/// problem.
Result<load::Plan> planFor(const catalog::ModelCard& card, engine::Precision precision,
                           const load::Floor& floor, const memory::MemoryReading& reading);

/// The floor that holds: the command line's or the setting's (when given), else the model's own, else 1200
/// MB.
load::Floor floorFor(const catalog::ModelCard& card, const std::optional<load::Floor>& asked);

} // namespace nanocap::session
