// SPDX-License-Identifier: Apache-2.0
#include "core/base/bytes.h"

#include <cmath>
#include <cstdio>

namespace nanocap {

std::int64_t wholeMegabytes(Bytes bytes)
{
    return std::llround(bytes.megabytes());
}

std::string toText(Bytes bytes)
{
    const double mb = bytes.megabytes();
    char text[32];
    if (std::fabs(mb) < 9.95 && bytes != Bytes())
        std::snprintf(text, sizeof text, "%.1f MB", mb);
    else
        std::snprintf(text, sizeof text, "%lld MB", static_cast<long long>(wholeMegabytes(bytes)));
    return text;
}

std::string toText(const MaybeBytes& bytes)
{
    return bytes ? toText(*bytes) : "unknown";
}

} // namespace nanocap
