// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/attract_view.h"

#include "ui/style/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace nanocap::ui {

namespace {

constexpr int darkest = 165; ///< of the veil over what is not looked at

/// Weights as 0 … 1, the strongest being 1; all 0 for a gaze that rests nowhere.
std::vector<float> scaled(const Gaze& gaze)
{
    std::vector<float> weights = gaze.weights;
    const float most = weights.empty() ? 0 : *std::max_element(weights.begin(), weights.end());
    for (float& weight : weights)
        weight = most > 0 ? weight / most : 0;
    return weights;
}

/// Lays `text` out in lines of `width` from `top`; the height it takes.
double layOut(QTextLayout& layout, double width)
{
    QTextOption option(Qt::AlignHCenter);
    option.setWrapMode(QTextOption::WordWrap);
    layout.setTextOption(option);
    double y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        y += line.height();
    }
    layout.endLayout();
    return y;
}

} // namespace

struct AttractView::Place
{
    QRect picture, words, hint;
    int wordsPx, hintPx;
};

AttractView::AttractView(QWidget* window) : QWidget(window)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::BlankCursor);
    setObjectName(QStringLiteral("attract"));
    setAccessibleName(tr("Demonstration"));
    hide();
    window->installEventFilter(this);
    m_story.setSingleShot(true);
    connect(&m_story, &QTimer::timeout, this, &AttractView::step);
    m_motion.setInterval(frameMs);
    connect(&m_motion, &QTimer::timeout, this, &AttractView::glide);
}

void AttractView::start()
{
    setGeometry(parentWidget()->rect());
    setVisible(true);
    raise();
    Q_EMIT cardWanted();
}

void AttractView::stop()
{
    m_story.stop();
    m_motion.stop();
    hide();
    m_card = {};
    m_scaled = {};
}

void AttractView::setCard(AttractCard card)
{
    m_card = std::move(card);
    m_scaled = {};
    m_shown = isQuiet() ? int(m_card.words.size()) : 0;
    m_side = m_card.gazes.empty() ? 0 : m_card.gazes.front().side;
    m_now.assign(std::size_t(m_side) * std::size_t(m_side), 0);
    m_from = m_to = m_now;
    m_motion.stop();
    m_story.start(isQuiet() ? 2 * restMs : wordMs);
    setAccessibleDescription(m_card.words.join(u' '));
    update();
}

QString AttractView::text() const
{
    return m_card.words.mid(0, m_shown).join(u' ');
}

void AttractView::step()
{
    if (m_shown >= m_card.words.size()) {
        Q_EMIT cardWanted();
        return;
    }
    const auto word = std::size_t(m_shown++);
    m_from = m_now;
    m_to.assign(m_now.size(), 0);
    if (word < m_card.gazes.size() && m_card.gazes[word].weights.size() == m_to.size())
        m_to = scaled(m_card.gazes[word]);
    m_glided = 0;
    m_motion.start();
    m_story.start(m_shown < m_card.words.size() ? wordMs : restMs);
    update();
}

void AttractView::settle()
{
    m_glided = glideMs;
    m_now = m_to;
    m_motion.stop();
    update();
}

void AttractView::glide()
{
    m_glided = std::min(m_glided + frameMs, glideMs);
    const float t = float(m_glided) / float(glideMs);
    const float eased = t * t * (3 - 2 * t);
    for (std::size_t i = 0; i < m_now.size(); ++i)
        m_now[i] = m_from[i] + eased * (m_to[i] - m_from[i]);
    if (m_glided == glideMs)
        m_motion.stop();
    update(place().picture);
}

