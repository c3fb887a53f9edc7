// SPDX-License-Identifier: Apache-2.0
// A file is replaced whole or not at all, whatever its name is made of.
#include "core/base/whole_file.h"

#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include <sys/resource.h>
#include <unistd.h>

namespace fs = std::filesystem;
using nanocap::writeWholeFile;

namespace {

class WholeFile : public testing::Test
{
protected:
    void SetUp() override
    {
        std::string pattern = (fs::temp_directory_path() / "nanocap-whole-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
    }
    void TearDown() override { fs::remove_all(folder); }

    static std::string textOf(const fs::path& path)
    {
        std::ifstream file(path);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    long files() const { return std::distance(fs::directory_iterator(folder), fs::directory_iterator()); }

    fs::path folder;
};

TEST_F(WholeFile, NameIsAnyBytes)
{
    const fs::path path = folder / "\xBB\xE7\xC1\xF8 #%.json";
    EXPECT_EQ(writeWholeFile(path.string(), "one"), "");
    EXPECT_EQ(writeWholeFile(path.string(), "two"), "");
    EXPECT_EQ(textOf(path), "two");
    EXPECT_EQ(files(), 1);
}

TEST_F(WholeFile, LinkAndPermissionsStay)
{
    ASSERT_EQ(writeWholeFile((folder / "real").string(), "one"), "");
    fs::permissions(folder / "real", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("real", folder / "link");
    EXPECT_EQ(writeWholeFile((folder / "link").string(), "two"), "");
    EXPECT_TRUE(fs::is_symlink(folder / "link"));
    EXPECT_EQ(textOf(folder / "real"), "two");
    EXPECT_EQ(fs::status(folder / "real").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(WholeFile, FullDiskLeavesTheOldText)
{
    const std::string path = (folder / "settings.json").string();
    ASSERT_EQ(writeWholeFile(path, "old"), "");
    rlimit before = {};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small = {100, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const std::string why = writeWholeFile(path, std::string(1000, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    EXPECT_EQ(why, "File too large");
    EXPECT_EQ(textOf(path), "old");
    EXPECT_EQ(files(), 1);
}

TEST_F(WholeFile, SaysWhyNot)
{
    EXPECT_EQ(writeWholeFile((folder / "nowhere" / "x").string(), "x"), "No such file or directory");
    fs::create_directory(folder / "folder");
    EXPECT_EQ(writeWholeFile((folder / "folder").string(), "x"), "Is a directory");
    EXPECT_EQ(files(), 1);
}

TEST_F(WholeFile, DeviceIsWrittenToNotReplaced)
{
    EXPECT_EQ(writeWholeFile("/dev/null", "x"), "");
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
    EXPECT_EQ(writeWholeFile("/dev/full", "x"), "No space left on device");
}

} // namespace
