// SPDX-License-Identifier: Apache-2.0
// libFuzzer target of the checkpoint reader. Short run: `sh tests/checkpoint/fuzz.sh 60`. Long run: the same
// with 86400, or, to use several cores, start BUILD/tests/fuzz_checkpoint with -jobs=N on BUILD/fuzz/found
// after one short run; what it found stays in BUILD/fuzz/found for the next. A crash leaves its input in
// BUILD/fuzz/artifacts: repeat it with `BUILD/tests/fuzz_checkpoint FILE`, and add a row to the corpus when
// it is mended.
//
// An input's first byte says what the rest is: even, a whole file; odd, a contents list inside a good
// archive. In this build checksums are computed but not compared, or hardly any change would get past them.
#include "core/checkpoint/checkpoint.h"
#include "tests/checkpoint/corpus/model.h"
#include "tests/checkpoint/memory_file.h"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace nanocap;

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "violated: %s\n", what);
    std::abort();
}

bool count(void* context, const std::uint8_t* data, std::size_t size)
{
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < size; ++i)
        sum += data[i]; // every byte is looked at, so that the sanitizer sees it
    *static_cast<std::uint64_t*>(context) += size + (sum & 0);
    return true;
}

void checkTensor(const checkpoint::Checkpoint& opened, const checkpoint::Tensor& tensor)
{
    require(tensor.storage < opened.storages.size(), "a tensor's storage exists");
    require(tensor.shape.size() == tensor.stride.size() && tensor.shape.size() <= 8, "rank");
    const checkpoint::Storage& storage = opened.storages[tensor.storage];
    unsigned __int128 last = tensor.offset;
    unsigned __int128 numel = 1;
    for (std::size_t i = 0; i < tensor.shape.size(); ++i) {
        require(tensor.shape[i] >= 0 && tensor.stride[i] >= 0, "sizes and strides are not negative");
        numel *= static_cast<std::uint64_t>(tensor.shape[i]);
        if (tensor.shape[i] > 0)
            last += static_cast<unsigned __int128>(tensor.shape[i] - 1) *
                    static_cast<std::uint64_t>(tensor.stride[i]);
    }
    require(numel <= storage.numel, "a tensor has no more elements than its storage");
    require(numel == 0 ? tensor.offset <= storage.numel : last < storage.numel,
            "a tensor lies in its storage");
    require(tensor.numel() == numel, "numel");
}

void checkOpened(const checkpoint::Checkpoint& opened)
{
    require(!opened.tensors.empty() && !opened.vocabulary.words.empty(), "tensors and words");
    for (const checkpoint::Tensor& tensor : opened.tensors)
        checkTensor(opened, tensor);
    for (std::size_t i = 0; i < opened.storages.size(); ++i) {
        const checkpoint::Storage& storage = opened.storages[i];
        require(storage.bytes == storage.numel * itemSize(storage.dtype), "bytes of a storage");
        std::uint64_t bytes = 0;
        require(readStorage(opened, i, count, &bytes).has_value(), "an opened storage can be read");
        require(bytes == storage.bytes, "a storage is read whole");
    }
    const auto words = static_cast<std::int64_t>(opened.vocabulary.words.size());
    require(opened.vocabulary.start >= 0 && opened.vocabulary.start < words, "<start> is a word");
    require(opened.vocabulary.end >= 0 && opened.vocabulary.end < words, "<end> is a word");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static MemoryFile file;
    static const corpus::Model model;
    if (size == 0)
        return 0;
    const std::string rest(reinterpret_cast<const char*>(data) + 1, size - 1);
    file.assign(data[0] & 1 ? model.fileWith(rest) : rest);
    const auto opened = checkpoint::open(file.path(), checkpoint::Verify::Always, "model.pth");
    if (opened) {
        checkOpened(*opened);
    } else {
        const Failure& failure = opened.error();
        require(!failure.code.empty() && !failure.message.empty() && !failure.detail.empty(),
                "a failure explains itself");
        require(failure.code != "INTERNAL" && failure.code != "MEMORY" && failure.code != "CHANGED",
                "an honest failure");
    }
    return 0;
}
