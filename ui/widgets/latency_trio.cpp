// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/latency_trio.h"

#include "ui/style/theme.h"
#include "ui/text/local_text.h"

#include <QPainter>

namespace nanocap::ui {

LatencyTrio::LatencyTrio(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Latency"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LatencyTrio::setStatistics(const captions::LatencyStatistics& statistics)
{
    m_statistics = statistics;
    setAccessibleDescription(text());
    update();
}

std::array<std::pair<QString, QString>, 3> LatencyTrio::cells() const
{
    const bool any = m_statistics.count > 0;
    const QString none = QStringLiteral("\u2013");
    return {{{tr("last"), any ? latencyText(m_statistics.last) : none},
             {tr("mean"), any ? latencyText(m_statistics.mean) : none},
             {tr("count"), QString::number(m_statistics.count)}}};
}

QString LatencyTrio::text() const
{
    QStringList parts;
    for (const auto& [name, value] : cells())
        parts << name + QLatin1Char(' ') + value;
    return parts.join(QStringLiteral(", "));
}

void LatencyTrio::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    QPainter painter(this);
    const Metrics& m = theme.metrics;
    const auto list = cells();
    // Where three would touch, the mean and what is newest are what one watches.
    const int shown = width() < 200 ? 2 : 3;
    const int column = width() / shown;
    const QFont strong = fontOf(this, m.small ? 16 : m.strongPx + m.scaled(2), true),
                body = fontOf(this, m.figurePx);
    const int upper = QFontMetrics(strong).height(), lower = QFontMetrics(body).height();
    const int top = (height() - upper - lower) / 2;
    for (int i = 0; i < shown; ++i) {
        const QRect box(i * column, 0, column, height());
        painter.setFont(strong);
        painter.setPen(theme.palette.text);
        painter.drawText(QRect(box.left(), top, box.width(), upper), Qt::AlignHCenter | Qt::AlignVCenter,
                         list[static_cast<std::size_t>(i)].second);
        painter.setFont(body);
        painter.setPen(theme.palette.muted);
        painter.drawText(QRect(box.left(), top + upper, box.width(), lower),
                         Qt::AlignHCenter | Qt::AlignVCenter, list[static_cast<std::size_t>(i)].first);
        if (i > 0)
            painter.fillRect(QRect(i * column, 8, 1, height() - 16), theme.palette.line);
    }
}

QSize LatencyTrio::minimumSizeHint() const
{
    const Metrics m = themeOf(this).metrics;
    return m.small ? QSize(180, 40) : QSize(m.scaled(240), m.scaled(52));
}

} // namespace nanocap::ui
