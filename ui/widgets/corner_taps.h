// SPDX-License-Identifier: Apache-2.0
// CornerTaps: five taps in the top left corner within three seconds, where no page has a button: the way to
// the operator's keypad that a visitor does not find by accident. A tap anywhere else begins anew. Plain.
#pragma once

#include <QPoint>
#include <QtGlobal>

#include <deque>

namespace nanocap::ui {

class CornerTaps
{
public:
    static constexpr int wanted = 5;
    static constexpr qint64 withinMs = 3000;

    /// A tap at `position` in the window, `side` being the corner's edge in pixels, at a time in
    /// milliseconds. True when it is the fifth in time; the next one counts as a first.
    bool tap(QPoint position, int side, qint64 ms);

private:
    std::deque<qint64> m_times;
};

} // namespace nanocap::ui
