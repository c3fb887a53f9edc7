// SPDX-License-Identifier: Apache-2.0
// The allocator of tensors is not the only one: here `new` itself refuses, at every 97th place of a load and
// a caption (every single one with NANOCAP_EVERY_ALLOCATION=1).
#include "core/torch/torch_engine.h"
#include "tests/parity/python_torch.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <atomic>
#include <cstdlib>
#include <new>

// Where the compiler sees both halves at once it takes malloc() and this program's own delete for a mismatch.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

namespace {

std::atomic<long> countdown{0}, served{0};
long servedInFull = 0; ///< by the last load and caption that came through

} // namespace

void* operator new(std::size_t size)
{
    ++served;
    if (countdown > 0 && --countdown == 0)
        throw std::bad_alloc();
    if (void* const block = std::malloc(size ? size : 1))
        return block;
    throw std::bad_alloc();
}
void operator delete(void* block) noexcept
{
    std::free(block);
}
void operator delete(void* block, std::size_t) noexcept
{
    std::free(block);
}

using namespace nanocap;

namespace {

/// A load and a caption, of which the `nth` allocation is refused (0 = none).
std::optional<Failure> loadAndCaption(const std::string& path, long nth)
{
    torch_engine::TorchEngine engine;
    engine::LoadRequest request;
    request.path = request.displayName = path;
    request.threads = 1;
    const std::vector<std::uint8_t> picture(224 * 224 * 3, 80);
    std::optional<Failure> failure;
    served = 0; // what the test itself sets up is not counted
    countdown = nth;
    for (const Row row : allRows) {
        if (auto outcome = engine.run(row, request, {}); !outcome) {
            countdown = 0;
            return outcome.error();
        }
    }
    if (auto caption = engine.caption({picture.data(), 224, 224, 3 * 224}, {}); !caption)
        failure = caption.error();
    countdown = 0;
    servedInFull = served;
    return failure;
}

TEST(HeapRefusal, WhereverItHappensTheFailureIsCleanAndTheNextLoadWorks)
{
    QTemporaryDir folder;
    const QString problem = test::runWithTorch(QStringLiteral(NANOCAP_MAKE_CHECKPOINTS), {folder.path()});
    if (problem.startsWith(QLatin1String("SKIP")))
        GTEST_SKIP() << problem.toStdString();
    ASSERT_TRUE(problem.isEmpty()) << problem.toStdString();
    const std::string path = folder.filePath(QStringLiteral("small.pth")).toStdString();

    ASSERT_FALSE(loadAndCaption(path, 0)); // what libraries set up once is not part of a load
    ASSERT_FALSE(loadAndCaption(path, 0));
    const long all = servedInFull;
    ASSERT_GT(all, 1000);
    const long step = std::getenv("NANOCAP_EVERY_ALLOCATION") ? 1 : 97;
    int refused = 0;
    for (long n = 1; n <= all; n += step, ++refused) {
        const std::optional<Failure> failure = loadAndCaption(path, n);
        ASSERT_TRUE(failure) << "allocation " << n << " of " << all;
        ASSERT_EQ(failure->code, "MEMORY")
            << "allocation " << n << " of " << all << ": " << failure->message.text();
        ASSERT_EQ(failure->failureClass, FailureClass::Guard);
        if (refused % 16 == 0) {
            ASSERT_FALSE(loadAndCaption(path, 0)) << "after the refusal of allocation " << n;
        }
    }
    ASSERT_FALSE(loadAndCaption(path, 0));
}

} // namespace
