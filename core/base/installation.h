// SPDX-License-Identifier: Apache-2.0
// Where this program's other parts are: helper programs and resources. The one place that decides, for every
// program of the project; a moved or renamed installation works. Plain C++, any thread.
#pragma once

#include <string>

namespace nanocap {

/// Path of a helper program ("nanocap-engine"): what the environment variable `override` names, else beside
/// this program, else in ../libexec/nanocap. Empty when it is nowhere (what the variable names is not looked
/// at: whoever set it wants to hear that it is not there).
std::string helperProgram(const std::string& name, const char* override);

/// Folder of models, cards and what else a program shows: $NANOCAP_RESOURCES, else ../share/nanocap beside
/// the program, else the source tree of a build (a package has none: the installed folder then, there or
/// not).
std::string resourceFolder();

} // namespace nanocap
