// SPDX-License-Identifier: Apache-2.0
#include "core/captions/glance.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nanocap::captions {

namespace {

/// Eight times the gray level of a pixel: near enough to Rec. 601, and odd enough that few colours tie.
int eightfold(const uchar* pixel, bool rgb888)
{
    return rgb888 ? 2 * pixel[0] + 5 * pixel[1] + pixel[2] : pixel[0] + 5 * pixel[1] + 2 * pixel[2];
}

GrayGrid fineGrid(const QImage& picture)
{
    const bool rgb888 = picture.format() == QImage::Format_RGB888;
    const int bytes = rgb888 ? 3 : 4;
    const int longest = std::max(picture.width(), picture.height());
    const int factor = std::max(1, (longest + Glance::longestFine - 1) / Glance::longestFine);
    GrayGrid grid{picture.width() / factor, picture.height() / factor, {}};
    const auto width = std::size_t(grid.width);
    grid.levels.resize(width * std::size_t(grid.height));
    std::vector<int> sums(width);
    for (int y = 0; y < grid.height; ++y) {
        std::fill(sums.begin(), sums.end(), 0);
        for (int line = 0; line < factor; ++line) {
            const uchar* pixel = picture.constScanLine(y * factor + line);
            for (std::size_t x = 0; x < width; ++x)
                for (int column = 0; column < factor; ++column, pixel += bytes)
                    sums[x] += eightfold(pixel, rgb888);
        }
        const float scale = 1.0F / static_cast<float>(8 * factor * factor);
        for (std::size_t x = 0; x < width; ++x)
            grid.levels[std::size_t(y) * width + x] = static_cast<float>(sums[x]) * scale;
    }
    return grid;
}

/// The value that `share` of them exceed.
float exceededBy(std::vector<float> values, double share)
{
    if (values.empty())
        return 0;
    const auto place = static_cast<std::ptrdiff_t>((1 - share) * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + place, values.end());
    return values[std::size_t(place)];
}

double meanOf(const std::vector<float>& values)
{
    return values.empty()
               ? 0
               : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double meanOfBrightest(const GrayGrid& grid, double share)
{
    const float least = exceededBy(grid.levels, share);
    double sum = 0;
    int count = 0;
    for (const float level : grid.levels)
        if (level >= least) {
            sum += level;
            ++count;
        }
    return count > 0 ? sum / count : 0;
}

double stepExceededBy(const GrayGrid& grid, double share)
{
    std::vector<float> steps;
    steps.reserve(grid.levels.size());
    for (int y = 0; y + 1 < grid.height; ++y)
        for (int x = 0; x + 1 < grid.width; ++x)
            steps.push_back(std::max(std::abs(grid.at(x + 1, y) - grid.at(x, y)),
                                     std::abs(grid.at(x, y + 1) - grid.at(x, y))));
    return exceededBy(std::move(steps), share);
}

} // namespace

GrayGrid halved(const GrayGrid& grid)
{
    GrayGrid half{grid.width / 2, grid.height / 2, {}};
    half.levels.reserve(std::size_t(half.width) * std::size_t(half.height));
    for (int y = 0; y < half.height; ++y)
        for (int x = 0; x < half.width; ++x)
            half.levels.push_back((grid.at(2 * x, 2 * y) + grid.at(2 * x + 1, 2 * y) +
                                   grid.at(2 * x, 2 * y + 1) + grid.at(2 * x + 1, 2 * y + 1)) /
                                  4);
    return half;
}

Glance Glance::of(const QImage& picture)
{
    const bool readable = picture.format() == QImage::Format_RGB32 ||
                          picture.format() == QImage::Format_ARGB32 ||
                          picture.format() == QImage::Format_RGB888;
    Glance glance;
    if (!readable || picture.width() < 16 || picture.height() < 16)
        return glance;
    glance.fine = fineGrid(picture);
    glance.coarse = halved(glance.fine);
    glance.mean = meanOf(glance.coarse.levels);
    glance.bright = meanOfBrightest(glance.coarse, 0.05);
    glance.edge = stepExceededBy(glance.coarse, 0.01);
    return glance;
}

double laplacianVariance(const GrayGrid& grid)
{
    if (grid.width < 3 || grid.height < 3)
        return 0;
    double sum = 0, squares = 0;
    for (int y = 1; y + 1 < grid.height; ++y) {
        float lineSum = 0,
              lineSquares = 0; // short sums stay exact enough, and the compiler makes them vectors
        const float* line = &grid.levels[std::size_t(y) * std::size_t(grid.width)];
        for (int x = 1; x + 1 < grid.width; ++x) {
            const float value =
                line[x - 1] + line[x + 1] + line[x - grid.width] + line[x + grid.width] - 4 * line[x];
            lineSum += value;
            lineSquares += value * value;
        }
        sum += double(lineSum);
        squares += double(lineSquares);
    }
    const double count = double(grid.width - 2) * (grid.height - 2);
    const double mean = sum / count;
    return squares / count - mean * mean;
}

double noiseBetween(const GrayGrid& before, const GrayGrid& now)
{
    if (before.levels.size() != now.levels.size() || now.levels.empty())
        return 0;
    constexpr std::size_t enough = 4'000; // a median of so many is right to a few percent
    const std::size_t stride = std::max<std::size_t>(1, now.levels.size() / enough);
    std::vector<float> steps;
    steps.reserve(now.levels.size() / stride + 1);
    for (std::size_t i = 0; i < now.levels.size(); i += stride)
        steps.push_back(std::abs(now.levels[i] - before.levels[i]));
    // The median of a normal distribution's absolute values is 0.6745 of its deviation; two pictures' noise
    // stands in the step.
    return double(exceededBy(std::move(steps), 0.5)) / (0.6745 * std::sqrt(2.0));
}

} // namespace nanocap::captions
