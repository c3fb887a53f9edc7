// SPDX-License-Identifier: Apache-2.0
// MemoryTimeline: free memory over the last 60 seconds against the floor, for the memory pane of wide
// screens.
#pragma once

#include "core/base/bytes.h"

#include <QElapsedTimer>
#include <QWidget>

#include <deque>

namespace nanocap::ui {

class MemoryTimeline : public QWidget
{
    Q_OBJECT
public:
    explicit MemoryTimeline(QWidget* parent = nullptr);
    void addSample(const MaybeBytes& available, const MaybeBytes& total);
    /// The same at a stated second, for pictures and tests.
    void addSampleAt(double seconds, const MaybeBytes& available, const MaybeBytes& total);
    void setFloor(Bytes floor);
    QSize minimumSizeHint() const override { return QSize(200, 120); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::deque<std::pair<double, MaybeBytes>> m_samples; ///< seconds, free; an unknown one is a gap
    MaybeBytes m_total;
    Bytes m_floor = Bytes::fromMegabytes(1200);
    QElapsedTimer m_clock;
};

} // namespace nanocap::ui
