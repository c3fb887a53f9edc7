// SPDX-License-Identifier: Apache-2.0
// SceneSense: whether a live picture is worth a caption: too dark, covered, out of focus, frozen, still or
// moving. Looks at small gray copies a few times a second. Plain values, no clock of its own; one thread.
//
// Thresholds are gray levels of 255 and were set on synthetic pictures (tests/captions/tst_scene_sense.cpp)
// so that in doubt a scene is taken for an ordinary moving one: a caption too many does no harm, one that is
// kept back does.
#pragma once

#include "core/captions/glance.h"

#include <QMetaType>

#include <optional>

namespace nanocap::captions {

enum class SceneState {
    Moving,  ///< or not known yet: captions come as ever
    Still,   ///< nothing has changed for `stillAfterMs`
    Dark,    ///< even the brightest twentieth of it is nearly black
    Covered, ///< light but without any edge: a hand, a cap, a wall
    Blurred, ///< it has shapes, but none of the details that shapes in focus have
    Frozen   ///< a camera sends the same bits again and again
};

/// Whether nothing should be said of it.
constexpr bool isTrouble(SceneState state)
{
    return state != SceneState::Moving && state != SceneState::Still;
}

/// What the state was judged by, for whoever diagnoses.
struct SceneFigures
{
    double mean = 0, bright = 0, edge = 0; ///< as in Glance
    double sharpness = 0; ///< details of 4 pixels of 640 against those of 16, noise taken out: 0 … 1
    double noise = 0;     ///< standard deviation of a coarse cell
    int changedCells = 0; ///< against the picture that counts as the still one
    int cells = 0;
    qint64 sameBitsMs =
        0; ///< how long every look found the same bits; 0 when that is not asked of this source
};

class SceneSense
{
public:
    static constexpr qint64 lookEveryMs = 90; ///< more often is not looked at
    static constexpr qint64 stillAfterMs = 2'000;
    /// No sensor gives the same bits twice, because light itself comes in grains. Network cameras can, as
    /// their coding skips what did not change, but code the picture anew every few seconds: usually 1 to 4.
    static constexpr qint64 frozenAfterMs = 10'000;
    static constexpr qint64 troubleAfterMs = 1'000; ///< a hand that passes is no trouble
    static constexpr qint64 blurredAfterMs = 3'000; ///< longer than an autofocus searches
    static constexpr double darkBelow = 28, lightAbove = 36;
    static constexpr double plainBelow = 4, edgedAbove = 6;
    static constexpr double blurredBelow = 0.015, sharpAbove = 0.025;
    static constexpr double leastShape = 8;               ///< edge; with less there is nothing to be in focus
    static constexpr double leastStep = 5, mostStep = 16; ///< a cell that differs by more has changed …
    static constexpr double noiseFactor = 6;              ///< … or by so many deviations of its noise
    static constexpr int leastCells = 4; ///< with a changed neighbour: about 20 x 20 of 640 x 480

    /// `bitsTell`: the pictures come from a sensor, so that the same bits mean a feed that has frozen. Test
    /// pictures, films and drawings may well be the same for ever.
    explicit SceneSense(bool bitsTell) : m_bitsTell(bitsTell) {}

    /// Another picture, made at `nowMs`. True when state() or isCalm() is another one now.
    bool look(const QImage& picture, qint64 nowMs);

    SceneState state() const { return m_state; }
    /// Nothing has changed for `stillAfterMs`, whatever the state: a few pictures a second are enough.
    bool isCalm() const { return m_calm; }
    /// When the last change was seen: captions of pictures since then are captions of what is there now.
    qint64 calmSinceMs() const { return m_calmSince; }
    const SceneFigures& figures() const { return m_figures; }

private:
    void followNoise(const Glance& glance, bool changed);
    int changedCells(const GrayGrid& now) const;
    double sharpnessOf(const Glance& glance) const;
    void followBits(const QImage& picture, qint64 nowMs);
    SceneState suspected() const;
    SceneState judge(qint64 nowMs);

    const bool m_bitsTell;
    Glance m_last;
    GrayGrid m_reference; ///< the scene as it was when it last changed
    std::optional<qint64> m_lastLook;
    std::optional<double> m_fineNoise;
    double m_coarseNoise = 0;
    std::optional<size_t> m_bits;
    qint64 m_sameSince = 0, m_calmSince = 0;
    SceneState m_suspicion = SceneState::Moving;
    qint64 m_suspectedSince = 0;
    SceneFigures m_figures;
    SceneState m_state = SceneState::Moving;
    bool m_calm = false;
};

} // namespace nanocap::captions

Q_DECLARE_METATYPE(nanocap::captions::SceneState)
