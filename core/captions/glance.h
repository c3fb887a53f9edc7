// SPDX-License-Identifier: Apache-2.0
// Glance: what one look at a picture tells: two small gray copies and a few figures. A plain value; the
// picture itself is not kept. Any thread.
#pragma once

#include <QImage>

#include <vector>

namespace nanocap::captions {

/// Gray levels, 0 … 255, row by row.
struct GrayGrid
{
    int width = 0, height = 0;
    std::vector<float> levels;

    float at(int x, int y) const { return levels[std::size_t(y) * std::size_t(width) + std::size_t(x)]; }
};

struct Glance
{
    /// The long side has at most 160 cells: a detail they lose is one a model that sees 224 pixels can spare.
    static constexpr int longestFine = 160;

    GrayGrid fine;
    GrayGrid coarse;   ///< half as many cells a side
    double mean = 0;   ///< of all levels
    double bright = 0; ///< mean of the brightest twentieth of the coarse grid
    double edge = 0;   ///< the step to the next cell that one in a hundred coarse cells exceeds

    /// `picture`: RGB32 or RGB888, at least 16 x 16; empty grids for anything else.
    static Glance of(const QImage& picture);
};

/// Means of 2 x 2 cells.
GrayGrid halved(const GrayGrid& grid);

/// Variance of the discrete Laplacian (Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy",
/// 2000): how much there is of the finest details this grid can show. 0 for grids under 3 x 3.
double laplacianVariance(const GrayGrid& grid);

/// Standard deviation of the noise of one picture, from the median step between two looks at a scene in which
/// less than half moves. 0 when the grids differ in size.
double noiseBetween(const GrayGrid& before, const GrayGrid& now);

} // namespace nanocap::captions
