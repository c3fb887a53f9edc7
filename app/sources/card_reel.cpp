// SPDX-License-Identifier: Apache-2.0
#include "app/sources/card_reel.h"

#include <QColor>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>
#include <QTransform>

#include <cmath>
#include <cstring>
#include <numbers>

namespace nanocap::sources {

namespace {

constexpr QSize cardSize{616, 462};
constexpr int cornerRadius = 26;

double wave(double seconds, double period, double phase)
{
    return std::sin(2 * std::numbers::pi * (seconds / period + phase));
}

/// 0 to 1, quick at first and settling gently.
double eased(double progress)
{
    const double rest = 1 - progress;
    return 1 - rest * rest * rest;
}

QImage drawTable()
{
    QImage table(CardReel::frameSize, QImage::Format_RGB32);
    QPainter painter(&table);
    QLinearGradient wood(0, 0, CardReel::frameSize.width(), CardReel::frameSize.height());
    wood.setColorAt(0, QColor(0x6d, 0x67, 0x61));
    wood.setColorAt(1, QColor(0x49, 0x45, 0x42));
    painter.fillRect(table.rect(), wood);
    return table;
}

QImage drawHighlight()
{
    QImage light(520, 520, QImage::Format_ARGB32_Premultiplied);
    light.fill(Qt::transparent);
    QPainter painter(&light);
    QRadialGradient glow(260, 260, 260);
    glow.setColorAt(0, QColor(255, 250, 235, 58));
    glow.setColorAt(1, QColor(255, 250, 235, 0));
    painter.fillRect(light.rect(), glow);
    return light;
}

} // namespace

CardReel::CardReel(CardDeck deck, quint32 seed)
    : m_deck(std::move(deck)), m_seed(seed), m_table(drawTable()), m_light(drawHighlight())
{
}

quint64 CardReel::cardInView(std::chrono::milliseconds time)
{
    return time < transitionTime ? 0 : quint64((time - transitionTime) / cardTime);
}

Card CardReel::cardAt(std::chrono::milliseconds time) const
{
    return m_deck.card(m_seed, quint64(time / cardTime));
}

QImage CardReel::drawFace(const Card& card) const
{
    QImage image(cardSize, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    painter.setBrush(cardColour(card.colour));
    // The clear rim lets the card's edges blend with the table when it is turned.
    painter.drawRoundedRect(image.rect().adjusted(2, 2, -2, -2), cornerRadius, cornerRadius);

    const auto count = double(card.pictures.size());
    const double side = count > 1 ? 268 : 352;
    for (qsizetype i = 0; i < card.pictures.size(); ++i) {
        const double centre = cardSize.width() * (double(i) + 0.5) / count;
        const QRectF place(centre - side / 2, (cardSize.height() - side) / 2, side, side);
        painter.drawImage(place, m_deck.picture(card.pictures[i]));
    }
    return image;
}

const QImage& CardReel::face(quint64 number)
{
    std::optional<Face>& slot = m_faces[number % 2];
    if (!slot || slot->number != number)
        slot = Face{number, drawFace(m_deck.card(m_seed, number))};
    return slot->image;
}

void CardReel::drawCard(QPainter& painter, quint64 number, double coming, double leaving, double seconds)
{
    const double width = frameSize.width();
    const double height = frameSize.height();
    // Four ways to come in turn: from the right, from below, from the left, turning about its upright axis.
    const auto way = number % 4;
    const double away = 1 - eased(coming);
    double dx = way == 0 ? away * width * 1.1 : way == 2 ? -away * width * 1.1 : 0;
    double dy = way == 1 ? away * height * 1.15 : 0;
    double turn = way == 3 ? -away * 88 : 0;
    // The card that leaves makes room in the direction the next one comes from.
    const auto next = (number + 1) % 4;
    const double gone = eased(leaving);
    dx += next == 0 ? -gone * width * 1.1 : next == 2 ? gone * width * 1.1 : 0;
    dy += next == 1 ? -gone * height * 1.15 : 0;
    turn += next == 3 ? gone * 88 : 0;

    const double phase = double(number) * 0.37;
    const double scale = 1.0 + 0.025 * wave(seconds, 5.3, phase);
    QTransform transform;
    transform.translate(width / 2 + dx + 5 * wave(seconds, 6.1, phase),
                        height / 2 + dy + 4 * wave(seconds, 4.7, phase));
    transform.rotate(turn + 7 * wave(seconds, 6.7, phase), Qt::YAxis);
    transform.rotate(5 * wave(seconds, 5.9, phase + 0.4), Qt::XAxis);
    transform.rotate(2.2 * wave(seconds, 7.3, phase) + 9 * away - 6 * gone);
    transform.scale(scale, scale);
    transform.translate(-cardSize.width() / 2.0, -cardSize.height() / 2.0);

    painter.setTransform(transform * QTransform::fromTranslate(7, 9));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 70));
    painter.drawRect(QRect(QPoint(cornerRadius / 4, cornerRadius / 4),
                           cardSize - QSize(cornerRadius / 2, cornerRadius / 2)));
    painter.setTransform(transform);
    painter.drawImage(0, 0, face(number));
    painter.resetTransform();
}

void CardReel::drawLight(QPainter& painter, double seconds) const
{
    const double x = frameSize.width() * (0.5 + 0.55 * wave(seconds, 11, 0.1)) - m_light.width() / 2.0;
    const double y = frameSize.height() * (0.35 + 0.4 * wave(seconds, 8.5, 0.6)) - m_light.height() / 2.0;
    painter.drawImage(QPoint(int(x), int(y)), m_light);
    const double dusk = 0.5 + 0.5 * wave(seconds, 13, 0.25);
    painter.fillRect(QRect(QPoint(0, 0), frameSize), QColor(8, 6, 20, int(44 * dusk)));
}

void CardReel::draw(std::chrono::milliseconds time, QImage& frame)
{
    if (frame.size() != frameSize || frame.format() != QImage::Format_RGB32)
        frame = QImage(frameSize, QImage::Format_RGB32);
    std::memcpy(frame.bits(), m_table.constBits(), size_t(m_table.sizeInBytes()));

    const auto number = quint64(time / cardTime);
    const double seconds = double(time.count()) / 1000;
    const double coming = double((time % cardTime).count()) / double(transitionTime.count());
    QPainter painter(&frame);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (coming < 1 && number > 0)
        drawCard(painter, number - 1, 1, coming, seconds);
    // The very first card is simply there: a window that has just opened has something to show.
    drawCard(painter, number, number == 0 ? 1 : std::min(coming, 1.0), 0, seconds);
    drawLight(painter, seconds);
}

} // namespace nanocap::sources
