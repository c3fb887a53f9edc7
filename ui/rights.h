// SPDX-License-Identifier: Apache-2.0
// Rights: what whoever stands before the window may do beyond looking. A plain value; what is not permitted
// is not shown. To look (captions, their repetition, statistics, what a figure means) needs no right.
#pragma once

#include <QMetaType>

namespace nanocap::ui {

struct Rights
{
    bool language = true, textSize = true, theme = true; ///< of the window
    bool pause = true, mute = true;
    bool menu = true;    ///< to leave the running model for another
    bool source = true;  ///< to choose where pictures come from
    bool operate = true; ///< the floor, the quarantine, readiness, details, reports, quitting
    bool operator==(const Rights&) const = default;
};

} // namespace nanocap::ui

Q_DECLARE_METATYPE(nanocap::ui::Rights)
