// SPDX-License-Identifier: Apache-2.0
// StepList: the ten rows of a load with state, seconds, change and what is free after; text for operators,
// the row's code beside it for whoever reads a report.
#pragma once

#include "core/base/row.h"
#include "core/base/sentence.h"

#include <QWidget>

#include <array>

namespace nanocap::ui {

class StepList : public QWidget
{
    Q_OBJECT
public:
    explicit StepList(QWidget* parent = nullptr);
    void reset();
    void start(Row row);
    void setProgress(Row row, qint64 doneBytes, qint64 totalBytes);
    /// Shown in place of the row's numbers while it stands still; empty ends it.
    void setStalled(Row row, const Sentence& why);
    void finish(const RowReport& report);
    /// As finish(), of a load that is over: nobody is told.
    void setReport(const RowReport& report);

    const RowReport& report(Row row) const { return m_rows[indexOf(row)].report; }
    /// The line as a screen reader reads it: "Weights, done, 1.2 s, +61 MB, free 1525 MB".
    QString lineText(Row row) const;
    /// Row heights: ten of them fit `minimumHeight()`, which is 240 px on small screens.
    int rowHeight() const;
    /// Some title or number did not fit in the last paint.
    bool hasClippedText() const { return m_clipped; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Line
    {
        RowReport report;
        qint64 doneBytes = 0, totalBytes = 0;
        Sentence stalled;
    };
    void paintRow(QPainter& painter, std::size_t index, const QRect& box);
    void announce(Row row);

    std::array<Line, rowCount> m_rows;
    bool m_clipped = false;
};

} // namespace nanocap::ui
