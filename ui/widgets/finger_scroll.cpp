// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/finger_scroll.h"

#include <QScrollBar>
#include <QScroller>

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
        if (canScroll())
            QScroller::grabGesture(viewport(), QScroller::LeftMouseButtonGesture);
        else
            QScroller::ungrabGesture(viewport());
        Q_EMIT scrolled();
    });
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
