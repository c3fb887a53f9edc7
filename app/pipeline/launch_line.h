// SPDX-License-Identifier: Apache-2.0
// A line for gst-launch-1.0, as it stands in a manual or a forum, turned into the pipeline it would have run.
// Plain C++, any thread.
#pragma once

#include <tl/expected.hpp>

#include <string>

namespace nanocap::pipeline {

struct LineProblem
{
    enum Kind {
        NoPipeline, ///< the program's name with nothing after it
        OldProgram, ///< gst-launch-0.10
        Variable,   ///< `word` is for a shell to fill in
        OpenQuote,  ///< a quote that is not closed
    };
    Kind kind = NoPipeline;
    std::string word;
};

/// `text` unchanged when no gst-launch stands at its beginning (line continuations become blanks). Else what
/// the shell and gst-launch would make of it: quotes and backslashes taken as the shell takes them, variables
/// set before it, its options, and what follows ">", "|", "&" or ";" left out.
tl::expected<std::string, LineProblem> pipelineOfLine(const std::string& text);

} // namespace nanocap::pipeline
