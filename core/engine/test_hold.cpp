// SPDX-License-Identifier: Apache-2.0
#include "core/engine/test_hold.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace nanocap::engine {

namespace {
constexpr std::array<std::pair<std::string_view, Fault>, 8> faultNames = {{{"", Fault::Hold},
                                                                           {"segv", Fault::Segv},
                                                                           {"abort", Fault::Abort},
                                                                           {"bus", Fault::Bus},
                                                                           {"ill", Fault::Ill},
                                                                           {"kill", Fault::Kill},
                                                                           {"hang", Fault::Hang},
                                                                           {"alloc", Fault::Alloc}}};
} // namespace

std::optional<TestHold> TestHold::parse(const std::string& text)
{
    const auto colon = text.find(':');
    const auto row = rowFromCode(std::string_view(text).substr(0, colon));
    const auto name =
        colon == std::string::npos ? std::string_view() : std::string_view(text).substr(colon + 1);
    for (const auto& [faultName, fault] : faultNames)
        if (row && faultName == name && (colon == std::string::npos) == name.empty())
            return TestHold{*row, fault};
    return std::nullopt;
}

std::optional<TestHold> TestHold::fromEnvironment()
{
    const char* text = std::getenv("NANOCAP_TEST_HOLD");
    return text ? parse(text) : std::nullopt;
}

void play(Fault fault)
{
    // The default action of the signal is what a real fault ends in; a handler somebody installed must not
    // hide it.
    const auto die = [](int signal) {
        std::signal(signal, SIG_DFL);
        ::raise(signal);
    };
    switch (fault) {
    case Fault::Segv:
        die(SIGSEGV);
        break;
    case Fault::Abort:
        die(SIGABRT);
        break;
    case Fault::Bus:
        die(SIGBUS);
        break;
    case Fault::Ill:
        die(SIGILL);
        break;
    case Fault::Kill:
        die(SIGKILL);
        break;
    case Fault::Hold:
    case Fault::Hang:
    case Fault::Alloc:
        break;
    }
    while (true)
        ::pause();
}

} // namespace nanocap::engine
