// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/segmented_buttons.h"

#include "ui/style/theme.h"
#include "ui/widgets/action_button.h"

#include <QHBoxLayout>
#include <QPainter>

namespace nanocap::ui {

SegmentedButtons::SegmentedButtons(const QStringList& texts, QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(8);
    for (int i = 0; i < texts.size(); ++i) {
        auto* button = new ActionButton(Icon::None, ActionButton::Role::Segment, this);
        button->setText(texts[i]);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        row->addWidget(button);
        m_buttons.push_back(button);
        connect(button, &QPushButton::clicked, this, [this, i] {
            const bool changed = i != m_current;
            setCurrent(i);
            if (changed)
                Q_EMIT chosen(i);
        });
    }
    setCurrent(0);
}

void SegmentedButtons::setCurrent(int index)
{
    m_current = index;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(static_cast<int>(i) == index);
}

void SegmentedButtons::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.palette.border, 1));
    painter.setBrush(theme.palette.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12);
}

} // namespace nanocap::ui
