// SPDX-License-Identifier: Apache-2.0
// LatencyTrio: last, mean and count of the captions, the three numbers a person watches.
#pragma once

#include "core/captions/latency.h"

#include <QWidget>

#include <array>

namespace nanocap::ui {

class LatencyTrio : public QWidget
{
    Q_OBJECT
public:
    explicit LatencyTrio(QWidget* parent = nullptr);
    void setStatistics(const captions::LatencyStatistics& statistics);
    QString text() const; ///< "last 420 ms, mean 450 ms, count 212"
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override { return minimumSizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::array<std::pair<QString, QString>, 3> cells() const;
    captions::LatencyStatistics m_statistics;
};

} // namespace nanocap::ui
