// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/history_page.h"

#include "ui/widgets/finger_scroll.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/past_captions.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

namespace nanocap::ui {

HistoryPage::HistoryPage(QWidget* parent)
    : Page(parent), m_list(new PastCaptions(PastCaptions::Form::List)),
      m_scroll(new FingerScroll(m_list, this)), m_empty(makeLabel(TextKind::Muted, this, true))
{
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_empty, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_back = actionBar()->addLeft(Icon::Back);
    m_up = actionBar()->addRight(Icon::Up);
    m_down = actionBar()->addRight(Icon::Down);
    m_export = actionBar()->addRight(Icon::Report);
    connect(m_back, &QPushButton::clicked, this, &Page::backRequested);
    connect(m_up, &QPushButton::clicked, m_scroll, [this] { m_scroll->page(-1); });
    connect(m_down, &QPushButton::clicked, m_scroll, [this] { m_scroll->page(1); });
    connect(m_export, &QPushButton::clicked, this, &HistoryPage::exportRequested);
    connect(m_list, &PastCaptions::chosen, this,
            [this](int row) { Q_EMIT entryChosen(m_list->entries()[static_cast<std::size_t>(row)]); });
    connect(m_list, &PastCaptions::currentMoved, m_scroll, [this](const QRect& row) {
        m_scroll->ensureVisible(row.left(), row.top(), 0, 4);
        m_scroll->ensureVisible(row.left(), row.bottom(), 0, 4);
    });
    connect(m_scroll, &FingerScroll::scrolled, this, &HistoryPage::renew);
    connect(this, &Page::shown, this, [this] {
        m_scroll->rewind();
        renew();
    });
    setMetrics(Metrics());
    retranslate();
}

void HistoryPage::setCaptions(const std::deque<captions::PastCaption>& captions)
{
    m_waiting = captions;
    m_hasWaiting = true;
    renew();
}

void HistoryPage::renew()
{
    const QScrollBar* bar = m_scroll->verticalScrollBar();
    if (m_hasWaiting && bar->value() == 0) {
        m_hasWaiting = false;
        m_list->setCaptions(std::exchange(m_waiting, {}));
        Q_EMIT headingChanged();
    }
    const bool empty = m_list->entries().empty();
    m_empty->setVisible(empty);
    m_scroll->setVisible(!empty);
    m_up->setVisible(bar->maximum() > 0);
    m_down->setVisible(bar->maximum() > 0);
    m_up->setEnabled(bar->value() > 0);
    m_down->setEnabled(bar->value() < bar->maximum());
    m_export->setVisible(rights().operate); // to take it away as a file
    m_export->setEnabled(!empty);
}

QString HistoryPage::title() const
{
    return tr("History");
}

QString HistoryPage::note() const
{
    const auto count = m_list->entries().size();
    return count > 0 ? tr("captions: %1").arg(count) : QString();
}

bool HistoryPage::takeKey(int key)
{
    if (key != Qt::Key_H)
        return false;
    goBack();
    return true;
}

void HistoryPage::setMetrics(const Metrics& metrics)
{
    Page::setMetrics(metrics);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->setContentsMargins(metrics.margin, metrics.wide ? metrics.margin : metrics.gap, metrics.margin,
                               metrics.wide || metrics.small ? metrics.gap : 10);
    m_list->updateGeometry();
}

QWidget* HistoryPage::firstFocus() const
{
    return m_list->entries().empty() ? static_cast<QWidget*>(m_back) : m_list;
}

void HistoryPage::retranslate()
{
    m_back->setText(tr("Back"));
    m_up->setAccessibleName(tr("Up"));
    m_down->setAccessibleName(tr("Down"));
    m_export->setText(tr("Save\u2026"));
    m_empty->setText(tr("Nothing was said yet."));
    renew();
}

} // namespace nanocap::ui
