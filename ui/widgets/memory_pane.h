// SPDX-License-Identifier: Apache-2.0
// MemoryPane: the right-hand side of wide screens: 60 seconds of free memory, the gauge, pressure, swap, age.
#pragma once

#include "core/memory/monitor.h"
#include "ui/text/reading_text.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace nanocap::ui {

class ActionButton;
class MemoryGauge;
class MemoryTimeline;

class MemoryPane : public QWidget
{
    Q_OBJECT
public:
    explicit MemoryPane(QWidget* parent = nullptr);
    void setSample(const memory::MemorySample& sample);
    void setFloor(Bytes floor);
    /// The one gauge of the window lives here on wide screens.
    void adoptGauge(MemoryGauge* gauge);
    MemoryTimeline* timeline() const { return m_timeline; }
    QString pressureText() const;

Q_SIGNALS:
    void figureTapped(nanocap::ui::Figure figure);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    memory::MemorySample m_sample;
    QLabel* m_title;
    QLabel* m_pressure;
    MemoryTimeline* m_timeline;
    QVBoxLayout* m_gaugePlace;
    ActionButton* m_swap;
    ActionButton* m_pressureButton;
    ActionButton* m_board;
    QLabel* m_hint;
};

} // namespace nanocap::ui
