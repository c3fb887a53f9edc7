// SPDX-License-Identifier: Apache-2.0
// SourceOptions: what a person may set about a source, as plain values.
#pragma once

#include <QString>

#include <chrono>

namespace nanocap::sources {

/// How the device sits: the picture is turned clockwise by `rotation` degrees (0, 90, 180 or 270), then, with
/// `flip`, its left and right are exchanged. For a camera built in upside down or behind a mirror; the mirror
/// image that people expect of a preview is the window's own matter and never reaches the model.
struct Orientation
{
    int rotation = 0;
    bool flip = false;
    bool operator==(const Orientation&) const = default;
};

struct SourceOptions
{
    Orientation orientation;
    /// images: a picture is left for the next one after this time, or sooner at advance(). Zero waits for
    /// advance().
    std::chrono::milliseconds imageHold{2000};
    /// cards: the same seed shows the same cards in the same order.
    quint32 cardSeed = 1;
    /// cards: where cards.json lies; empty finds it beside the program, else in the source tree.
    QString cardFolder;
};

} // namespace nanocap::sources
