// SPDX-License-Identifier: Apache-2.0
#include "core/load/floor_text.h"

#include <charconv>

namespace nanocap::load {

std::optional<Floor> floorFromText(std::string_view text)
{
    constexpr std::int64_t mostMegabytes = 1'048'576; // a terabyte: beyond it somebody meant bytes
    if (text == "auto")
        return Floor::automaticFloor();
    std::int64_t megabytes = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), megabytes);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (error != std::errc() || !(unit.empty() || unit == "MB" || unit == " MB") || megabytes < 0 ||
        megabytes > mostMegabytes)
        return std::nullopt;
    return Floor{Bytes::fromMegabytes(megabytes), false};
}

} // namespace nanocap::load
