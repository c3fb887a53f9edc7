// SPDX-License-Identifier: Apache-2.0
// The file system's side: what cannot be opened, and what changes while it is read.
#include "core/checkpoint/checkpoint.h"
#include "tests/checkpoint/corpus/model.h"
#include "tests/support/verify_result.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace nanocap;
namespace fs = std::filesystem;

namespace {

class Files : public testing::Test
{
protected:
    Files()
    {
        std::string pattern = (fs::temp_directory_path() / "nanocap-files-XXXXXX").string();
        m_folder = ::mkdtemp(pattern.data());
    }
    ~Files() override { fs::remove_all(m_folder); }

    std::string path(const std::string& name) const { return (m_folder / name).string(); }
    std::string write(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(path(name), std::ios::binary) << bytes;
        return path(name);
    }
    std::string writeModel(std::size_t floats = 6) const
    {
        corpus::Model model;
        corpus::pk::Tensor tensor;
        tensor.numel = corpus::pk::integer(static_cast<std::int64_t>(floats));
        tensor.size = corpus::pk::ints({static_cast<std::int64_t>(floats)});
        tensor.stride = corpus::pk::ints({1});
        model.tensors[0].second = corpus::pk::tensor(tensor);
        model.storages[0].second = corpus::floats(floats);
        return write("model.pth", model.file());
    }
    static Failure failureOf(const std::string& file)
    {
        const auto opened = checkpoint::open(file);
        EXPECT_FALSE(opened.has_value()) << file;
        return opened ? Failure() : opened.error();
    }

    fs::path m_folder;
};

bool append(void* context, const std::uint8_t* data, std::size_t size)
{
    static_cast<std::string*>(context)->append(reinterpret_cast<const char*>(data), size);
    return true;
}

TEST_F(Files, whatIsNoFileIsNotOpened)
{
    ASSERT_EQ(::mkfifo(path("fifo").c_str(), 0600), 0);
    for (const std::string& file : {path("absent.pth"), m_folder.string(), path("fifo"),
                                    std::string("/dev/zero"), path(std::string("a\0b", 3)), std::string()}) {
        const Failure failure = failureOf(file);
        EXPECT_EQ(failure.code, "FILE_OPEN") << file;
        EXPECT_EQ(exitCodeFor(failure), ExitCheckpoint);
        EXPECT_THAT(failure.message.text(), testing::HasSubstr("cannot be opened"));
    }
}

TEST_F(Files, aFileThatMayNotBeReadIsNotOpened)
{
    const std::string file = writeModel();
    ASSERT_EQ(::chmod(file.c_str(), 0), 0);
    const bool root = ::geteuid() == 0;
    constexpr uid_t nobody = 65534;
    if (root) { // root may read every file
        ASSERT_EQ(::chmod(m_folder.c_str(), 0755), 0);
        ASSERT_EQ(::seteuid(nobody), 0);
    }
    const Failure failure = failureOf(file);
    ASSERT_EQ(root ? ::seteuid(0) : 0, 0);
    EXPECT_EQ(failure.code, "FILE_OPEN");
    EXPECT_THAT(failure.message.text(), testing::HasSubstr("Permission denied"));
}

TEST_F(Files, aFileOverThreeGigabytesIsTooLarge)
{
    const std::string file = write("huge.pth", "PK\x03\x04");
    ASSERT_EQ(::truncate(file.c_str(), (off_t(3) << 30) + 1), 0);
    const Failure failure = failureOf(file);
    EXPECT_EQ(failure.code, "TOO_LARGE");
    EXPECT_EQ(exitCodeFor(failure), ExitMemory);
    EXPECT_THAT(failure.message.text(), testing::HasSubstr("3072 MB"));
    ASSERT_EQ(::truncate(file.c_str(), off_t(3) << 30), 0);
    EXPECT_EQ(failureOf(file).code, "TRUNCATED");
}

TEST_F(Files, theSentenceUsesTheDisplayName)
{
    const std::string file = write("x.pth", "");
    EXPECT_EQ(failureOf(file).subject, "x.pth");
    const auto named = checkpoint::open(file, checkpoint::Verify::Auto, "flash\x1b[31mcards.pth");
    ASSERT_FALSE(named.has_value());
    EXPECT_EQ(named.error().subject, "flash[31mcards.pth");
}

TEST_F(Files, aFileReplacedByRenameKeepsItsOldBytes)
{
    const std::string file = writeModel();
    const auto opened = checkpoint::open(file);
    ASSERT_RESULT(opened);
    fs::rename(write("new.pth", "something else"), file);
    std::string bytes;
    const Status read = readStorage(*opened, 0, append, &bytes);
    ASSERT_RESULT(read);
    EXPECT_EQ(bytes, corpus::floats(6));
    EXPECT_RESULT(checkUnchanged(*opened));
}

TEST_F(Files, aFileTruncatedInPlaceIsChanged)
{
    const std::string file = writeModel();
    const auto opened = checkpoint::open(file);
    ASSERT_RESULT(opened);
    ASSERT_EQ(::truncate(file.c_str(), 100), 0);
    std::string bytes;
    EXPECT_EQ(readStorage(*opened, 0, append, &bytes).error().code, "CHANGED");
    EXPECT_EQ(checkUnchanged(*opened).error().code, "CHANGED");
    EXPECT_EQ(bytes, "");
}

TEST_F(Files, aFileTruncatedBetweenTwoPiecesIsChanged)
{
    const std::string file = writeModel(600'000);
    const auto opened = checkpoint::open(file);
    ASSERT_RESULT(opened);
    const auto truncate = [](void* context, const std::uint8_t*, std::size_t) {
        return ::truncate(static_cast<const std::string*>(context)->c_str(), 1000) == 0;
    };
    std::string name = file;
    EXPECT_EQ(readStorage(*opened, 0, truncate, &name).error().code, "CHANGED");
}

TEST_F(Files, aFileOverwrittenInPlaceIsChanged)
{
    const std::string file = writeModel();
    const auto opened = checkpoint::open(file);
    ASSERT_RESULT(opened);
    const int descriptor = ::open(file.c_str(), O_WRONLY);
    const timespec past[2] = {{1, 0}, {1, 0}};
    ASSERT_EQ(::pwrite(descriptor, "x", 1, 0), 1);
    ASSERT_EQ(::futimens(descriptor, past), 0); // does not depend on the clock's resolution
    ::close(descriptor);
    std::string bytes;
    EXPECT_EQ(readStorage(*opened, 0, append, &bytes).error().code, "CHANGED");
}

TEST_F(Files, aDeviceThatFailsIsNamed)
{
    const std::string file = writeModel();
    const auto opened = checkpoint::open(file);
    ASSERT_RESULT(opened);
    const int writeOnly = ::open(file.c_str(), O_WRONLY);
    ASSERT_GE(::dup2(writeOnly, fileDescriptor(*opened)), 0); // reading it fails from now on
    std::string bytes;
    const Status read = readStorage(*opened, 0, append, &bytes);
    ::close(writeOnly);
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code, "IO");
    EXPECT_EQ(read.error().subject, "model.pth");
}

TEST_F(Files, aStorageIsStreamedInPiecesAndCanBeStopped)
{
    constexpr std::size_t floats = 600'000;
    const auto opened = checkpoint::open(writeModel(floats));
    ASSERT_RESULT(opened);
    std::vector<std::size_t> pieces;
    const auto count = [](void* context, const std::uint8_t*, std::size_t size) {
        static_cast<std::vector<std::size_t>*>(context)->push_back(size);
        return true;
    };
    ASSERT_RESULT(readStorage(*opened, 0, count, &pieces));
    EXPECT_EQ(pieces, (std::vector<std::size_t>{1u << 20, 1u << 20, floats * 4 - (2u << 20)}));
    const auto stop = [](void*, const std::uint8_t*, std::size_t) { return false; };
    const Status stopped = readStorage(*opened, 0, stop, nullptr);
    ASSERT_FALSE(stopped.has_value());
    EXPECT_EQ(stopped.error().code, "CANCELLED");
    EXPECT_EQ(stopped.error().failureClass, FailureClass::Cancelled);
}

TEST_F(Files, damageThatWasNotVerifiedIsFoundWhenItIsRead)
{
    const std::string file = writeModel();
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(stream)), {});
    stream.seekp(static_cast<std::streamoff>(bytes.find(corpus::floats(6))));
    stream.put('\x01');
    stream.close();
    EXPECT_EQ(failureOf(file).code, "CHECKSUM");
    const auto opened = checkpoint::open(file, checkpoint::Verify::Never);
    ASSERT_RESULT(opened);
    EXPECT_FALSE(opened->verified);
    std::string read;
    const Status status = readStorage(*opened, 0, append, &read);
    ASSERT_FALSE(status.has_value());
    EXPECT_EQ(status.error().code, "CHECKSUM");
    EXPECT_EQ(status.error().subject, "data/0");
}

