// SPDX-License-Identifier: Apache-2.0
#include "core/torch/kernels/thread_pool.h"

#include <pthreadpool.h>

#include <algorithm>
#include <memory>

namespace nanocap::torch_engine::thread_pool {

namespace {

struct Destroy
{
    void operator()(pthreadpool* pool) const { pthreadpool_destroy(pool); }
};

std::unique_ptr<pthreadpool, Destroy>& pool()
{
    static std::unique_ptr<pthreadpool, Destroy> instance;
    return instance;
}

struct Job
{
    Part part;
    const void* context;
    std::int64_t count;
};

} // namespace

void start(int wanted)
{
    if (wanted == threads())
        return;
    pool().reset(wanted > 1 ? pthreadpool_create(static_cast<std::size_t>(wanted)) : nullptr);
}

int threads()
{
    return pool() ? static_cast<int>(pthreadpool_get_threads_count(pool().get())) : 1;
}

pthreadpool* handle()
{
    return pool().get();
}

void rest()
{
    if (pool())
        pthreadpool_parallelize_1d(
            pool().get(), [](void*, std::size_t) {}, nullptr, pthreadpool_get_threads_count(pool().get()),
            PTHREADPOOL_FLAG_YIELD_WORKERS);
}

void forParts(std::int64_t count, std::int64_t grain, Part part, const void* context)
{
    const std::int64_t parts = std::min<std::int64_t>(threads(), count / std::max<std::int64_t>(1, grain));
    if (parts <= 1) {
        part(context, 0, count);
        return;
    }
    const Job job{part, context, count};
    pthreadpool_parallelize_1d_tile_1d(
        pool().get(),
        [](void* what, std::size_t begin, std::size_t size) {
            const Job& mine = *static_cast<const Job*>(what);
            mine.part(mine.context, static_cast<std::int64_t>(begin),
                      static_cast<std::int64_t>(begin + size));
        },
        const_cast<Job*>(&job), static_cast<std::size_t>(count),
        static_cast<std::size_t>((count + parts - 1) / parts), PTHREADPOOL_FLAG_DISABLE_DENORMALS);
}

} // namespace nanocap::torch_engine::thread_pool
