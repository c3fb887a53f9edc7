// SPDX-License-Identifier: Apache-2.0
// A display that is not there is a sentence, never an abort of Qt.
#include "app/nanocap/display_probe.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <unistd.h>

using namespace nanocap;

namespace {

/// The verdict on an environment; the program's own name is its only argument.
std::string verdict(const char* platform, const char* display, const char* wayland = nullptr)
{
    for (const auto& [name, value] :
         {std::pair("QT_QPA_PLATFORM", platform), {"DISPLAY", display}, {"WAYLAND_DISPLAY", wayland}}) {
        if (value)
            ::setenv(name, value, 1);
        else
            ::unsetenv(name);
    }
    char program[] = "nanocap";
    char* arguments[] = {program, nullptr};
    return app::displayProblem(1, arguments).text();
}

} // namespace

TEST(DisplayProbe, OffScreenNeedsNoDisplay)
{
    EXPECT_EQ(verdict("offscreen", ":77"), "");
}

TEST(DisplayProbe, ADisplayThatIsNotThereIsNamed)
{
    const std::string said = verdict(nullptr, ":77");
    EXPECT_NE(said.find("\":77\""), std::string::npos) << said;
    EXPECT_NE(said.find("nanocapctl"), std::string::npos) << said;
    EXPECT_NE(verdict("xcb", ":78").find("\":78\""), std::string::npos);
}

TEST(DisplayProbe, APlatformThatIsNotInstalledIsNamed)
{
    EXPECT_NE(verdict("nosuchplatform", nullptr).find("\"nosuchplatform\" is not installed"),
              std::string::npos);
}

TEST(DisplayProbe, AScreenWithoutFramebufferIsExplained)
{
    if (::access("/dev/fb0", F_OK) == 0)
        GTEST_SKIP() << "SKIP: this machine has a framebuffer";
    EXPECT_NE(verdict("linuxfb", nullptr).find("/dev/fb0"), std::string::npos);
}

TEST(DisplayProbe, AnEmptyGraphicsCardIsExplained)
{
    if (::access("/dev/dri/card0", F_OK) == 0)
        GTEST_SKIP() << "SKIP: this machine has a graphics device";
    EXPECT_NE(verdict("eglfs", nullptr), "");
}

TEST(DisplayProbe, WaylandWithoutItsPluginNamesThePackage)
{
    const Sentence said =
        app::displaySentence("wayland", "wayland-0", "Could not find the Qt platform plugin \"wayland\"");
    EXPECT_NE(said.text().find("qt6-wayland"), std::string::npos);
}
