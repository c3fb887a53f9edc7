// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/focus_navigation.h"

#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <limits>
#include <tuple>
#include <vector>

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

namespace {

bool isHorizontal(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right;
}

QList<QWidget*> focusable(QWidget* root)
{
    QList<QWidget*> list;
    for (QWidget* w : root->findChildren<QWidget*>())
        if (w->isVisibleTo(root) && w->isEnabled() && (w->focusPolicy() & Qt::TabFocus))
            list << w;
    return list;
}

/// The nearest in the direction of an arrow; null when there is nothing.
QWidget* nearest(QWidget* root, QWidget* from, int key)
{
    const QRect start = from ? QRect(from->mapTo(root, QPoint()), from->size()) : QRect(-1, -1, 1, 1);
    const QScrollArea* const area = movingArea(from);
    QWidget* best = nullptr;
    double bestScore = std::numeric_limits<double>::max();
    for (QWidget* w : focusable(root)) {
        if (w == from)
            continue;
        const QRect box(w->mapTo(root, QPoint()), w->size());
        const QPoint d = box.center() - start.center();
        const int forward = key == Qt::Key_Left    ? -d.x()
                            : key == Qt::Key_Right ? d.x()
                            : key == Qt::Key_Up    ? -d.y()
                                                   : d.y();
        if (from && forward <= 4)
            continue;
        // Things in line with where the focus is come before nearer ones that are off to a side.
        const bool inLine = isHorizontal(key) ? box.top() <= start.bottom() && start.top() <= box.bottom()
                                              : box.left() <= start.right() && start.left() <= box.right();
        const double aside = isHorizontal(key) ? std::abs(d.y()) : std::abs(d.x());
        // A list is gone through to its end before what stands beside or under it.
        const bool elsewhere = area && !isHorizontal(key) && !area->isAncestorOf(w);
        const double score = forward + (inLine ? 0.2 : 3.0) * aside + (elsewhere ? 10000 : 0);
        if (score < bestScore) {
            bestScore = score;
            best = w;
        }
    }
    return best;
}

/// Where the parts of the window come as one goes down: title, page, memory pane, gauge, actions.
int partOf(const QWidget* root, const QWidget* widget)
{
    for (const QWidget* w = widget; w && w != root; w = w->parentWidget()) {
        const QString name = w->objectName();
        if (name == QLatin1String("titleBar"))
            return 0;
        if (name == QLatin1String("memoryPane"))
            return 2;
        if (name == QLatin1String("memoryGauge"))
            return 3;
        if (name == QLatin1String("actionBar"))
            return 4;
    }
    return 1;
}

/// Everything that can be focused, in the order of Up and Down: part by part, in each of them column by
/// column. What lies side by side under or over something wide is one column with it and is gone through from
/// left to right.
std::vector<QWidget*> walk(QWidget* root)
{
    struct Place
    {
        QWidget* widget;
        QRect box;
        int part, column;
    };
    std::vector<Place> all;
    for (QWidget* w : focusable(root))
        all.push_back({w, QRect(w->mapTo(root, QPoint()), w->size()), partOf(root, w), 0});
    for (Place& place : all)
        place.column = place.box.left();
    // What overlaps from left to right is one column: it takes the leftmost edge, until nothing changes any
    // more.
    for (bool changed = true; changed;) {
        changed = false;
        for (Place& a : all)
            for (const Place& b : all)
                if (a.part == b.part && a.box.left() <= b.box.right() && b.box.left() <= a.box.right() &&
                    b.column < a.column) {
                    a.column = b.column;
                    changed = true;
                }
    }
    std::sort(all.begin(), all.end(), [](const Place& a, const Place& b) {
        const auto key = [](const Place& p) {
            return std::tuple(p.part, p.column, p.box.center().y() / 8, p.box.left());
        };
        return key(a) < key(b);
    });
    std::vector<QWidget*> order;
    for (const Place& place : all)
        order.push_back(place.widget);
    return order;
}

} // namespace

bool moveFocus(QWidget* root, int key)
{
    QWidget* from = root->window()->focusWidget();
    if (!from || !root->isAncestorOf(from))
        from = nullptr;
    QWidget* best = nullptr;
    if (isHorizontal(key)) {
        best = nearest(root, from, key);
    } else if (const std::vector<QWidget*> order = walk(root); !order.empty()) {
        const auto at = std::find(order.begin(), order.end(), from);
        const std::size_t count = order.size();
        const std::size_t index = static_cast<std::size_t>(at - order.begin());
        const bool down = key == Qt::Key_Down;
        best = at == order.end() ? (down ? order.front() : order.back())
                                 : order[(index + (down ? 1 : count - 1)) % count];
    }
    if (!best || best == from)
        return false;
    best->setFocus(Qt::TabFocusReason);
    if (QScrollArea* moving = movingArea(best))
        moving->ensureWidgetVisible(best, 0, 8);
    return true;
}

} // namespace nanocap::ui
