// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/last_start.h"

#include "core/journal/journal.h"
#include "core/memory/reading.h"

namespace nanocap::app {

LastStart reviewLastLife(bool mayQuarantine)
{
    journal::Journal journal;
    const auto last = journal::lastLife(journal.read(), journal::bootId(), "nanocap",
                                        journal::millisecondsSinceBoot(), memory::readPressure().oomKills);
    LastStart start;
    start.safeMenu = last.crashesInFiveMinutes >= 2;
    using End = journal::LastLife::End;
    if (last.end == End::ProcessDied || last.end == End::BoardReset) {
        start.sentence = last.sentence;
        // A board that lost power says nothing about the model; a program that died while loading one does.
        if (mayQuarantine && last.end == End::ProcessDied && !last.path.empty())
            journal::Quarantine().add(last.path, last.row.empty() ? "use" : last.row);
    }
    if (start.safeMenu)
        start.sentence +=
            said("Journal", "The program ended twice in five minutes, so nothing is loaded by itself.");
    journal.write("start", {});
    if (const auto problem = journal.problem(); !problem.empty()) {
        start.sentence += Sentence::verbatim(problem);
        start.sentence += said("Journal", "Nanocap works, but an unexpected end will not be explained.");
    }
    return start;
}

CleanStop::~CleanStop()
{
    journal::Journal().write("stop", {});
}

} // namespace nanocap::app
