// SPDX-License-Identifier: Apache-2.0
// Crew: the threads that share the decoder's rows. Whoever calls does what no other thread has taken: one
// that the kernel does not let run is not waited for.
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

namespace nanocap::torch_engine {

class Crew
{
public:
    explicit Crew(int others); ///< beside the calling thread
    ~Crew();
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    using Part = void (*)(const void* context, std::int64_t begin, std::int64_t end);
    /// part(begin, end) for `parts` parts of [0, count), at most 65535; returns when all are done. One caller
    /// at a time.
    void run(std::int64_t count, std::int64_t parts, Part part, const void* context);
    int others() const { return static_cast<int>(m_threads.size()); }

private:
    void live();
    void end();
    bool takePart(std::uint64_t& ticket);

    Part m_part = nullptr;
    const void* m_context = nullptr;
    std::int64_t m_count = 0, m_each = 0;
    /// Number of the job (32 bits), its parts (16), the next part to take (16): who takes one by exchange
    /// knows that the job is still this one until he has done it.
    std::atomic<std::uint64_t> m_ticket{0};
    std::atomic<std::int64_t> m_done{0};
    std::atomic<int> m_asleep{0};
    std::atomic<bool> m_over{false};
    std::vector<std::thread> m_threads;
};

} // namespace nanocap::torch_engine
