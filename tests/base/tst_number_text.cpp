// SPDX-License-Identifier: Apache-2.0
// Numbers read and print the same whatever the locale: with a decimal comma, with grouping, with a dotless i.
#include "core/base/bytes.h"
#include "core/base/number_text.h"
#include "core/memory/reading.h"

#include <gtest/gtest.h>

#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace nanocap;

namespace {

/// Locales of Debian's package are compiled on demand, so that none need be installed.
class NumberText : public testing::TestWithParam<const char*>
{
protected:
    void SetUp() override
    {
        const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "nanocap-locales";
        std::filesystem::create_directories(folder);
        const std::string name = GetParam();
        if (name != "C") {
            const std::string command = "localedef -i " + name + " -f UTF-8 " +
                                        (folder / (name + ".UTF-8")).string() + " >/dev/null 2>&1";
            [[maybe_unused]] const int ignored = std::system(command.c_str());
        }
        ::setenv("LOCPATH", folder.c_str(), 1);
        if (!std::setlocale(LC_ALL, name == "C" ? "C" : (name + ".UTF-8").c_str()))
            GTEST_SKIP() << "SKIP: the locale " << name << " cannot be made here (package locales)";
    }
    void TearDown() override { std::setlocale(LC_ALL, "C"); }
};

} // namespace

TEST_P(NumberText, PrintsAPoint)
{
    EXPECT_EQ(fixedText(6.46, 1), "6.5");
    EXPECT_EQ(fixedText(1234567.0, 0), "1234567");
    EXPECT_EQ(fixedText(-0.04, 2), "-0.04");
    EXPECT_EQ(toText(Bytes(6815744)), "6.5 MB");
    EXPECT_EQ(toText(Bytes::fromMegabytes(12000)), "12000 MB");
}

TEST_P(NumberText, ReadsAPoint)
{
    EXPECT_EQ(parseDecimal("55.20"), 55.2);
    EXPECT_EQ(parseDecimal("0"), 0.0);
    for (const char* wrong : {"", "55,20", " 1", "1 ", "nan", "inf", "1.5x"})
        EXPECT_FALSE(parseDecimal(wrong)) << wrong;
}

TEST_P(NumberText, UnderstandsTheKernelsPressure)
{
    const std::filesystem::path root = std::filesystem::path(testing::TempDir()) / "nanocap-pressure";
    std::filesystem::create_directories(root / "proc/pressure");
    std::ofstream(root / "proc/pressure/memory") << "some avg10=55.20 avg60=20.10 avg300=5.00 total=123456\n"
                                                    "full avg10=31.70 avg60=8.00 avg300=1.00 total=12345\n";
    const auto pressure = memory::readPressure({root.string()});
    EXPECT_EQ(pressure.someAvg10, 55.2);
    EXPECT_EQ(pressure.fullAvg10, 31.7);
}

INSTANTIATE_TEST_SUITE_P(Locales, NumberText, testing::Values("C", "de_DE", "tr_TR", "ko_KR", "fr_FR"),
                         [](const auto& locale) { return std::string(locale.param); });
