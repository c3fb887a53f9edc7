// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/page.h"

#include <QEvent>

namespace nanocap::ui {

Page::Page(QWidget* parent) : QWidget(parent), m_actionBar(new ActionBar) {}

void Page::setMetrics(const Metrics& metrics)
{
    m_actionBar->setMetrics(metrics);
}

void Page::setRights(const Rights& rights)
{
    if (rights == m_rights)
        return;
    m_rights = rights;
    retranslate();
}

void Page::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT headingChanged();
    }
}

} // namespace nanocap::ui
