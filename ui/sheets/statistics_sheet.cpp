// SPDX-License-Identifier: Apache-2.0
#include "ui/sheets/statistics_sheet.h"

#include "ui/text/local_text.h"
#include "ui/text/reading_text.h"

#include <QCoreApplication>

namespace nanocap::ui {

namespace {
struct StatisticsSheet
{
    Q_DECLARE_TR_FUNCTIONS(StatisticsSheet)
};
const QString noFigure = QStringLiteral("\u2013");
} // namespace

SheetContent statisticsSheet(const captions::LatencyStatistics& s, const memory::MemorySample& sample)
{
    const auto value = [&](double ms) { return s.count > 0 ? latencyText(ms) : noFigure; };
    SheetContent content;
    content.title = StatisticsSheet::tr("The last 30 captions");
    content.rows = {{StatisticsSheet::tr("mean"), value(s.mean)},
                    {StatisticsSheet::tr("median"), value(s.median)},
                    {StatisticsSheet::tr("least"), value(s.min)},
                    {StatisticsSheet::tr("greatest"), value(s.max)},
                    {StatisticsSheet::tr("deviation"), value(s.deviation)},
                    {StatisticsSheet::tr("captions per second"),
                     s.count > 0 ? QString::number(s.captionsPerSecond, 'f', 1) : noFigure},
                    {StatisticsSheet::tr("captions in all"), QString::number(s.count)},
                    {StatisticsSheet::tr("window"), bytesText(sample.window)},
                    {StatisticsSheet::tr("engine"), bytesText(sample.engine)},
                    {StatisticsSheet::tr("free"), bytesText(sample.gauge.available)},
                    {StatisticsSheet::tr("board"), boardText(sample.board)}};
    content.closingKey = Qt::Key_P;
    return content;
}

} // namespace nanocap::ui
