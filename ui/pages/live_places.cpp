// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/live_places.h"

#include <algorithm>

namespace nanocap::ui {

namespace {

QSize fitted(double aspect, int width, int height)
{
    if (aspect * height <= width)
        return QSize(static_cast<int>(aspect * height), height);
    return QSize(width, static_cast<int>(width / aspect));
}

struct Room
{
    const Metrics& m;
    QRect box;
    double aspect;
    int latency;

    /// Picture left, caption and what came before beside it.
    LivePlaces beside(QSize privacy) const
    {
        LivePlaces at;
        const int width = std::min(static_cast<int>(aspect * box.height()), box.width());
        at.picture = QRect(box.topLeft(), QSize(width, box.height()));
        QRect column(at.picture.right() + 1 + m.gap, box.top(), 0, box.height());
        column.setRight(box.right());
        foot(at, column, privacy);
        const int caption = std::clamp(column.height() * 42 / 100, m.scaled(170), m.scaled(300));
        at.caption = QRect(column.topLeft(), QSize(column.width(), caption));
        at.earlier = column.adjusted(0, caption + m.gap, 0, 0);
        return at;
    }

    /// Picture with the caption under it, what came before beside both.
    LivePlaces above(QSize privacy) const
    {
        LivePlaces at;
        const QSize picture =
            fitted(aspect, box.width() - m.scaled(300) - m.gap, box.height() - m.scaled(120) - m.gap);
        at.picture = QRect(box.topLeft(), picture);
        at.caption = QRect(box.left(), at.picture.bottom() + 1 + m.gap, picture.width(),
                           box.height() - picture.height() - m.gap);
        QRect column(at.picture.right() + 1 + m.gap, box.top(), 0, box.height());
        column.setRight(box.right());
        foot(at, column, privacy);
        at.earlier = column;
        return at;
    }

    void foot(LivePlaces& at, QRect& column, QSize privacy) const
    {
        const int lines = privacy.width() <= column.width() ? 1 : 2;
        const int high = lines * privacy.height();
        at.privacy = QRect(column.left(), column.bottom() + 1 - high, column.width(), high);
        column.setBottom(at.privacy.top() - 1 - m.gap / 2);
        at.latency = QRect(column.left(), column.bottom() + 1 - latency, column.width(), latency);
        column.setBottom(at.latency.top() - 1 - m.gap / 2);
    }

    LivePlaces upright() const
    {
        LivePlaces at;
        // The caption keeps at least a third.
        const QSize picture =
            fitted(aspect, box.width(), std::min(box.width(), box.height() * (m.small ? 50 : 64) / 100));
        at.picture = QRect(QPoint(box.left() + (box.width() - picture.width()) / 2, box.top()), picture);
        QRect rest = box.adjusted(0, picture.height() + m.gap, 0, 0);
        if (!m.small) {
            at.latency = QRect(rest.left(), rest.bottom() + 1 - latency, rest.width(), latency);
            rest.setBottom(at.latency.top() - 1 - m.gap);
        }
        at.caption = rest;
        return at;
    }

    LivePlaces sideBySide() const
    {
        LivePlaces at;
        const int least = m.small ? 268 : m.scaled(300);
        const int under = latency + m.gap;
        QSize picture = fitted(aspect, box.width() - least - m.gap, box.height());
        // A picture that leaves a strip under it leaves the strip to the figures.
        bool strip = box.height() - picture.height() >= under / 2;
        if (strip)
            picture = fitted(aspect, box.width() - least - m.gap, box.height() - under);
        at.picture = QRect(box.topLeft(), picture);
        QRect column(at.picture.right() + 1 + m.gap, box.top(), 0, box.height());
        column.setRight(box.right());
        if (strip) {
            at.latency = QRect(box.left(), at.picture.bottom() + 1 + m.gap, picture.width(), 0);
            at.latency.setBottom(box.bottom());
        } else {
            at.latency = QRect(column.left(), column.bottom() + 1 - latency, column.width(), latency);
            column.setBottom(at.latency.top() - 1 - m.gap);
        }
        at.caption = column;
        return at;
    }
};

} // namespace

LivePlaces livePlaces(const Metrics& metrics, QSize page, double aspect, QSize privacy)
{
    const int top = metrics.wide ? metrics.margin / 2 : metrics.small ? metrics.gap / 2 : metrics.gap;
    // The strip's touch area, of which nothing is seen, is distance already.
    const int bottom = metrics.wide    ? metrics.gap
                       : metrics.small ? metrics.gap / 2
                                       : std::max(2, 10 - metrics.stripReach());
    // Pictures and words are no buttons: they may stand nearer to the edge, words in their panel's padding.
    const int side = metrics.wide ? metrics.scaled(20) : metrics.small ? 8 : 12;
    const QRect box = QRect(QPoint(), page).adjusted(side, top, -side, -bottom);
    // What no camera sends would leave nothing for the words.
    const Room room{metrics, box, std::clamp(aspect, 0.5, 2.4), metrics.small ? 40 : metrics.scaled(52)};
    if (metrics.portrait)
        return room.upright();
    if (!metrics.wide)
        return room.sideBySide();
    const int beside = box.width() - static_cast<int>(room.aspect * box.height()) - metrics.gap;
    return beside >= metrics.scaled(370) ? room.beside(privacy) : room.above(privacy);
}

} // namespace nanocap::ui