TEST_F(Files, theDescriptorLivesAsLongAsTheCheckpoint)
{
    int descriptor = -1;
    {
        const auto opened = checkpoint::open(writeModel());
        ASSERT_RESULT(opened);
        descriptor = fileDescriptor(*opened);
        const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
        EXPECT_RESULT(checkpoint::open(link, checkpoint::Verify::Auto, "model.pth"));
        EXPECT_NE(::fcntl(descriptor, F_GETFD) & FD_CLOEXEC, 0);
        dropCachedPages(*opened);
    }
    EXPECT_EQ(::fcntl(descriptor, F_GETFD), -1);
    EXPECT_EQ(checkpoint::fileDescriptor(checkpoint::Checkpoint()), -1);
}

TEST_F(Files, anUnpackedCheckpointIsCalledOne)
{
    fs::create_directories(path("plain"));
    const auto plain = checkpoint::open(path("plain"));
    ASSERT_FALSE(plain.has_value());
    EXPECT_EQ(plain.error().code, "FILE_OPEN");
    EXPECT_NE(plain.error().message.text().find("it is a folder"), std::string::npos)
        << plain.error().message.text();

    fs::create_directories(path("unpacked/best"));
    std::ofstream(path("unpacked/best/data.pkl")) << "x";
    for (const std::string& folder : {path("unpacked"), path("unpacked/best"), path("unpacked/best/")}) {
        const auto opened = checkpoint::open(folder);
        ASSERT_FALSE(opened.has_value());
        EXPECT_EQ(opened.error().code, "FILE_OPEN");
        EXPECT_NE(opened.error().message.text().find("(zip -0 -r model.pth 'best')"), std::string::npos)
            << opened.error().message.text();
    }
}

} // namespace
