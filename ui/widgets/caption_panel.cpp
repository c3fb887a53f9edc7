// SPDX-License-Identifier: Apache-2.0
// What a caption panel shows and what is chosen on it; caption_panel_painting.cpp has how it looks.
#include "ui/widgets/caption_panel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace nanocap::ui {

namespace {
constexpr int flashMs = 900;
}

CaptionPanel::CaptionPanel(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Caption"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_flash.setSingleShot(true);
    m_flash.setInterval(flashMs);
    connect(&m_flash, &QTimer::timeout, this, qOverload<>(&QWidget::update));
}

void CaptionPanel::setCaption(const std::vector<ShownWord>& words, Hedge hedge)
{
    m_words = words;
    m_hedge = hedge;
    m_message.clear();
    renew();
}

void CaptionPanel::setNote(const QString& note)
{
    if (std::exchange(m_note, note) == note)
        return;
    setAccessibleDescription(
        text() + (m_words.empty() || note.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(note)));
    update();
}

void CaptionPanel::setMessage(const QString& text)
{
    m_message = text;
    m_words.clear();
    renew();
}

void CaptionPanel::renew()
{
    m_at = std::min(m_at, static_cast<int>(m_words.size()) - 1);
    m_chosen = std::min(m_chosen, static_cast<int>(m_words.size()) - 1);
    const bool focusable = m_choosable && !m_words.empty();
    setFocusPolicy(focusable ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(focusable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QStringList weak;
    for (const ShownWord& word : m_words)
        if (word.sureness == Sureness::Weak)
            weak << word.text;
    setAccessibleDescription(
        weak.isEmpty() ? text() : tr("%1; not sure of: %2").arg(text(), weak.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

void CaptionPanel::setChoosable(bool on)
{
    if (std::exchange(m_choosable, on) != on)
        renew();
}

void CaptionPanel::setChosen(int word)
{
    m_chosen = word;
    if (word >= 0)
        m_at = word;
    update();
}

void CaptionPanel::setBusy(bool on)
{
    if (std::exchange(m_busy, on) == on)
        return;
    updateGeometry();
    update();
}

void CaptionPanel::flash()
{
    m_flash.start();
    update();
}

QString CaptionPanel::text() const
{
    if (m_words.empty())
        return m_message;
    return hedgeText(m_hedge) + QLatin1Char(' ') + shownText(m_words);
}

QRect CaptionPanel::wordRect(int word) const
{
    if (word < 0)
        return m_hedgeBox.toRect();
    for (const Piece& piece : m_pieces)
        if (piece.word == word)
            return piece.box.toRect();
    return {};
}

void CaptionPanel::choose(int word)
{
    m_at = word;
    update();
    if (word < 0)
        Q_EMIT explanationRequested();
    else
        Q_EMIT wordChosen(word);
}

void CaptionPanel::mousePressEvent(QMouseEvent* event)
{
    m_pressed = m_choosable && !m_words.empty();
    if (!m_pressed)
        event->ignore();
}

void CaptionPanel::mouseReleaseEvent(QMouseEvent* event)
{
    if (!std::exchange(m_pressed, false) || !rect().contains(event->pos()) || m_pieces.empty())
        return;
    // The nearest answers: no finger hits "a" exactly. The line over the words is the hedge's.
    if (event->position().y() < m_pieces.front().box.top())
        return choose(-1);
    const auto distance = [&](const Piece& piece) {
        const double x = std::max(
            {piece.box.left() - event->position().x(), 0.0, event->position().x() - piece.box.right()});
        const double y = std::max(
            {piece.box.top() - event->position().y(), 0.0, event->position().y() - piece.box.bottom()});
        return x * x + y * y;
    };
    choose(std::min_element(m_pieces.begin(), m_pieces.end(), [&](const Piece& a, const Piece& b) {
               return distance(a) < distance(b);
           })->word);
}

void CaptionPanel::keyPressEvent(QKeyEvent* event)
{
    if (m_words.empty())
        return QWidget::keyPressEvent(event);
    const int key = event->key();
    // While a word's attention is shown, the next word's is one key away, also with four keys.
    const bool shown = m_chosen >= 0;
    const int last = static_cast<int>(m_words.size()) - 1;
    if (key == Qt::Key_Right || (shown && key == Qt::Key_Down)) {
        if (m_at >= last)
            return QWidget::keyPressEvent(event);
        ++m_at;
    } else if (key == Qt::Key_Left || (shown && key == Qt::Key_Up)) {
        if (m_at < (shown ? 1 : 0))
            return QWidget::keyPressEvent(event);
        --m_at;
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
        return choose(m_at);
    } else {
        return QWidget::keyPressEvent(event);
    }
    if (shown)
        choose(m_at);
    update();
}

void CaptionPanel::focusInEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::MouseFocusReason && m_chosen < 0)
        m_at = m_words.empty() ? -1 : 0;
    QWidget::focusInEvent(event);
    update();
}

void CaptionPanel::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void CaptionPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Caption"));
        renew();
    }
}

} // namespace nanocap::ui
