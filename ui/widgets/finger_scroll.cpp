// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/finger_scroll.h"

#include "ui/style/theme.h"

#include <QScrollBar>
#include <QScroller>
#include <QScrollerProperties>

#include <algorithm>

namespace nanocap::ui {

FingerScroll::FingerScroll(QWidget* content, QWidget* parent) : QScrollArea(parent)
{
    setWidget(content);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    QScrollBar* bar = verticalScrollBar();
    bar->setAttribute(Qt::WA_TransparentForMouseEvents);
    bar->setFocusPolicy(Qt::NoFocus);
    connect(bar, &QScrollBar::valueChanged, this, &FingerScroll::scrolled);
    connect(bar, &QScrollBar::rangeChanged, this, [this] {
        // Where nothing moves, a tap need not wait to learn whether it becomes a push.
        if (canScroll()) {
            QScroller::grabGesture(viewport(), QScroller::LeftMouseButtonGesture);
            calm();
        } else
            QScroller::ungrabGesture(viewport());
        Q_EMIT scrolled();
    });
}

void FingerScroll::calm()
{
    if (!themeOf(this).reducedMotion)
        return;
    QScroller* scroller = QScroller::scroller(viewport());
    QScrollerProperties properties = scroller->scrollerProperties();
    properties.setScrollMetric(QScrollerProperties::MaximumVelocity, 0);
    properties.setScrollMetric(QScrollerProperties::OvershootScrollDistanceFactor, 0);
    properties.setScrollMetric(QScrollerProperties::OvershootDragDistanceFactor, 0);
    properties.setScrollMetric(QScrollerProperties::VerticalOvershootPolicy,
                               QVariant::fromValue(QScrollerProperties::OvershootAlwaysOff));
    scroller->setScrollerProperties(properties);
}

bool FingerScroll::canScroll() const
{
    return verticalScrollBar()->maximum() > 0;
}

void FingerScroll::page(int direction)
{
    QScrollBar* bar = verticalScrollBar();
    bar->setValue(bar->value() + direction * std::max(60, viewport()->height() - 60));
}

void FingerScroll::rewind()
{
    verticalScrollBar()->setValue(0);
}

} // namespace nanocap::ui
