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

struct Threads
{
    int number = 1;
    std::unique_ptr<pthreadpool, Destroy> pool;
    std::unique_ptr<Crew> crew;
};

Threads& all()
{
    static Threads instance;
    return instance;
}

} // namespace

void start(int wanted)
{
    Threads& threads = all();
    if (wanted == threads.number)
        return;
    threads = {};
    if (wanted > 1) {
        threads.crew = std::make_unique<Crew>(wanted - 1);
        threads.pool.reset(pthreadpool_create(static_cast<std::size_t>(wanted)));
        restXnnpack();
    }
    threads.number = wanted;
}

int threads()
{
    return all().number;
}

pthreadpool* forXnnpack()
{
    return all().pool.get();
}

void restXnnpack()
{
    if (pthreadpool* const pool = forXnnpack())
        pthreadpool_parallelize_1d(
            pool, [](void*, std::size_t) {}, nullptr, pthreadpool_get_threads_count(pool),
            PTHREADPOOL_FLAG_YIELD_WORKERS);
}

void forParts(std::int64_t count, std::int64_t grain, Crew::Part part, const void* context)
{
    const Threads& threads = all();
    // Two for each thread: who starts late leaves more to the others.
    const std::int64_t parts =
        std::min<std::int64_t>(2 * threads.number, count / std::max<std::int64_t>(1, grain));
    if (!threads.crew || parts <= 1)
        part(context, 0, count);
    else
        threads.crew->run(count, parts, part, context);
}

} // namespace nanocap::torch_engine::thread_pool
