// SPDX-License-Identifier: Apache-2.0
// StatisticsPage: the original program's `p` key as a page: latency of the last 30 captions as figures and as
// a chart, captions per second, memory.
#pragma once

#include "core/captions/latency.h"
#include "core/memory/monitor.h"
#include "ui/pages/page.h"

#include <array>
#include <utility>
#include <vector>

class QGridLayout;
class QLabel;

namespace nanocap::ui {

class FingerScroll;
class LatencyChart;

class StatisticsPage : public Page
{
    Q_OBJECT
public:
    static constexpr std::size_t figureCount = 12;
    explicit StatisticsPage(QWidget* parent = nullptr);
    void setStatistics(const captions::LatencyStatistics& statistics);
    void setMemory(const memory::MemorySample& sample);
    /// What the scene is judged by: name and value; empty where none is judged.
    void setScene(const std::vector<std::pair<QString, QString>>& rows);
    /// Name and value of every figure, as shown.
    std::array<std::pair<QString, QString>, figureCount> figures() const;
    QString text() const;
    LatencyChart* chart() const { return m_chart; }

    QString name() const override { return QStringLiteral("statistics"); }
    QString title() const override;
    /// P, which opened it, closes it too.
    bool takeKey(int key) override;
    void setMetrics(const Metrics& metrics) override;

protected:
    void retranslate() override;

private:
    void renew();

    captions::LatencyStatistics m_statistics;
    memory::MemorySample m_sample;
    QWidget* m_content;
    FingerScroll* m_scroll;
    QGridLayout* m_grid;
    LatencyChart* m_chart;
    QLabel* m_scene;
    std::array<QLabel*, figureCount> m_names, m_values;
    std::array<QWidget*, figureCount> m_tiles;
    ActionButton* m_back;
};

} // namespace nanocap::ui
