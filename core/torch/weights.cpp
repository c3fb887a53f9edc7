// SPDX-License-Identifier: Apache-2.0
#include "core/torch/weights.h"

#include "core/checkpoint/verify.h"
#include "core/torch/numbers.h"
#include "core/torch/weight_stream.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace nanocap::torch_engine {

namespace {

struct Slot
{
    at::Tensor values; ///< FP32, or the packed bytes
    at::Tensor scales;
    PackedMatrix packed; ///< data is null when the tensor is kept as FP32 values
    bool shared = false;
};

at::Tensor emptyOf(at::IntArrayRef shape, at::ScalarType type)
{
    return at::empty(shape, at::TensorOptions().dtype(type).device(at::kCPU));
}

void check(const float* values, std::size_t count, const std::string& name)
{
    if (firstInvalid(values, count) != count)
        throw InvalidWeight{name};
    if (checkpoint::isVariance(name) && std::any_of(values, values + count, [](float v) { return v < 0; }))
        throw InvalidWeight{name, true};
}

} // namespace

struct Weights::State
{
    class Direct;
    class Packing;
    class Overlapping;

    State(const checkpoint::Checkpoint& c, const load::NetworkShape& n, engine::Precision p)
        : checkpoint(c), network(n), precision(p), slots(n.needed.size())
    {
        for (std::size_t i = 0; i < n.needed.size(); ++i)
            byName.emplace(n.needed[i].name, i);
    }
    bool packs(std::size_t index) const { return network.needed[index].decoderMatrix; }
    const checkpoint::Tensor& tensorOf(std::size_t index) const
    {
        return checkpoint.tensors[network.needed[index].tensor];
    }
    const Slot& at(const std::string& name) const { return slots.at(byName.at(name)); }
    void allocate(std::size_t index);
    std::unique_ptr<RunTarget> targetFor(const load::WeightRun& run);

    const checkpoint::Checkpoint& checkpoint;
    const load::NetworkShape& network;
    const engine::Precision precision;
    std::vector<Slot> slots;
    std::unordered_map<std::string, std::size_t> byName;
};

void Weights::State::allocate(std::size_t index)
{
    const load::NeededTensor& needed = network.needed[index];
    Slot& slot = slots[index];
    const bool half = precision == engine::Precision::Fp16, byte = precision == engine::Precision::Int8;
    const at::ScalarType type = !packs(index) || !(half || byte) ? at::kFloat : half ? at::kHalf : at::kChar;
    slot.values = emptyOf(needed.shape, type);
    if (!packs(index))
        return;
    const std::int64_t rows = needed.shape[0], columns = slot.values.numel() / rows;
    if (byte)
        slot.scales = emptyOf({rows}, at::kFloat);
    slot.packed = {half   ? Storing::Half
                   : byte ? Storing::Byte
                          : Storing::Float,
                   slot.values.data_ptr(), byte ? slot.scales.data_ptr<float>() : nullptr, rows, columns};
}

/// One contiguous tensor kept as FP32: written where it stays.
class Weights::State::Direct : public RunTarget
{
public:
    Direct(State& state, std::size_t index) : m_state(state), m_index(index) {}
    void start() override { m_out = m_state.slots[m_index].values.data_ptr<float>(); }
    void write(const float* values, std::size_t count) override
    {
        check(values, count, m_state.network.needed[m_index].name);
        if (m_state.precision == engine::Precision::Fp16)
            m_out =
                std::transform(values, values + count, m_out, [](float v) { return fromHalf(toHalf(v)); });
        else
            m_out = std::copy(values, values + count, m_out);
    }
    void finish() override {}

private:
    State& m_state;
    std::size_t m_index;
    float* m_out = nullptr;
};

/// One contiguous matrix that is packed: a row at a time.
class Weights::State::Packing : public RunTarget
{
public:
    Packing(State& state, std::size_t index) : m_state(state), m_index(index) {}
    void start() override { m_row.resize(static_cast<std::size_t>(m_state.slots[m_index].packed.columns)); }
    void write(const float* values, std::size_t count) override
    {
        check(values, count, m_state.network.needed[m_index].name);
        while (count > 0) {
            const std::size_t part = std::min(count, m_row.size() - m_filled);
            std::copy(values, values + part, m_row.begin() + static_cast<std::ptrdiff_t>(m_filled));
            values += part;
            count -= part;
            m_filled += part;
            if (m_filled < m_row.size())
                continue;
            packRow(m_state.slots[m_index].packed, m_next++, m_row.data());
            m_filled = 0;
        }
    }
    void finish() override { m_row = {}; }

private:
    State& m_state;
    std::size_t m_index;
    std::vector<float> m_row;
    std::size_t m_filled = 0;
    std::int64_t m_next = 0;
};

