// SPDX-License-Identifier: Apache-2.0
// What window and nanocap-speech tell each other: one JSON object a line, on the helper's standard input and
// output. The helper ends when its input does.
//
// To it:   {"say": "a fox", "language": "en", "rate": 0.0, "volume": 0.8}   replaces what is being said
//          {"prepare": "ko"}                                             loads the voice, which takes seconds
//          {"stop": true}
// From it: {"speaking": true} … {"speaking": false}
//          {"problem": "no-voice" | "no-sound" | "broken", "words": "…"}    nothing was or will be said
#pragma once

namespace nanocap::speech::wire {

constexpr char say[] = "say", language[] = "language", rate[] = "rate", volume[] = "volume",
               prepare[] = "prepare", stop[] = "stop", speaking[] = "speaking", problem[] = "problem",
               words[] = "words";
constexpr char noVoice[] = "no-voice", noSound[] = "no-sound", broken[] = "broken";

} // namespace nanocap::speech::wire
