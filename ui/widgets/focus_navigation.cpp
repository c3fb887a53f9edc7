// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/focus_navigation.h"

#include <QScrollArea>

#include <limits>

namespace nanocap::ui {

bool moveFocus(QWidget* root, int key)
{
    QWidget* from = root->window()->focusWidget();
    if (!from || !root->isAncestorOf(from))
        from = nullptr;
    const QRect start = from ? QRect(from->mapTo(root, QPoint()), from->size()) : QRect(-1, -1, 1, 1);
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
        const double score = forward + (inLine ? 0.2 : 3.0) * aside;
        if (score < bestScore) {
            bestScore = score;
            best = w;
        }
    }
    if (!best)
        return false;
    best->setFocus(Qt::TabFocusReason);
    for (QWidget* w = best->parentWidget(); w; w = w->parentWidget())
        if (auto* scroll = qobject_cast<QScrollArea*>(w))
            scroll->ensureWidgetVisible(best, 0, 8);
    return true;
}

} // namespace nanocap::ui
