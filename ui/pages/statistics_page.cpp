// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/statistics_page.h"

#include "ui/text/local_text.h"
#include "ui/widgets/finger_scroll.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/latency_chart.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace nanocap::ui {

StatisticsPage::StatisticsPage(QWidget* parent)
    : Page(parent), m_content(new QWidget), m_scroll(new FingerScroll(m_content, this)),
      m_grid(new QGridLayout(m_content)), m_chart(new LatencyChart(m_content))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
    for (std::size_t i = 0; i < figureCount; ++i) {
        auto* tile = new QWidget(m_content);
        tile->setObjectName(QStringLiteral("panel"));
        tile->setAttribute(Qt::WA_StyledBackground);
        auto* column = new QVBoxLayout(tile);
        column->setSpacing(0);
        m_values[i] = makeLabel(TextKind::Strong, tile);
        m_names[i] = makeLabel(TextKind::Muted, tile);
        column->addWidget(m_values[i]);
        column->addWidget(m_names[i]);
        m_tiles[i] = tile;
    }
    m_scene = makeLabel(TextKind::Muted, m_content, true);
    m_scene->hide();
    m_back = actionBar()->addLeft(Icon::Back);
    connect(m_back, &QPushButton::clicked, this, &Page::backRequested);
    connect(this, &Page::shown, m_scroll, &FingerScroll::rewind);
    setMetrics(Metrics());
    retranslate();
}

void StatisticsPage::setStatistics(const captions::LatencyStatistics& statistics)
{
    m_statistics = statistics;
    m_chart->setStatistics(statistics);
    renew();
}

void StatisticsPage::setMemory(const memory::MemorySample& sample)
{
    m_sample = sample;
    renew();
}

void StatisticsPage::setScene(const std::vector<std::pair<QString, QString>>& rows)
{
    QStringList parts;
    for (const auto& [name, value] : rows)
        parts << name + QLatin1Char(' ') + value;
    m_scene->setText(parts.join(QStringLiteral(" \u00b7 ")));
    m_scene->setVisible(!parts.isEmpty());
}

std::array<std::pair<QString, QString>, StatisticsPage::figureCount> StatisticsPage::figures() const
{
    const QString none = QStringLiteral("\u2013");
    const captions::LatencyStatistics& s = m_statistics;
    const auto value = [&](double ms) { return s.count > 0 ? latencyText(ms) : none; };
    return {{{tr("last"), value(s.last)},
             {tr("mean"), value(s.mean)},
             {tr("median"), value(s.median)},
             {tr("least"), value(s.min)},
             {tr("greatest"), value(s.max)},
             {tr("deviation"), value(s.deviation)},
             {tr("captions per second"),
              s.captionsPerSecond > 0 ? QString::number(s.captionsPerSecond, 'f', 1) : none},
             {tr("captions in all"), QString::number(s.count)},
             {tr("window"), bytesText(m_sample.window)},
             {tr("engine"), bytesText(m_sample.engine)},
             {tr("free"), bytesText(m_sample.gauge.available)},
             {tr("pressure"), pressureWord(m_sample.level)}}};
}

QString StatisticsPage::text() const
{
    QStringList parts;
    for (const auto& [name, value] : figures())
        parts << name + QLatin1Char(' ') + value;
    return parts.join(QLatin1Char('\n'));
}

void StatisticsPage::renew()
{
    const auto all = figures();
    for (std::size_t i = 0; i < figureCount; ++i) {
        m_names[i]->setText(all[i].first);
        m_values[i]->setText(all[i].second);
        m_tiles[i]->setAccessibleName(all[i].first + QLatin1Char(' ') + all[i].second);
    }
}

QString StatisticsPage::title() const
{
    return tr("The last 30 captions");
}

bool StatisticsPage::takeKey(int key)
{
    if (key != Qt::Key_P)
        return false;
    goBack();
    return true;
}

void StatisticsPage::setMetrics(const Metrics& metrics)
{
    Page::setMetrics(metrics);
    m_grid->setContentsMargins(metrics.margin, metrics.wide ? metrics.margin : metrics.gap, metrics.margin,
                               metrics.wide || metrics.small ? metrics.gap : 10);
    m_grid->setSpacing(metrics.small ? 6 : metrics.gap);
    const int room = metrics.window.width() - metrics.sidePane;
    const int columns = std::clamp(room / metrics.scaled(190), 1, 4);
    // Twelve fill whole rows of one, two, three and four.
    const int rows = (static_cast<int>(figureCount) + columns - 1) / columns;
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, 0);
    for (int i = 0; i < static_cast<int>(figureCount); ++i) {
        auto* tile = m_tiles[static_cast<std::size_t>(i)];
        m_grid->addWidget(tile, i / columns, i % columns);
        const int edge = metrics.small ? 2 : metrics.scaled(6);
        tile->layout()->setContentsMargins(metrics.small ? 8 : 12, edge, 8, edge);
    }
    for (int column = 0; column < 5; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    m_grid->addWidget(m_chart, rows, 0, 1, columns);
    m_grid->addWidget(m_scene, rows + 1, 0, 1, columns);
    m_grid->setRowStretch(rows, 1);
    m_chart->setMinimumHeight(m_chart->minimumSizeHint().height());
}

void StatisticsPage::retranslate()
{
    m_back->setText(tr("Back"));
    renew();
}

} // namespace nanocap::ui
