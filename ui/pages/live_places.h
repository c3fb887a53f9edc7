// SPDX-License-Identifier: Apache-2.0
// Where things stand on the live page. The picture gets the shape the source sends, as large as leaves the
// caption and what came before room to be read; nothing grey is left beside it. A plain function over sizes.
#pragma once

#include "ui/style/touch_metrics.h"

#include <QRect>

namespace nanocap::ui {

/// In the page's pixels; an empty rectangle is not shown.
struct LivePlaces
{
    QRect picture, caption;
    QRect earlier; ///< the last captions, on wide screens
    QRect latency, privacy;
};

/// `aspect` is the picture's width over its height. `privacy` is what its sentence needs in one line; it may
/// have two.
LivePlaces livePlaces(const Metrics& metrics, QSize page, double aspect, QSize privacy);

} // namespace nanocap::ui
