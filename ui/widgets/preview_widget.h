// SPDX-License-Identifier: Apache-2.0
// PreviewWidget: the newest frame, letterboxed; mirrored when the setting says so (the model's frame never
// is).
#pragma once

#include <QImage>
#include <QWidget>

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
    bool hasFrame() const { return !m_frame.isNull(); }
    /// Where the frame is drawn inside the widget.
    QRect frameRect() const;
    QSize minimumSizeHint() const override { return QSize(160, 120); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_frame;
    QString m_placeholder;
    bool m_mirrored = false;
};

} // namespace nanocap::ui
