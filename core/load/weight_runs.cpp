// SPDX-License-Identifier: Apache-2.0
// Which parts of which storages a network reads, and what that costs in memory.
#include "core/load/encoder_program.h"
#include "core/load/network_shape.h"

#include <algorithm>
#include <tuple>

namespace nanocap::load {

namespace {

bool isEncoders(const NeededTensor& needed)
{
    return needed.name.starts_with("encoder.");
}

} // namespace

void addWeightRuns(const checkpoint::Checkpoint& checkpoint, NetworkShape& network)
{
    struct Span
    {
        std::size_t storage;
        std::uint64_t begin, end;
        std::size_t needed;
    };
    std::vector<Span> spans;
    for (std::size_t i = 0; i < network.needed.size(); ++i) {
        const checkpoint::Tensor& tensor = checkpoint.tensors[network.needed[i].tensor];
        std::uint64_t last = tensor.offset;
        for (std::size_t dim = 0; dim < tensor.shape.size(); ++dim)
            last += static_cast<std::uint64_t>(tensor.shape[dim] - 1) *
                    static_cast<std::uint64_t>(tensor.stride[dim]);
        spans.push_back({tensor.storage, tensor.offset, last + 1, i});
    }
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
        return std::tie(a.storage, a.begin, a.end, a.needed) < std::tie(b.storage, b.begin, b.end, b.needed);
    });
    for (const Span& span : spans) {
        const bool contiguous = checkpoint.tensors[network.needed[span.needed].tensor].isContiguous();
        WeightRun* previous = network.runs.empty() ? nullptr : &network.runs.back();
        if (previous && previous->storage == span.storage && span.begin < previous->end) {
            previous->end = std::max(previous->end, span.end);
            previous->needed.push_back(span.needed);
            previous->direct = false;
        } else {
            network.runs.push_back({span.storage, span.begin, span.end, {span.needed}, contiguous});
        }
    }
    for (const WeightRun& run : network.runs) {
        const checkpoint::Storage& storage = checkpoint.storages[run.storage];
        const bool plain =
            run.direct && storage.dtype == checkpoint::DType::F32 && storage.fileOffset % 4 == 0;
        Bytes bytes;
        if (run.direct)
            bytes = Bytes(static_cast<std::int64_t>(run.end - run.begin) * 4);
        else // overlapping tensors share elements: never more than the run, never more than the tensors
            for (const std::size_t needed : run.needed)
                bytes += Bytes(
                    static_cast<std::int64_t>(checkpoint.tensors[network.needed[needed].tensor].numel()) * 4);
        bytes = std::min(bytes, Bytes(static_cast<std::int64_t>(run.end - run.begin) * 4));
        network.weightsFp32 += bytes;
        if (!plain)
            network.convertedCopies += bytes;
    }
}

BindingBytes bindingBytes(const checkpoint::Checkpoint& checkpoint, const NetworkShape& network,
                          engine::Precision precision)
{
    const auto packed = [&](const NeededTensor& needed) {
        const auto elements = static_cast<std::int64_t>(checkpoint.tensors[needed.tensor].numel());
        if (needed.decoderMatrix && precision == engine::Precision::Fp16)
            return Bytes(elements * 2);
        if (needed.decoderMatrix && precision == engine::Precision::Int8)
            return Bytes(elements + needed.shape.front() * 4);
        return Bytes(elements * 4);
    };
    BindingBytes result;
    Bytes encoder; // as read; packed once all of it is there, and then given back
    for (const WeightRun& run : network.runs) {
        const Bytes whole(static_cast<std::int64_t>(run.end - run.begin) * 4);
        bool kept = false; // the FP32 run itself serves as storage of the tensors that view it
        bool viewed = false;
        Bytes own, ownEncoder;
        for (const std::size_t index : run.needed) {
            const NeededTensor& needed = network.needed[index];
            const bool packs = needed.decoderMatrix && precision != engine::Precision::Fp32;
            Bytes& sum = isEncoders(needed) ? ownEncoder : own;
            if (run.direct || packs || !checkpoint.tensors[needed.tensor].isContiguous())
                sum += packed(needed);
            else
                (isEncoders(needed) ? viewed : kept) = true;
        }
        result.bound += own + (kept ? whole : Bytes());
        encoder += ownEncoder + (viewed && !kept ? whole : Bytes());
        if (!run.direct && !kept && !viewed)
            result.transient = std::max(result.transient, whole);
    }
    const EncoderProgram program = encoderProgram(network);
    result.bound += program.packedBytes + program.addressBytes;
    result.encoder = program.block();
    // While the rest is read a run may stand beside the encoder as read; its packed form is not there yet.
    result.transient =
        std::max(encoder, encoder + result.transient - program.packedBytes - program.addressBytes);
    return result;
}

} // namespace nanocap::load
