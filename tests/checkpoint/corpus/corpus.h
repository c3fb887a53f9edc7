// SPDX-License-Identifier: Apache-2.0
// Every bad input the reader must tell apart, as bytes with the code it must get, and their honest
// neighbours.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace corpus {

struct Case
{
    std::string name;     ///< in plain English
    std::string expected; ///< failure code; empty: it opens
    std::function<std::string()> bytes;
    std::vector<std::string> warnings = {}; ///< codes, when it opens
    std::string subject = {};               ///< what the sentence must name; empty: not looked at
    std::string says = {};                  ///< what the sentence must have in it, when it does not open
};

/// One list per part of the reader.
std::vector<Case> fileCases();
std::vector<Case> zipCases();
std::vector<Case> recordCases();
std::vector<Case> pickleCases();
std::vector<Case> globalCases();
std::vector<Case> storageCases();
std::vector<Case> tensorCases();
std::vector<Case> contentCases();
std::vector<Case> honestCases();

std::vector<Case> allCases();

} // namespace corpus