AttractView::Place AttractView::place() const
{
    const Metrics metrics = themeOf(this).metrics;
    const int margin = metrics.small ? 8 : metrics.scaled(20);
    Place at;
    at.hintPx = metrics.strongPx;
    const int hint = QFontMetrics(fontOf(this, at.hintPx)).height() + 2 * metrics.gap;
    const QRect room = rect().adjusted(margin, margin, -margin, 0);
    at.hint = QRect(room.left(), height() - hint, room.width(), hint);
    const int usable = room.height() - hint;
    // Beside the picture where that leaves the words a third, else under it.
    const bool beside = width() >= 1.3 * height() && height() < 560;
    at.wordsPx = metrics.wide ? metrics.scaled(52) : metrics.small ? 30 : 40;
    if (beside) {
        const QSize size = QSize(4, 3).scaled(room.width() * 60 / 100, usable, Qt::KeepAspectRatio);
        at.picture = QRect(QPoint(room.left(), room.top() + (usable - size.height()) / 2), size);
        at.words = QRect(at.picture.right() + margin, room.top(), room.right() - at.picture.right() - margin,
                         usable);
    } else {
        const int words = std::min(usable / 2, 3 * at.wordsPx + margin);
        const QSize size = QSize(4, 3).scaled(room.width(), usable - words, Qt::KeepAspectRatio);
        at.picture = QRect(QPoint(room.left() + (room.width() - size.width()) / 2, room.top()), size);
        const int top = at.picture.bottom() + margin / 2;
        at.words = QRect(room.left(), top, room.width(), at.hint.top() - top);
    }
    return at;
}

QImage AttractView::light() const
{
    QImage veil(m_side, m_side, QImage::Format_ARGB32_Premultiplied);
    const float most = m_now.empty() ? 0 : *std::max_element(m_now.begin(), m_now.end());
    for (int y = 0; y < m_side; ++y)
        for (int x = 0; x < m_side; ++x) {
            const float weight = m_now[std::size_t(y * m_side + x)];
            // Where the gaze rests nowhere there is no veil either.
            veil.setPixelColor(x, y, QColor(0, 0, 0, int(darkest * std::min(1.0F, most) * (1 - weight))));
        }
    return veil;
}

void AttractView::paintEvent(QPaintEvent* event)
{
    const Theme theme = themeOf(this);
    const Place at = place();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.fillRect(event->rect(), theme.palette.background);
    if (!m_card.picture.isNull()) {
        if (m_scaled.size() != at.picture.size())
            m_scaled = QPixmap::fromImage(
                m_card.picture.scaled(at.picture.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        painter.save();
        QPainterPath outline;
        outline.addRoundedRect(QRectF(at.picture), 12, 12);
        painter.setClipPath(outline);
        painter.drawPixmap(at.picture.topLeft(), m_scaled);
        if (m_side > 0 && !m_calm)
            painter.drawImage(at.picture, light());
        painter.restore();
    }
    if (event->rect().intersects(at.words) || event->rect().intersects(at.hint)) {
        // Laid out whole, so that words do not jump to another line as they come.
        const QString whole = m_card.words.join(u' ');
        int pixels = at.wordsPx;
        double height = 0;
        QTextLayout layout;
        do {
            layout.clearLayout();
            layout.setFont(fontOf(this, pixels, true));
            layout.setText(whole);
            height = layOut(layout, at.words.width());
            pixels -= 2;
        } while (height > at.words.height() && pixels > 16);
        QTextLayout::FormatRange hidden;
        hidden.start = int(text().size());
        hidden.length = int(whole.size()) - hidden.start;
        hidden.format.setForeground(Qt::transparent);
        painter.setPen(theme.palette.text);
        layout.draw(
            &painter,
            QPointF(at.words.left(), at.words.top() + std::max(0.0, (at.words.height() - height) / 2)),
            hidden.length > 0 ? QList<QTextLayout::FormatRange>{hidden} : QList<QTextLayout::FormatRange>{});
        painter.setFont(fontOf(this, at.hintPx));
        painter.setPen(theme.palette.muted);
        painter.drawText(at.hint, Qt::AlignCenter, tr("Touch the screen to begin"));
    }
}

bool AttractView::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(object, event);
}

void AttractView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_scaled = {};
}

void AttractView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Demonstration"));
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange)
        update();
}

} // namespace nanocap::ui
