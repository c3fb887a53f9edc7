// SPDX-License-Identifier: Apache-2.0
// CaptionPanel: the caption in large opaque text, with a word for how sure it is and a line under every word
// the model was not sure of: thin and broken under unsure ones, thick under weak ones. A word is chosen by
// tap, or with the arrows and Enter. The text is laid out as plain text: what a word list contains is never
// markup.
#pragma once

#include "ui/style/looks.h"
#include "ui/text/caption_text.h"

#include <QTextLayout>
#include <QTimer>
#include <QWidget>

namespace nanocap::ui {

class CaptionPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CaptionPanel(QWidget* parent = nullptr);
    void setCaption(const std::vector<ShownWord>& words, Hedge hedge);
    /// A word beside how sure it is, while a caption stands; empty = none.
    void setNote(const QString& note);
    /// A line in place of a caption: why there is none.
    void setMessage(const QString& text);
    /// Words can be chosen from now on, of captions only.
    void setChoosable(bool on);
    /// The word whose attention is shown, as an index of setCaption's words; -1 = none.
    void setChosen(int word);
    int chosen() const { return m_chosen; }
    /// A caption was asked for and is not there yet.
    void setBusy(bool on);
    bool isBusy() const { return m_busy; }
    /// Draws the eye to it for a moment: this is said again, or this is the answer.
    void flash();
    bool isFlashing() const { return m_flash.isActive(); }

    QString text() const; ///< what is read on it, hedge included
    const std::vector<ShownWord>& words() const { return m_words; }
    /// Pixel size in use: the chosen one, smaller (never below Metrics::captionLeastPx) when the caption
    /// would not fit.
    int fontPixelsInUse() const { return m_pixels; }
    /// Where a word stands since it was last painted; the hedge's for -1.
    QRect wordRect(int word) const;
    QSize minimumSizeHint() const override { return QSize(160, 60); }
    /// So much that the caption fits at its smallest size; lies in a FingerScroll where there is less.
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void wordChosen(int word);   ///< index of setCaption's words
    void explanationRequested(); ///< what the hedge and the lines under words mean

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Place; ///< paddings and sizes on this screen
    struct Piece  ///< of a word that may go over two lines
    {
        int word;
        QRectF box;
        double baseline;
    };
    Place place() const;
    double layOut(QTextLayout& layout, int pixels, double width) const;
    std::vector<Piece> piecesOf(const QTextLayout& layout, QPointF origin) const;
    void paintHedge(QPainter& painter, const QRectF& line);
    void paintNote(QPainter& painter, const QRectF& line, const QString& before);
    void paintWords(QPainter& painter, const QTextLayout& layout, QPointF origin);
    void renew();
    void choose(int word);

    std::vector<ShownWord> m_words;
    Hedge m_hedge = Hedge::LooksLike;
    QString m_message;
    QString m_note;
    int m_pixels = 28;
    bool m_choosable = false, m_busy = false, m_pressed = false;
    int m_chosen = -1;
    int m_at = -1;               ///< where the keyboard is; -1 = on the hedge
    std::vector<Piece> m_pieces; ///< as last painted
    QRectF m_hedgeBox;
    QTimer m_flash;
};

} // namespace nanocap::ui
