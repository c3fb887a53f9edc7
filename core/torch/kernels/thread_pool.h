// SPDX-License-Identifier: Apache-2.0
// The threads all kernels share: one pool for the process, of pthreadpool, which XNNPACK computes with as
// well. OpenMP's threads are never started, so none wait beside these.
#pragma once

#include <cstdint>

struct pthreadpool;

namespace nanocap::torch_engine::thread_pool {

/// `threads` in all, the calling one included; 1 = no others. Replaces an earlier pool. Not while kernels
/// run.
void start(int threads);
int threads();
pthreadpool* handle(); ///< null when there is one thread

/// Lets the others sleep at once instead of waiting for more work in a loop.
void rest();

using Part = void (*)(const void* context, std::int64_t begin, std::int64_t end);
void forParts(std::int64_t count, std::int64_t grain, Part part, const void* context);

/// Calls work(begin, end) for parts of [0, count), of about `grain` each or more; in this thread alone when
/// there is no more than one part.
template <class Work> void forEach(std::int64_t count, std::int64_t grain, const Work& work)
{
    forParts(
        count, grain,
        [](const void* context, std::int64_t begin, std::int64_t end) {
            (*static_cast<const Work*>(context))(begin, end);
        },
        &work);
}

} // namespace nanocap::torch_engine::thread_pool
