// SPDX-License-Identifier: Apache-2.0
#include "core/torch/weight_stream.h"

#include "core/checkpoint/codes.h"
#include "core/checkpoint/verify.h"
#include "core/torch/numbers.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>

namespace nanocap::torch_engine {

namespace {

class StorageStream
{
public:
    StorageStream(const checkpoint::Storage& storage, const std::vector<RunTarget*>& targets,
                  const std::function<bool(std::size_t)>& onBytes)
        : m_dtype(storage.dtype), m_item(checkpoint::itemSize(storage.dtype)), m_targets(targets),
          m_onBytes(onBytes)
    {
    }

    // Exceptions must not run through the reader, which belongs to another folder: they wait here until it is
    // done.
    static bool sink(void* context, const std::uint8_t* data, std::size_t size)
    {
        auto& self = *static_cast<StorageStream*>(context);
        try {
            self.take(data, size);
        } catch (...) {
            self.m_exception = std::current_exception();
            return false;
        }
        return !self.m_onBytes || self.m_onBytes(size);
    }

    void rethrow() const
    {
        if (m_exception)
            std::rethrow_exception(m_exception);
    }

private:
    void take(const std::uint8_t* data, std::size_t size)
    {
        if (m_carried > 0) { // an element cut by the end of the last chunk
            const std::size_t part = std::min(size, m_item - m_carried);
            std::memcpy(m_carry.data() + m_carried, data, part);
            m_carried += part;
            data += part;
            size -= part;
            if (m_carried < m_item)
                return;
            m_carried = 0;
            elements(m_carry.data(), 1);
        }
        const std::size_t whole = size / m_item;
        elements(data, whole);
        m_carried = size - whole * m_item;
        std::memcpy(m_carry.data(), data + whole * m_item, m_carried);
    }

    void elements(const std::uint8_t* data, std::size_t count)
    {
        const std::uint64_t chunkEnd = m_position + count;
        while (m_current < m_targets.size() && m_targets[m_current]->begin < chunkEnd) {
            RunTarget& target = *m_targets[m_current];
            std::uint64_t from = std::max(m_position, target.begin);
            if (from == target.begin)
                target.start();
            const std::uint64_t to = std::min(chunkEnd, target.end);
            while (from < to) {
                const std::size_t n =
                    static_cast<std::size_t>(std::min<std::uint64_t>(to - from, m_numbers.size()));
                widen(m_dtype, data + (from - m_position) * m_item, n, m_numbers.data());
                target.write(m_numbers.data(), n);
                from += n;
            }
            if (to < target.end)
                break;
            target.finish();
            ++m_current;
        }
        m_position = chunkEnd;
    }

    checkpoint::DType m_dtype;
    std::size_t m_item;
    const std::vector<RunTarget*>& m_targets;
    const std::function<bool(std::size_t)>& m_onBytes;
    std::size_t m_current = 0;
    std::uint64_t m_position = 0; ///< elements of the storage seen so far
    std::array<std::uint8_t, 8> m_carry{};
    std::size_t m_carried = 0;
    std::array<float, 8192> m_numbers{}; // fits the first-level cache with what it is widened from
    std::exception_ptr m_exception;
};

} // namespace

Status streamStorage(const checkpoint::Checkpoint& checkpoint, std::size_t index,
                     const std::vector<RunTarget*>& targets, const std::function<bool(std::size_t)>& onBytes)
{
    StorageStream stream(checkpoint.storages[index], targets, onBytes);
    Status status = checkpoint::readStorage(checkpoint, index, &StorageStream::sink, &stream);
    try {
        stream.rethrow();
    } catch (const InvalidWeight& invalid) {
        const checkpoint::Refusal refusal =
            invalid.negative
                ? checkpoint::negativeVariance(invalid.tensor)
                : checkpoint::Refusal{checkpoint::Code::WeightNan, "NaN or infinity", invalid.tensor, {}};
        return fail(checkpoint::toFailure(refusal, checkpoint.path));
    }
    return status;
}

} // namespace nanocap::torch_engine
