// SPDX-License-Identifier: Apache-2.0
// PreviewWidget: the newest frame as large as fits, mirrored when the setting says so (the model's frame
// never is), or one that stands still with where the model looked drawn over it.
#pragma once

#include <QImage>
#include <QWidget>

#include <vector>

namespace nanocap::ui {

class PreviewWidget : public QWidget
{
    Q_OBJECT
public:
    explicit PreviewWidget(QWidget* parent = nullptr);
    void setFrame(const QImage& frame);
    void clear();
    void setMirrored(bool on);
    /// Shown in the middle while there is no frame.
    void setPlaceholder(const QString& text);
    /// On an opaque ground in a corner of the frame: why it stands still. Empty = nothing.
    void setNote(const QString& text);
    const QString& note() const { return m_note; }
    /// `weights` row by row on a square grid over the whole frame as the model got it, drawn over this frame
    /// until clearAttention(). False when there is nothing to draw.
    bool setAttention(const std::vector<float>& weights);
    void clearAttention();
    bool hasAttention() const { return !m_heat.isNull(); }
    const QImage& frame() const { return m_frame; }
    bool hasFrame() const { return !m_frame.isNull(); }
    /// Where the frame is drawn inside the widget.
    QRect frameRect() const;
    QSize minimumSizeHint() const override { return QSize(120, 90); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintPlaceholder(QPainter& painter) const;
    void paintNote(QPainter& painter) const;
    void paintScale(QPainter& painter) const;

    QImage m_frame, m_heat;
    QString m_placeholder, m_note;
    bool m_mirrored = false;
};

} // namespace nanocap::ui
