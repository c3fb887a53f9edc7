// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/focus_navigation.h"

#include <QScrollArea>
#include <QScrollBar>

#include <limits>

namespace nanocap::ui {

namespace {
/// What a widget is pushed with, where there is something to push.
QScrollArea* movingArea(const QWidget* widget)
{
    for (QWidget* w = widget ? widget->parentWidget() : nullptr; w; w = w->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(w); area && area->verticalScrollBar()->maximum() > 0)
            return area;
    return nullptr;
}
} // namespace

bool moveFocus(QWidget* root, int key)
{
    QWidget* from = root->window()->focusWidget();
    if (!from || !root->isAncestorOf(from))
        from = nullptr;
    const QRect start = from ? QRect(from->mapTo(root, QPoint()), from->size()) : QRect(-1, -1, 1, 1);
    const QScrollArea* const area = movingArea(from);
    QWidget* best = nullptr;
    double bestScore = std::numeric_limits<double>::max();
    for (QWidget* w : root->findChildren<QWidget*>()) {
        if (w == from || !w->isVisibleTo(root) || !w->isEnabled() || !(w->focusPolicy() & Qt::TabFocus))
            continue;
        const QRect box(w->mapTo(root, QPoint()), w->size());
        const QPoint d = box.center() - start.center();
        const bool horizontal = key == Qt::Key_Left || key == Qt::Key_Right;
        const int forward = key == Qt::Key_Left    ? -d.x()
                            : key == Qt::Key_Right ? d.x()
                            : key == Qt::Key_Up    ? -d.y()
                                                   : d.y();
        if (from && forward <= 4)
            continue;
        // Things in line with where the focus is come before nearer ones that are off to a side.
        const bool inLine = horizontal ? box.top() <= start.bottom() && start.top() <= box.bottom()
                                       : box.left() <= start.right() && start.left() <= box.right();
        const double aside = horizontal ? std::abs(d.y()) : std::abs(d.x());
        // A list is gone through to its end before what stands beside or under it.
        const bool elsewhere = area && !horizontal && !area->isAncestorOf(w);
        const double score = forward + (inLine ? 0.2 : 3.0) * aside + (elsewhere ? 10000 : 0);
        if (score < bestScore) {
            bestScore = score;
            best = w;
        }
    }
    if (!best)
        return false;
    best->setFocus(Qt::TabFocusReason);
    if (QScrollArea* moving = movingArea(best))
        moving->ensureWidgetVisible(best, 0, 8);
    return true;
}

} // namespace nanocap::ui
