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
    const auto list = cells();
    const int column = width() / 3;
    for (int i = 0; i < 3; ++i) {
        const QRect box(i * column + 4, 0, column - 8, height());
        painter.setFont(fontOf(this, 20, true));
        painter.setPen(theme.palette.text);
        painter.drawText(QRect(box.left(), 2, box.width(), 26), Qt::AlignHCenter | Qt::AlignVCenter,
                         list[static_cast<std::size_t>(i)].second);
        painter.setFont(fontOf(this, 16));
        painter.setPen(theme.palette.muted);
        painter.drawText(QRect(box.left(), 28, box.width(), 22), Qt::AlignHCenter | Qt::AlignVCenter,
                         list[static_cast<std::size_t>(i)].first);
        if (i > 0)
            painter.fillRect(QRect(i * column, 8, 1, height() - 16), theme.palette.line);
    }
}

} // namespace nanocap::ui
