// SPDX-License-Identifier: Apache-2.0
// LoadCurve: memory taken by the model over the ten rows of a load, measured drawn over predicted, with the
// line where free memory would fall to the floor. Every row has one column of the same width: the prediction
// is per row, and a row of a millisecond matters as much as one of a minute.
#pragma once

#include "core/load/load_report.h"

#include <QColor>
#include <QImage>
#include <QWidget>

#include <array>
#include <vector>

namespace nanocap::ui {

struct Theme;

/// What the curve draws; plain, so that a report can be turned back into it.
struct LoadCurveData
{
    std::optional<std::array<Bytes, rowCount>> predicted; ///< engine's resident set after each row
    MaybeBytes predictedPeak;
    MaybeBytes
        headroom; ///< what may be taken before free memory is at the floor (or the reserve without a floor)
    bool headroomIsFloor = true;
    struct RowTrace
    {
        RowState state = RowState::Pending;
        double seconds = 0;
        std::vector<std::pair<double, Bytes>> samples; ///< seconds since the row began, resident set
        MaybeBytes after, peak;
    };
    std::array<RowTrace, rowCount> rows;

    static LoadCurveData fromPlan(const load::Plan& plan);
    static LoadCurveData fromReport(const load::LoadReport& report);
};

class LoadCurve : public QWidget
{
    Q_OBJECT
public:
    explicit LoadCurve(QWidget* parent = nullptr);
    void setData(const LoadCurveData& data);
    const LoadCurveData& data() const { return m_data; }
    /// Only the prediction: legend and empty state differ.
    void setPredictionOnly(bool on);
    void beginRow(Row row);
    /// A measurement of the engine's resident set during the running row.
    void addSample(Bytes engineRss);
    void endRow(const RowReport& report);

    /// The picture for a report, on an opaque background.
    static QImage render(const LoadCurveData& data, const Theme& theme, QSize size);
    QSize minimumSizeHint() const override { return QSize(160, 60); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void renewAccessibleText();

    LoadCurveData m_data;
    std::optional<Row> m_running;
    qint64 m_rowStartMs = 0;
    bool m_predictionOnly = false;
};

} // namespace nanocap::ui
