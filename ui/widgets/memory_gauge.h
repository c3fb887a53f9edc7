// SPDX-License-Identifier: Apache-2.0
// MemoryGauge: one bar in up to four parts (this app, GPU shared, other, free) with the floor's tick, a
// legend with the numbers, and one word for how hard memory is pressed. A part the machine does not have is
// left out; a figure nobody knows is the word "unknown". Accessible as a bar with a value
// (accessible_widgets.h).
#pragma once

#include "core/memory/monitor.h"
#include "ui/text/reading_text.h"

#include <QElapsedTimer>
#include <QWidget>

#include <vector>

namespace nanocap::ui {

class MemoryGauge : public QWidget
{
    Q_OBJECT
public:
    explicit MemoryGauge(QWidget* parent = nullptr);

    void setSample(const memory::MemorySample& sample);
    void setFloor(Bytes floor);
    /// Strip: thin bar over one line of numbers, the visible part `visible` px high in the middle of the
    /// widget (the rest is touch area). Lines: the same over two lines. Line: bar and the numbers that fit
    /// side by side at the lower edge. Pane: thick bar over two columns of numbers.
    enum class Form { Strip, Lines, Line, Pane };
    void setForm(Form form, int visible = 32);

    const memory::MemorySample& sample() const { return m_sample; }
    Bytes floor() const { return m_floor; }
    /// Seconds since the sample arrived; -1 before the first.
    double ageSeconds() const;
    /// The legend as one line: "this app 92 · other 2051 · free 1874 · floor 1200 MB · calm".
    QString legendText() const;
    /// A number that this form always shows did not fit.
    bool legendIsClipped() const { return m_clipped; }
    int heightForPane() const;
    /// The figure after the chosen one; after the last the first. For whoever has no arrow to the right.
    Figure figureAfter(Figure figure) const;

Q_SIGNALS:
    void figureTapped(nanocap::ui::Figure figure);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int paneLine() const; ///< height of a line of numbers in the pane
    struct Entry
    {
        Figure figure;
        QString name, value;
        MaybeBytes bytes;
    };
    std::vector<Entry> entries() const;
    Entry pressureEntry() const;
    QRect stripRect() const;
    void paintBar(QPainter& painter, const QRectF& bar) const;
    /// Width of an entry of the legend: swatch, name, number.
    int widthOf(const Entry& entry) const;
    /// What the Line form shows in `width`: free and floor first, then whatever else fits.
    std::vector<Entry> entriesWithin(int width) const;
    void paintEntry(QPainter& painter, const Entry& entry, const QRect& cell, bool withUnit);
    void paintPressure(QPainter& painter, const QRect& cell);
    void paintRow(QPainter& painter, const std::vector<Entry>& row, const QRect& area, bool last);
    void paintPane(QPainter& painter, const QRect& area);
    void renewAccessibleText();
    void announce();

    memory::MemorySample m_sample;
    bool m_hasSample = false;
    QString m_announced; ///< what a screen reader was told last without being asked
    Bytes m_floor = Bytes::fromMegabytes(1200);
    Form m_form = Form::Strip;
    int m_visible = 32;
    QElapsedTimer m_since, m_sinceSpoken;
    std::vector<std::pair<Figure, QRect>> m_areas;
    std::size_t m_selected = 0;
    bool m_pressed = false;
    bool m_clipped = false;
};

} // namespace nanocap::ui

Q_DECLARE_METATYPE(nanocap::ui::Figure)
