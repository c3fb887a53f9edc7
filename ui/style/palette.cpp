// SPDX-License-Identifier: Apache-2.0
#include "ui/style/palette.h"

#include <algorithm>
#include <cmath>

namespace nanocap::ui {

const Palette& paletteFor(ThemeKind kind)
{
    static const Palette dark = {QColor(0x10151A), QColor(0x1B232B), QColor(0x27323C), QColor(0x6B7A87),
                                 QColor(0x2E3943), QColor(0xF2F5F7), QColor(0xA9B4BE), QColor(0x3DDC84),
                                 QColor(0xFFB300), QColor(0xFF7A70), QColor(0x6CBEFF), QColor(0x06141F),
                                 QColor(0xC9A6FF), QColor(0x8593A0), QColor(0x242E37)};
    static const Palette light = {QColor(0xF1F4F6), QColor(0xFFFFFF), QColor(0xE4E9ED), QColor(0x6F7B86),
                                  QColor(0xD5DCE1), QColor(0x14181C), QColor(0x4B5661), QColor(0x0B6B36),
                                  QColor(0x7A4B00), QColor(0xB3261E), QColor(0x0B57A8), QColor(0xFFFFFF),
                                  QColor(0x6A3FA0), QColor(0x7C8994), QColor(0xDFE5E9)};
    return kind == ThemeKind::Dark ? dark : light;
}

namespace {
double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}
double luminance(const QColor& c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}
} // namespace

double contrastRatio(const QColor& a, const QColor& b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace nanocap::ui
