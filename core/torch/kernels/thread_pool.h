// SPDX-License-Identifier: Apache-2.0
// The threads of the kernels, one setting for the process: pthreadpool's, in which XNNPACK computes the
// encoder, and a crew for the decoder's rows. Only one of them works at a time, and the other sleeps.
#pragma once

#include "core/torch/kernels/crew.h"

struct pthreadpool;

namespace nanocap::torch_engine::thread_pool {

/// `threads` in all, the calling one included; 1 = no others. Replaces what was there. Not while kernels run.
void start(int threads);
int threads();

pthreadpool* forXnnpack(); ///< null when there is one thread
/// Lets XNNPACK's threads sleep at once instead of waiting in a loop for more work.
void restXnnpack();

void forParts(std::int64_t count, std::int64_t grain, Crew::Part part, const void* context);

/// Calls work(begin, end) for parts of [0, count) of `grain` or more each; in this thread alone when there is
/// no more than one.
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
