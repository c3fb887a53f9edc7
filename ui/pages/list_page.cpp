// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/list_page.h"

#include "ui/style/theme.h"
#include "ui/widgets/finger_scroll.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace nanocap::ui {

using Kind = RowContent::Kind;

ListPage::ListPage(const QString& name, QWidget* parent)
    : Page(parent), m_name(name), m_list(new QWidget), m_scroll(new FingerScroll(m_list, this)),
      m_sides(new QHBoxLayout(m_list))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 4);
    outer->addWidget(m_scroll);
    m_back = actionBar()->addLeft(Icon::Back);
    m_up = actionBar()->addRight(Icon::Up);
    m_down = actionBar()->addRight(Icon::Down);
    m_action = actionBar()->addRight(Icon::None, ActionButton::Role::Primary);
    m_up->setObjectName(QStringLiteral("pushUp"));
    m_down->setObjectName(QStringLiteral("pushDown"));
    m_action->setObjectName(QStringLiteral("listAction"));
    connect(m_back, &QPushButton::clicked, this, &ListPage::leaveRequested);
    connect(m_action, &QPushButton::clicked, this, &ListPage::actionChosen);
    connect(m_up, &QPushButton::clicked, m_scroll, [this] { m_scroll->page(-1); });
    connect(m_down, &QPushButton::clicked, m_scroll, [this] { m_scroll->page(1); });
    connect(m_scroll, &FingerScroll::scrolled, this, [this] {
        const QScrollBar* bar = m_scroll->verticalScrollBar();
        m_up->setVisible(bar->maximum() > 0);
        m_down->setVisible(bar->maximum() > 0);
        m_up->setEnabled(bar->value() > bar->minimum());
        m_down->setEnabled(bar->value() < bar->maximum());
    });
    m_up->hide();
    m_down->hide();
    setMetrics(Metrics());
    retranslate();
}

int ListPage::columns() const
{
    const int across = m_metrics.window.width() - m_metrics.sidePane;
    return m_content.columns && across >= m_metrics.scaled(760) ? 2 : 1;
}

void ListPage::setContent(const ListContent& content)
{
    const auto sameShape = [](const RowContent& a, const RowContent& b) {
        return a.id == b.id && (a.kind == Kind::Heading) == (b.kind == Kind::Heading);
    };
    const bool same = content.columns == m_content.columns && content.rows.size() == m_rows.size() &&
                      std::equal(content.rows.begin(), content.rows.end(), m_content.rows.begin(), sameShape);
    m_content = content;
    if (same) {
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            if (m_rows[i]->content() != content.rows[i])
                m_rows[i]->setContent(content.rows[i]);
    } else {
        rebuild();
    }
    m_back->setText(m_content.back.isEmpty() ? tr("Back") : m_content.back);
    m_action->setIconKind(m_content.actionIcon);
    m_action->setText(m_content.action);
    m_action->setVisible(!m_content.action.isEmpty());
    m_action->setEnabled(m_content.actionEnabled);
    Q_EMIT headingChanged();
}

void ListPage::rebuild()
{
    QString focused;
    for (const ListRow* row : m_rows)
        if (row->hasFocus())
            focused = row->content().id;
    for (ListRow* row : m_rows) { // hiding one gives the focus to the next
        row->hide();
        row->setParent(nullptr);
        row->deleteLater(); // it may be the row in whose click we are
    }
    m_rows.clear();
    for (QVBoxLayout* column : m_columns) {
        m_sides->removeItem(column);
        delete column;
    }
    m_columns.clear();
    for (int i = 0; i < columns(); ++i) {
        m_columns.push_back(new QVBoxLayout);
        m_columns.back()->setSpacing(m_metrics.gap);
        m_sides->addLayout(m_columns.back(), 1);
    }
    // A section stays together; the second column begins with the one that starts nearest to the middle.
    const std::size_t rows = m_content.rows.size();
    std::size_t second = rows;
    const auto fromMiddle = [rows](std::size_t at) { return at * 2 > rows ? at * 2 - rows : rows - at * 2; };
    for (std::size_t i = 1; i < rows && m_columns.size() > 1; ++i)
        if (m_content.rows[i].kind == Kind::Heading && fromMiddle(i) < fromMiddle(second))
            second = i;
    for (std::size_t i = 0; i < m_content.rows.size(); ++i) {
        const RowContent& content = m_content.rows[i];
        auto* row = new ListRow(m_list);
        row->setContent(content);
        connect(row, &QAbstractButton::clicked, this, [this, id = content.id, row] {
            row->setChecked(row->content().on); // what it shows is what is set, not what was tapped
            Q_EMIT chosen(id);
        });
        m_columns[i >= second ? 1 : 0]->addWidget(row);
        m_rows.push_back(row);
        row->show();
    }
    for (QVBoxLayout* each : m_columns)
        each->addStretch();
    if (ListRow* again = focused.isEmpty() ? nullptr : row(focused))
        again->setFocus(Qt::OtherFocusReason);
}

ListRow* ListPage::row(const QString& id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const ListRow* r) { return r->content().id == id; });
    return found == m_rows.end() ? nullptr : *found;
}

void ListPage::setMetrics(const Metrics& metrics)
{
    Page::setMetrics(metrics);
    m_metrics = metrics;
    m_sides->setContentsMargins(metrics.margin, metrics.wide ? metrics.margin : metrics.gap, metrics.margin,
                                metrics.gap);
    m_sides->setSpacing(metrics.margin);
    if (static_cast<int>(m_columns.size()) != columns())
        rebuild();
    for (QVBoxLayout* column : m_columns)
        column->setSpacing(metrics.gap);
}

void ListPage::goBack()
{
    Q_EMIT leaveRequested();
}

QWidget* ListPage::firstFocus() const
{
    for (ListRow* row : m_rows)
        if (row->focusPolicy() != Qt::NoFocus && row->isEnabled())
            return row;
    return m_back;
}

void ListPage::rewind()
{
    m_scroll->rewind();
}

void ListPage::retranslate()
{
    m_back->setText(m_content.back.isEmpty() ? tr("Back") : m_content.back);
    m_up->setAccessibleName(tr("Up"));
    m_down->setAccessibleName(tr("Down"));
    Q_EMIT contentNeeded();
}

} // namespace nanocap::ui
