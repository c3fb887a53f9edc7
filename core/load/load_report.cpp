// SPDX-License-Identifier: Apache-2.0
#include "core/load/load_report.h"

namespace nanocap::load {

std::vector<std::string> LoadReport::allNotes() const
{
    std::vector<std::string> all;
    for (const Sentence& warning : warnings)
        all.push_back(warning.text());
    all.insert(all.end(), notes.begin(), notes.end());
    return all;
}

} // namespace nanocap::load
