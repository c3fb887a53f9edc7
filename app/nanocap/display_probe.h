// SPDX-License-Identifier: Apache-2.0
// Whether Qt can open the display this program is about to use. Qt ends the process when it cannot, so it is
// tried in a child process first. Called before QApplication and before any thread.
#pragma once

#include "core/base/sentence.h"

namespace nanocap::app {

/// Empty when the display can be used; else one sentence that names it and says what to do. Takes as long as
/// Qt takes to connect (some 50 ms on a desktop), at most 10 s; off screen nothing is tried.
Sentence displayProblem(int argc, char* argv[]);

/// The sentence for what Qt said on its error output (or how the child ended) with this platform and
/// environment.
Sentence displaySentence(const std::string& platform, const std::string& display, const std::string& qtSaid);

} // namespace nanocap::app
