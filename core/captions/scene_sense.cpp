// SPDX-License-Identifier: Apache-2.0
#include "core/captions/scene_sense.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace nanocap::captions {

namespace {

/// The light of now as a line through the levels of before: what a lamp, a cloud or the camera's exposure
/// does to all cells alike. `cells` that are false are left out.
struct Light
{
    double gain = 1, offset = 0;
};

Light lightBetween(const GrayGrid& before, const GrayGrid& now, const std::vector<bool>& cells)
{
    double n = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (std::size_t i = 0; i < before.levels.size(); ++i) {
        if (!cells[i])
            continue;
        const double a = before.levels[i], b = now.levels[i];
        n += 1;
        x += a;
        y += b;
        xx += a * a;
        xy += a * b;
    }
    if (n == 0)
        return {};
    const double spread = xx / n - (x / n) * (x / n);
    Light light;
    // Without contrast there is no telling gain from offset.
    if (spread > 4)
        light.gain = std::clamp((xy / n - (x / n) * (y / n)) / spread, 0.5, 2.0);
    light.offset = y / n - light.gain * x / n;
    return light;
}

} // namespace

void SceneSense::followNoise(const Glance& glance, bool changed)
{
    const double fine = noiseBetween(m_last.fine, glance.fine);
    // Motion looks like more noise and never like less.
    if (!m_fineNoise)
        m_fineNoise = fine;
    else if (!changed || fine < *m_fineNoise)
        m_fineNoise = *m_fineNoise + 0.2 * (fine - *m_fineNoise);
    m_coarseNoise += 0.2 * (noiseBetween(m_last.coarse, glance.coarse) - m_coarseNoise);
}

int SceneSense::changedCells(const GrayGrid& now) const
{
    const GrayGrid& before = m_reference;
    if (before.levels.size() != now.levels.size() || before.width != now.width)
        return int(now.levels.size());
    const double most = std::clamp(noiseFactor * m_coarseNoise, leastStep, mostStep);
    std::vector<bool> changed(now.levels.size(), false);
    // The first line is drawn through everything, the second only through what did not change by the first.
    for (int pass = 0; pass < 2; ++pass) {
        std::vector<bool> same = changed;
        same.flip();
        const Light light = lightBetween(before, now, same);
        for (std::size_t i = 0; i < changed.size(); ++i)
            changed[i] = std::abs(now.levels[i] - (light.gain * before.levels[i] + light.offset)) > most;
    }
    int count = 0;
    const auto at = [&](int x, int y) {
        return x >= 0 && y >= 0 && x < now.width && y < now.height &&
               changed[std::size_t(y) * std::size_t(now.width) + std::size_t(x)];
    };
    for (int y = 0; y < now.height; ++y)
        for (int x = 0; x < now.width; ++x)
            count += at(x, y) && (at(x - 1, y) || at(x + 1, y) || at(x, y - 1) || at(x, y + 1));
    return count;
}

double SceneSense::sharpnessOf(const Glance& glance) const
{
    // Pictures of nature have about as much of each octave (Field 1987), so the two variances are alike when
    // the lens is in focus. White noise of deviation s has a Laplacian of variance 20 s².
    const double noise = m_fineNoise.value_or(0);
    const double fine = laplacianVariance(glance.fine) - 20 * noise * noise;
    const double coarse = laplacianVariance(halved(glance.coarse));
    return coarse > 0 ? std::max(0.0, fine) / coarse : 0;
}

void SceneSense::followBits(const QImage& picture, qint64 nowMs)
{
    if (!m_bitsTell)
        return;
    size_t bits = 0;
    const auto line = size_t(picture.width()) * size_t(picture.depth()) / 8;
    for (int y = 0; y < picture.height(); ++y)
        bits = qHashBits(picture.constScanLine(y), line, bits);
    if (bits != m_bits)
        m_sameSince = nowMs;
    m_bits = bits;
    m_figures.sameBitsMs = nowMs - m_sameSince;
}

SceneState SceneSense::suspected() const
{
    const SceneFigures& f = m_figures;
    if (f.bright < (m_state == SceneState::Dark ? lightAbove : darkBelow))
        return SceneState::Dark;
    if (f.edge < (m_state == SceneState::Covered ? edgedAbove : plainBelow))
        return SceneState::Covered;
    if (m_bitsTell && f.sameBitsMs >= frozenAfterMs)
        return SceneState::Frozen;
    if (f.edge >= leastShape && f.sharpness < (m_state == SceneState::Blurred ? sharpAbove : blurredBelow))
        return SceneState::Blurred;
    return SceneState::Moving;
}

SceneState SceneSense::judge(qint64 nowMs)
{
    const SceneState suspicion = suspected();
    if (suspicion != m_suspicion) {
        m_suspicion = suspicion;
        m_suspectedSince = nowMs;
    }
    const qint64 patience = suspicion == SceneState::Blurred  ? blurredAfterMs
                            : suspicion == SceneState::Frozen ? 0
                                                              : troubleAfterMs;
    if (isTrouble(suspicion)) {
        if (nowMs - m_suspectedSince >= patience)
            return suspicion;
        // From one trouble to another there is nothing to say in between.
        if (isTrouble(m_state))
            return m_state;
    }
    return m_calm ? SceneState::Still : SceneState::Moving;
}

bool SceneSense::look(const QImage& picture, qint64 nowMs)
{
    if (m_lastLook && nowMs - *m_lastLook < lookEveryMs)
        return false;
    Glance glance = Glance::of(picture);
    if (glance.coarse.levels.empty())
        return false;
    const int changed = changedCells(glance.coarse);
    if (m_lastLook)
        followNoise(glance, changed >= leastCells);
    else
        m_sameSince = nowMs;
    m_lastLook = nowMs;
    followBits(picture, nowMs);
    m_figures.mean = glance.mean;
    m_figures.bright = glance.bright;
    m_figures.edge = glance.edge;
    m_figures.sharpness = sharpnessOf(glance);
    m_figures.noise = m_coarseNoise;
    m_figures.cells = int(glance.coarse.levels.size());
    m_figures.changedCells = changed;
    if (changed >= leastCells) {
        m_reference = glance.coarse;
        m_calmSince = nowMs;
    }
    m_last = std::move(glance);
    const bool calm = nowMs - m_calmSince >= stillAfterMs;
    const bool calmChanged = std::exchange(m_calm, calm) != calm;
    const SceneState state = judge(nowMs);
    return (std::exchange(m_state, state) != state) || calmChanged;
}

} // namespace nanocap::captions
