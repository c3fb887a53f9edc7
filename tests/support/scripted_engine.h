// SPDX-License-Identifier: Apache-2.0
// ScriptedEngine: an engine that records what it is asked and answers as told, for tests of everything around
// it.
#pragma once

#include "core/engine/engine.h"

#include <functional>
#include <map>
#include <vector>

namespace nanocap::tests {

class ScriptedEngine : public engine::Engine
{
public:
    std::vector<std::string> calls;              ///< "run CLASS", "caption", "cleanUp", "end"
    std::map<Row, Failure> failures;             ///< what a row fails with
    std::map<Row, std::function<void()>> during; ///< runs inside a row
    std::vector<Bytes> progressSteps;            ///< reported in every row, of 64 MB
    std::string captionText = "a fox on a red background";
    Result<engine::RowOutcome> cleanUpResult = engine::RowOutcome{};

    Result<engine::RowOutcome> run(Row row, const engine::LoadRequest& request,
                                   const engine::Progress& progress) override
    {
        calls.push_back("run " + std::string(codeOf(row)));
        lastRequest = request;
        if (const auto action = during.find(row); action != during.end())
            action->second();
        for (Bytes done : progressSteps)
            if (!progress(done, Bytes::fromMegabytes(64)))
                return fail(makeFailure("CANCELLED", Sentence::verbatim("stopped")));
        if (const auto failure = failures.find(row); failure != failures.end())
            return fail(failure->second);
        engine::RowOutcome outcome;
        outcome.message = "done";
        outcome.rss = Bytes::fromMegabytes(160 + 10 * static_cast<int>(indexOf(row)));
        outcome.peakRss = outcome.rss;
        if (row == Row::Class)
            outcome.baselineRss = outcome.rss;
        return outcome;
    }
    Result<engine::Caption> caption(const engine::ImageView&, const engine::CaptionOptions&) override
    {
        calls.push_back("caption");
        engine::Caption c;
        c.text = captionText;
        return c;
    }
    Result<engine::RowOutcome> cleanUp() override
    {
        calls.push_back("cleanUp");
        return cleanUpResult;
    }
    void end() override { calls.push_back("end"); }

    void reset()
    {
        calls.clear();
        failures.clear();
        during.clear();
        progressSteps.clear();
    }

    engine::LoadRequest lastRequest;
};

} // namespace nanocap::tests
