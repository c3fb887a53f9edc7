// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/page.h"

#include "ui/style/theme.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>

namespace nanocap::ui {

ActionBar::ActionBar(QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_reason(new ElidedLabel(this))
{
    setObjectName(QStringLiteral("actionBar"));
    m_reason->setProperty("kind", QStringLiteral("muted"));
    m_reason->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_reason->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_row->addWidget(m_reason, 1);
    setMetrics(Metrics());
}

ActionButton* ActionBar::addLeft(Icon icon, ActionButton::Role role)
{
    auto* button = new ActionButton(icon, role, this);
    m_row->insertWidget(m_left++, button);
    return button;
}

ActionButton* ActionBar::addRight(Icon icon, ActionButton::Role role)
{
    auto* button = new ActionButton(icon, role, this);
    m_row->addWidget(button);
    return button;
}

void ActionBar::setReason(const QString& reason)
{
    m_reason->setFullText(reason);
}

QString ActionBar::reason() const
{
    return m_reason->fullText();
}

void ActionBar::setMetrics(const Metrics& metrics)
{
    m_row->setContentsMargins(metrics.margin, 8, metrics.margin, 8);
    m_row->setSpacing(metrics.gap);
    for (ActionButton* button : findChildren<ActionButton*>())
        button->setFixedHeight(metrics.touch);
}

Page::Page(QWidget* parent) : QWidget(parent), m_actionBar(new ActionBar) {}

void Page::setMetrics(const Metrics& metrics)
{
    m_actionBar->setMetrics(metrics);
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
