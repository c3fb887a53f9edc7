// SPDX-License-Identifier: Apache-2.0
// Labels in the few kinds of text the window has; always plain text, since a model file may name anything.
#pragma once

#include "ui/text/local_text.h"

#include <QLabel>

namespace nanocap::ui {

enum class TextKind { Body, Title, Headline, Strong, Muted, Mono };

QLabel* makeLabel(TextKind kind, QWidget* parent, bool wrap = false);
void setTone(QLabel* label, Verdict::Tone tone);
QColor toneColour(Verdict::Tone tone, const struct Palette& palette);

/// A label of one line that shortens its text with an ellipsis instead of pushing its neighbours away.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr, Qt::TextElideMode mode = Qt::ElideRight);
    void setFullText(const QString& text);
    const QString& fullText() const { return m_text; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void elide();

    QString m_text;
    Qt::TextElideMode m_mode;
};

} // namespace nanocap::ui
