// SPDX-License-Identifier: Apache-2.0
#include "core/torch/kernels/crew.h"

#include <algorithm>
#include <system_error>

namespace nanocap::torch_engine {

namespace {

// The rest of a step between two jobs takes some 10 µs: who slept through it would wake too late for the
// next.
constexpr int spinsBeforeSleep = 4000;

void pause()
{
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    asm volatile("yield");
#endif
}

std::uint64_t partsOf(std::uint64_t ticket)
{
    return ticket >> 16 & 0xffff;
}
std::uint64_t nextOf(std::uint64_t ticket)
{
    return ticket & 0xffff;
}

} // namespace

Crew::Crew(int others)
{
    m_threads.reserve(static_cast<std::size_t>(others));
    try {
        for (int i = 0; i < others; ++i)
            m_threads.emplace_back([this] { live(); });
    } catch (const std::system_error&) {
        // Fewer than wanted: slower, not wrong.
    } catch (...) {
        end();
        throw;
    }
}

Crew::~Crew()
{
    end();
}

void Crew::end()
{
    m_over = true;
    m_ticket += std::uint64_t{1} << 32;
    m_ticket.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
}

bool Crew::takePart(std::uint64_t& ticket)
{
    while (nextOf(ticket) < partsOf(ticket)) {
        if (!m_ticket.compare_exchange_weak(ticket, ticket + 1, std::memory_order_acq_rel))
            continue; // `ticket` is what it is now
        const auto begin = static_cast<std::int64_t>(nextOf(ticket)) * m_each;
        m_part(m_context, begin, std::min(m_count, begin + m_each));
        m_done.fetch_add(1, std::memory_order_release);
        return true;
    }
    return false;
}

void Crew::live()
{
    while (!m_over) {
        std::uint64_t ticket = m_ticket.load(std::memory_order_acquire);
        if (takePart(ticket))
            continue;
        int spins = 0;
        while (m_ticket.load(std::memory_order_relaxed) == ticket && ++spins < spinsBeforeSleep)
            pause();
        if (spins < spinsBeforeSleep)
            continue;
        ++m_asleep;
        m_ticket.wait(ticket);
        --m_asleep;
    }
}

void Crew::run(std::int64_t count, std::int64_t parts, Part part, const void* context)
{
    m_part = part;
    m_context = context;
    m_count = count;
    m_each = (count + parts - 1) / parts;
    const auto whole = (count + m_each - 1) / m_each; // rounding up may leave nothing for the last part
    m_done.store(0, std::memory_order_relaxed);
    std::uint64_t ticket = ((m_ticket.load(std::memory_order_relaxed) >> 32) + 1) << 32 |
                           static_cast<std::uint64_t>(whole) << 16;
    m_ticket.store(ticket); // before the sleepers are counted
    if (m_asleep.load() > 0)
        m_ticket.notify_all();
    while (takePart(ticket))
        ticket = m_ticket.load(std::memory_order_relaxed);
    for (int spins = 0; m_done.load(std::memory_order_acquire) < whole; ++spins) {
        if (spins < spinsBeforeSleep)
            pause();
        else
            std::this_thread::yield();
    }
}

} // namespace nanocap::torch_engine
