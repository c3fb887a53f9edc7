// SPDX-License-Identifier: Apache-2.0
#include "core/engine/precision.h"

namespace nanocap::engine {

std::string_view nameOf(Precision precision)
{
    switch (precision) {
    case Precision::Fp32:
        return "fp32";
    case Precision::Fp16:
        return "fp16";
    case Precision::Int8:
        return "int8";
    }
    return "fp32";
}

std::optional<Precision> precisionFromName(std::string_view name)
{
    for (Precision p : {Precision::Fp32, Precision::Fp16, Precision::Int8})
        if (nameOf(p) == name)
            return p;
    return std::nullopt;
}

} // namespace nanocap::engine
