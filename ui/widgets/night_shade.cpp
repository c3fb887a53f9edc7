// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/night_shade.h"

#include <QEvent>
#include <QPainter>

namespace nanocap::ui {

NightShade::NightShade(QWidget* window) : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    window->installEventFilter(this);
}

bool NightShade::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(object, event);
}

void NightShade::showEvent(QShowEvent* event)
{
    setGeometry(parentWidget()->rect());
    raise();
    QWidget::showEvent(event);
}

void NightShade::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), QColor(0, 0, 0, 200));
}

} // namespace nanocap::ui