/// Tied, viewed or strided tensors: read as FP32 first; contiguous ones then look at that block, others are
/// gathered.
class Weights::State::Overlapping : public RunTarget
{
public:
    Overlapping(State& state, const load::WeightRun& run) : m_state(state), m_run(run) {}
    void start() override
    {
        m_block = emptyOf({static_cast<std::int64_t>(m_run.end - m_run.begin)}, at::kFloat);
        m_out = m_block.data_ptr<float>();
    }
    void write(const float* values, std::size_t count) override
    {
        if (m_state.precision ==
            engine::Precision::Fp16) // NaN and infinities are kept for the check at the end
            m_out = std::transform(values, values + count, m_out,
                                   [](float v) { return std::isfinite(v) ? fromHalf(toHalf(v)) : v; });
        else
            m_out = std::copy(values, values + count, m_out);
    }
    void finish() override
    {
        for (const std::size_t index : m_run.needed)
            bind(index);
        m_block.reset();
    }

private:
    void bind(std::size_t index)
    {
        const checkpoint::Tensor& tensor = m_state.tensorOf(index);
        const std::string& name = m_state.network.needed[index].name;
        Slot& slot = m_state.slots[index];
        const auto offset = static_cast<std::int64_t>(tensor.offset - m_run.begin);
        const at::Tensor view = m_block.as_strided(tensor.shape, tensor.stride, offset);
        const bool packed = m_state.packs(index) && m_state.precision != engine::Precision::Fp32;
        if (packed) { // a row at a time: a whole gathered matrix would be a copy nobody counted
            m_state.allocate(index);
            for (std::int64_t row = 0; row < slot.packed.rows; ++row) {
                const at::Tensor line = view.select(0, row).contiguous();
                check(line.data_ptr<float>(), static_cast<std::size_t>(line.numel()), name);
                packRow(slot.packed, row, line.data_ptr<float>());
            }
            return;
        }
        const at::Tensor values = view.contiguous(); // the view itself when it is contiguous
        check(values.data_ptr<float>(), static_cast<std::size_t>(values.numel()), name);
        slot.values = values;
        slot.shared = values.data_ptr() == view.data_ptr();
        if (m_state.packs(index))
            slot.packed = {Storing::Float, values.data_ptr(), nullptr, tensor.shape[0],
                           values.numel() / tensor.shape[0]};
    }

    State& m_state;
    const load::WeightRun& m_run;
    at::Tensor m_block;
    float* m_out = nullptr;
};

std::unique_ptr<RunTarget> Weights::State::targetFor(const load::WeightRun& run)
{
    std::unique_ptr<RunTarget> target;
    if (!run.direct)
        target = std::make_unique<Overlapping>(*this, run);
    else if (packs(run.needed.front()) && precision != engine::Precision::Fp32)
        target = std::make_unique<Packing>(*this, run.needed.front());
    else
        target = std::make_unique<Direct>(*this, run.needed.front());
    target->begin = run.begin;
    target->end = run.end;
    return target;
}

Weights::Weights(const checkpoint::Checkpoint& checkpoint, const load::NetworkShape& network,
                 engine::Precision precision)
    : m_state(std::make_unique<State>(checkpoint, network, precision))
{
}

Weights::~Weights() = default;

void Weights::allocate()
{
    for (const load::WeightRun& run : m_state->network.runs)
        if (run.direct)
            m_state->allocate(run.needed.front());
}

Status Weights::fill(const engine::Progress& progress)
{
    const auto& checkpoint = m_state->checkpoint;
    const auto& runs = m_state->network.runs;
    Bytes total, done;
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (i == 0 || runs[i].storage != runs[i - 1].storage)
            total += Bytes(static_cast<std::int64_t>(checkpoint.storages[runs[i].storage].bytes));

    constexpr Bytes dropEvery = Bytes::fromMegabytes(16);
    Bytes dropAt = dropEvery;
    const auto onBytes = [&](std::size_t size) {
        done += Bytes(static_cast<std::int64_t>(size));
        if (done >= dropAt) {
            checkpoint::dropCachedPages(checkpoint);
            dropAt = done + dropEvery;
        }
        return !progress || progress(done, total);
    };
    for (std::size_t i = 0; i < runs.size();) {
        const std::size_t storage = runs[i].storage;
        std::vector<std::unique_ptr<RunTarget>> owned;
        std::vector<RunTarget*> targets;
        for (; i < runs.size() && runs[i].storage == storage; ++i) {
            owned.push_back(m_state->targetFor(runs[i]));
            targets.push_back(owned.back().get());
        }
        if (const Status status = streamStorage(checkpoint, storage, targets, onBytes); !status)
            return status;
    }
    checkpoint::dropCachedPages(checkpoint);
    return ok();
}

at::Tensor Weights::tensor(const std::string& name) const
{
    return m_state->at(name).values;
}

const float* Weights::vector(const std::string& name) const
{
    return m_state->at(name).values.data_ptr<float>();
}

PackedMatrix Weights::matrix(const std::string& name) const
{
    return m_state->at(name).packed;
}

bool Weights::isShared(const std::string& name) const
{
    return m_state->at(name).shared;
}

void Weights::release(const std::string& name)
{
    m_state->slots.at(m_state->byName.at(name)) = {};
}

Weights::Proof Weights::prove() const
{
    Proof proof;
    for (const Slot& slot : m_state->slots) {
        for (const at::Tensor* tensor : {&slot.values, &slot.scales}) {
            if (!tensor->defined())
                continue;
            ++proof.tensors;
            proof.elsewhere += tensor->device().type() != at::kCPU;
            proof.withGradient += tensor->requires_grad();
        }
    }
    return proof;
}

} // namespace nanocap::torch_engine
