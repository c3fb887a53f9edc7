// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/heat_map.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nanocap::ui {

namespace {

double encoded(double linear)
{
    linear = std::clamp(linear, 0.0, 1.0);
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
}

/// OKLab's definition (Ottosson 2020): lightness, and hue and chroma as an angle and a distance.
QColor fromOklch(double lightness, double chroma, double degrees)
{
    const double hue = degrees * 3.14159265358979 / 180;
    const double a = chroma * std::cos(hue), b = chroma * std::sin(hue);
    const double l = std::pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
    const double m = std::pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
    const double s = std::pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    return QColor::fromRgbF(
        static_cast<float>(encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)),
        static_cast<float>(encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)),
        static_cast<float>(encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)));
}

constexpr double leastCover = 0.35, greatestCover = 0.78;

double cell(const std::vector<float>& weights, int side, int x, int y)
{
    return weights[static_cast<std::size_t>(std::clamp(y, 0, side - 1) * side + std::clamp(x, 0, side - 1))];
}

double bilinear(const std::vector<float>& weights, int side, double x, double y)
{
    const int left = static_cast<int>(std::floor(x)), top = static_cast<int>(std::floor(y));
    const double across = x - left, down = y - top;
    const double upper =
        cell(weights, side, left, top) * (1 - across) + cell(weights, side, left + 1, top) * across;
    const double lower =
        cell(weights, side, left, top + 1) * (1 - across) + cell(weights, side, left + 1, top + 1) * across;
    return upper * (1 - down) + lower * down;
}

} // namespace

QColor heatColour(double value)
{
    const double t = std::clamp(value, 0.0, 1.0);
    // Both ends of the lightness have room for little chroma.
    const double chroma = 0.06 + 0.15 * std::sin(3.14159265358979 * std::min(1.0, 0.12 + 0.8 * t));
    return fromOklch(0.2 + 0.75 * t, std::min(chroma, 0.04 + 0.42 * (1 - t)), -70 + 170 * t);
}

QImage heatImage(const std::vector<float>& weights, int side)
{
    const int cells = static_cast<int>(std::lround(std::sqrt(static_cast<double>(weights.size()))));
    if (cells < 2 || static_cast<std::size_t>(cells) * static_cast<std::size_t>(cells) != weights.size())
        return {};
    const double greatest = *std::max_element(weights.begin(), weights.end());
    if (!(greatest > 0) || !std::isfinite(greatest))
        return {};
    std::array<QRgb, 256> colours;
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const double t = static_cast<double>(i) / 255;
        QColor colour = heatColour(t);
        colour.setAlphaF(static_cast<float>(leastCover + (greatestCover - leastCover) * t));
        colours[i] = qPremultiply(colour.rgba());
    }
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < side; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < side; ++x) {
            const double value =
                bilinear(weights, cells, (x + 0.5) * cells / side - 0.5, (y + 0.5) * cells / side - 0.5);
            const double t = std::clamp(value / greatest, 0.0, 1.0);
            line[x] = colours[static_cast<std::size_t>(std::lround(t * 255))];
        }
    }
    return image;
}

} // namespace nanocap::ui
