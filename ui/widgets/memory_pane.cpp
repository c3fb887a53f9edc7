// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/memory_pane.h"

#include "ui/style/theme.h"
#include "ui/text/local_text.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/memory_gauge.h"
#include "ui/widgets/memory_timeline.h"

#include <QEvent>
#include <QVBoxLayout>

namespace nanocap::ui {

MemoryPane::MemoryPane(QWidget* parent)
    : QWidget(parent), m_title(makeLabel(TextKind::Strong, this)),
      m_pressure(makeLabel(TextKind::Strong, this)), m_timeline(new MemoryTimeline(this)),
      m_swap(new ActionButton(Icon::None, ActionButton::Role::Row, this)),
      m_pressureButton(new ActionButton(Icon::None, ActionButton::Role::Row, this)),
      m_board(new ActionButton(Icon::None, ActionButton::Role::Row, this)),
      m_hint(makeLabel(TextKind::Muted, this, true))
{
    setObjectName(QStringLiteral("memoryPane"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_pressure);
    column->addLayout(head);
    column->addWidget(m_timeline, 1);
    m_gaugePlace = new QVBoxLayout;
    column->addLayout(m_gaugePlace);
    column->addWidget(m_swap);
    column->addWidget(m_pressureButton);
    column->addWidget(m_board);
    column->addStretch();
    column->addWidget(m_hint);
    connect(m_swap, &QPushButton::clicked, this, [this] { Q_EMIT figureTapped(Figure::Swap); });
    connect(m_pressureButton, &QPushButton::clicked, this, [this] { Q_EMIT figureTapped(Figure::Pressure); });
    connect(m_board, &QPushButton::clicked, this, [this] { Q_EMIT figureTapped(Figure::Board); });
    retranslate();
}

void MemoryPane::adoptGauge(MemoryGauge* gauge)
{
    gauge->setForm(MemoryGauge::Form::Pane);
    gauge->setFixedHeight(gauge->heightForPane());
    m_gaugePlace->addWidget(gauge);
    gauge->show();
}

void MemoryPane::setSample(const memory::MemorySample& sample)
{
    m_sample = sample;
    m_timeline->addSample(sample.reading.available, sample.gauge.total);
    retranslate();
}

void MemoryPane::setFloor(Bytes floor)
{
    m_timeline->setFloor(floor);
}

QString MemoryPane::pressureText() const
{
    return m_pressure->text();
}

void MemoryPane::retranslate()
{
    m_title->setText(tr("Memory"));
    m_pressure->setText(pressureWord(m_sample.level));
    setTone(m_pressure, pressureTone(m_sample.level));
    const auto& reading = m_sample.reading;
    if (reading.swapTotal && *reading.swapTotal == Bytes())
        m_swap->setText(tr("Swap: none"));
    else if (reading.swapTotal && reading.swapFree)
        m_swap->setText(
            tr("Swap: %1 of %2 used")
                .arg(megabytesText(*reading.swapTotal - *reading.swapFree), bytesText(reading.swapTotal)) +
            (reading.swapIsZram ? QStringLiteral(" (zram)") : QString()));
    else
        m_swap->setText(tr("Swap: unknown"));
    m_pressureButton->setText(m_sample.ratesKnown ? tr("Swapped in %1, out %2 pages/s")
                                                        .arg(qRound(m_sample.swapInsPerSecond))
                                                        .arg(qRound(m_sample.swapOutsPerSecond))
                                                  : tr("Paging: unknown"));
    m_board->setText(tr("Board: %1").arg(boardText(m_sample.board)));
    m_hint->setText(tr("Tap a number to have it explained."));
}

void MemoryPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::StyleChange)
        m_timeline->setMaximumHeight(themeOf(this).metrics.scaled(300));
}

} // namespace nanocap::ui
