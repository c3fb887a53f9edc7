// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/labels.h"

#include "ui/style/palette.h"

#include <QEvent>
#include <QStyle>

namespace nanocap::ui {

QLabel* makeLabel(TextKind kind, QWidget* parent, bool wrap)
{
    auto* label = new QLabel(parent);
    static constexpr const char* names[] = {"body", "title", "headline", "strong", "muted", "mono"};
    label->setProperty("kind", QLatin1String(names[static_cast<int>(kind)]));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(wrap);
    return label;
}

void setTone(QLabel* label, Verdict::Tone tone)
{
    static constexpr const char* names[] = {"ok", "warn", "bad", "muted"};
    const QString name = QLatin1String(names[static_cast<int>(tone)]);
    if (label->property("tone").toString() == name)
        return;
    label->setProperty("tone", name);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

QColor toneColour(Verdict::Tone tone, const Palette& palette)
{
    switch (tone) {
    case Verdict::Tone::Ok:
        return palette.ok;
    case Verdict::Tone::Warn:
        return palette.warn;
    case Verdict::Tone::Bad:
        return palette.bad;
    case Verdict::Tone::Muted:
        break;
    }
    return palette.muted;
}

ElidedLabel::ElidedLabel(QWidget* parent, Qt::TextElideMode mode) : QLabel(parent), m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::setFullText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    elide();
    updateGeometry();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return QSize(0, fontMetrics().height() + contentsMargins().bottom());
}

QSize ElidedLabel::sizeHint() const
{
    return QSize(fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height());
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        elide();
}

void ElidedLabel::elide()
{
    const QString shown = fontMetrics().elidedText(m_text, m_mode, contentsRect().width());
    if (shown != text())
        setText(shown);
}

} // namespace nanocap::ui
