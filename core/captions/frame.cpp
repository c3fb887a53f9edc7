// SPDX-License-Identifier: Apache-2.0
#include "core/captions/frame.h"

#include <atomic>
#include <chrono>

namespace nanocap::captions {

qint64 nowMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

quint64 newScene()
{
    static std::atomic<quint64> last = 0;
    return ++last;
}

} // namespace nanocap::captions
