// SPDX-License-Identifier: Apache-2.0
// PastCaptions: what was said, newest first, each with the small picture it was said of. Only rows in view
// are laid out and only a few pictures are kept unpacked, so that a hundred cost what six do. As a rail it
// shows as many as fit and is one control that leads to the history; as a list it is as high as it must be,
// and each row is chosen by tap, or with Up, Down and Enter. GUI thread.
#pragma once

#include "core/captions/caption_stream.h"

#include <QBasicTimer>
#include <QCache>
#include <QImage>
#include <QWidget>

namespace nanocap::ui {

class PastCaptions : public QWidget
{
    Q_OBJECT
public:
    enum class Form { Rail, List };
    static constexpr int mostInRail = 6;
    explicit PastCaptions(Form form, QWidget* parent = nullptr);
    void setCaptions(std::deque<captions::PastCaption> captions);
    const std::deque<captions::PastCaption>& entries() const { return m_captions; }
    int rowsShown() const;
    int rowHeight() const;
    QRect rowRect(int row) const;
    int current() const { return m_at; }
    /// Unpacked pictures in memory now.
    int picturesKept() const { return static_cast<int>(m_pictures.count()); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int row);                ///< of a rail: the one that was tapped, 0 by key
    void currentMoved(const QRect& row); ///< by key: bring it into view

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    QImage pictureOf(const captions::PastCaption& past);
    void paintRow(QPainter& painter, int row);
    void renew();

    const Form m_form;
    std::deque<captions::PastCaption> m_captions;
    QCache<qint64, QImage> m_pictures{24};
    int m_at = 0;
    int m_pressed = -1;
    QBasicTimer m_older; ///< "just now" becomes "10 s ago"
};

} // namespace nanocap::ui
