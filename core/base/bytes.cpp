// SPDX-License-Identifier: Apache-2.0
#include "core/base/bytes.h"

#include "core/base/number_text.h"

#include <cmath>

namespace nanocap {

std::int64_t wholeMegabytes(Bytes bytes)
{
    return std::llround(bytes.megabytes());
}

std::string toText(Bytes bytes)
{
    const double mb = bytes.megabytes();
    return std::fabs(mb) < 9.95 && bytes != Bytes() ? fixedText(mb, 1) + " MB"
                                                    : std::to_string(wholeMegabytes(bytes)) + " MB";
}

std::string toText(const MaybeBytes& bytes)
{
    return bytes ? toText(*bytes) : "unknown";
}

} // namespace nanocap
