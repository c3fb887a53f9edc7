// SPDX-License-Identifier: Apache-2.0
// LatencyChart: the last 30 captions as bars, oldest left, with their mean as a line.
#pragma once

#include "core/captions/latency.h"

#include <QWidget>

namespace nanocap::ui {

class LatencyChart : public QWidget
{
    Q_OBJECT
public:
    explicit LatencyChart(QWidget* parent = nullptr);
    void setStatistics(const captions::LatencyStatistics& statistics);
    /// What the top of the chart stands for, in milliseconds: the next round number over the greatest.
    static double topFor(double greatestMs);
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override { return minimumSizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void renewAccessibleText();
    captions::LatencyStatistics m_statistics;
};

} // namespace nanocap::ui
