// SPDX-License-Identifier: Apache-2.0
// CaptionPanel: the caption in large opaque text, with a word for how sure it is and weak words underlined.
// The text is laid out as plain text: what a word list contains is never markup.
#pragma once

#include "ui/style/looks.h"
#include "ui/text/caption_text.h"

#include <QTextLayout>
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

    QString text() const; ///< what is read on it, hedge included
    /// Pixel size in use: the chosen one, smaller (never below Metrics::captionLeastPx) when the caption
    /// would not fit.
    int fontPixelsInUse() const { return m_pixels; }
    QSize minimumSizeHint() const override { return QSize(160, 60); }
    /// So much that the caption fits at its smallest size; lies in a FingerScroll where there is less.
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Place; ///< paddings and sizes on this screen
    Place place() const;
    double layOut(QTextLayout& layout, int pixels, double width) const;

    std::vector<ShownWord> m_words;
    Hedge m_hedge = Hedge::LooksLike;
    QString m_message;
    QString m_note;
    int m_pixels = 28;
};

} // namespace nanocap::ui
