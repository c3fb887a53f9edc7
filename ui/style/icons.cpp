// SPDX-License-Identifier: Apache-2.0
#include "ui/style/icons.h"

#include <QPainterPath>

#include <map>

namespace nanocap::ui {

namespace {

// M x y: move, L x y: line, Q cx cy x y: curve, Z: close, O cx cy r: circle, D cx cy r: filled dot.
const char* strokesOf(Icon icon)
{
    static const std::map<Icon, const char*> strokes = {
        {Icon::Check, "M 4.5 12.5 L 9.5 17.5 L 19.5 6.5"},
        {Icon::Warning, "M 12 3.5 L 21.5 20 L 2.5 20 Z M 12 9.5 L 12 14 D 12 17 1.2"},
        {Icon::Cross, "M 6 6 L 18 18 M 18 6 L 6 18"},
        {Icon::Lock, "M 5 11 L 19 11 L 19 20.5 L 5 20.5 Z M 8 11 L 8 8 Q 8 3.5 12 3.5 Q 16 3.5 16 8 L 16 11 "
                     "D 12 15.7 1.4"},
        {Icon::BadFile, "M 6 3 L 14 3 L 19 8 L 19 21 L 6 21 Z M 9.5 11 L 15.5 17 M 15.5 11 L 9.5 17"},
        {Icon::Unknown,
         "O 12 12 9 M 9 9.5 Q 9 6.8 12 6.8 Q 15 6.8 15 9.3 Q 15 11.2 12 12.6 L 12 14 D 12 17 1.2"},
        {Icon::Back, "M 15 5 L 8 12 L 15 19"},
        {Icon::Next, "M 9 5 L 16 12 L 9 19"},
        {Icon::Up, "M 5 15 L 12 8 L 19 15"},
        {Icon::Down, "M 5 9 L 12 16 L 19 9"},
        {Icon::Load, "M 12 3.5 L 12 15 M 7 10.5 L 12 15.5 L 17 10.5 M 4 20 L 20 20"},
        {Icon::Pause, "M 8.5 5 L 8.5 19 M 15.5 5 L 15.5 19"},
        {Icon::Play, "M 7.5 5 L 18.5 12 L 7.5 19 Z"},
        {Icon::Camera, "M 3 8 L 7.5 8 L 9 5.5 L 15 5.5 L 16.5 8 L 21 8 L 21 19 L 3 19 Z O 12 13 3.4"},
        {Icon::CameraOff,
         "M 3 8 L 7.5 8 L 9 5.5 L 15 5.5 L 16.5 8 L 21 8 L 21 19 L 3 19 Z M 4 3 L 20.5 21.5"},
        {Icon::Cards,
         "M 8 3.5 L 20 3.5 L 20 16 L 8 16 Z M 4 8 L 4 20 L 16 20 D 11.5 7.5 1.3 M 9 14 L 13.5 9.5 L 18.5 14"},
        {Icon::Repeat, "M 5 11 Q 5 6.5 9.5 6.5 L 18.5 6.5 M 15.5 3.5 L 18.5 6.5 L 15.5 9.5 M 19 13 Q 19 17.5 "
                       "14.5 17.5 L 5.5 17.5 M 8.5 14.5 L 5.5 17.5 L 8.5 20.5"},
        {Icon::Statistics, "M 4 20 L 20 20 M 6.5 16 L 6.5 12 M 12 16 L 12 5 M 17.5 16 L 17.5 9"},
        {Icon::Menu, "M 4 4 L 10 4 L 10 10 L 4 10 Z M 14 4 L 20 4 L 20 10 L 14 10 Z M 4 14 L 10 14 L 10 20 L "
                     "4 20 Z M 14 14 L 20 14 L 20 20 L 14 20 Z"},
        {Icon::Settings,
         "M 3.5 7 L 11 7 M 17 7 L 20.5 7 O 14 7 2.6 M 3.5 17 L 6.5 17 M 12.5 17 L 20.5 17 O 9.5 17 2.6"},
        {Icon::Usb, "M 8 9.5 L 8 3 L 16 3 L 16 9.5 M 6 9.5 L 18 9.5 L 18 21 L 6 21 Z M 11 5.8 L 11 7 M 13.6 "
                    "5.8 L 13.6 7"},
        {Icon::Folder, "M 3 5.5 L 9.5 5.5 L 11.5 8 L 21 8 L 21 19 L 3 19 Z"},
        {Icon::Trash, "M 4 6.5 L 20 6.5 M 9 6.5 L 9 3.5 L 15 3.5 L 15 6.5 M 6 6.5 L 7 20.5 L 17 20.5 L 18 "
                      "6.5 M 10 10 L 10 17 M 14 10 L 14 17"},
        {Icon::Speaker, "M 4 9.5 L 8 9.5 L 12.5 5.5 L 12.5 18.5 L 8 14.5 L 4 14.5 Z M 16 9 L 17.5 12 L 16 15 "
                        "M 19 6.5 L 21.5 "
                        "12 L 19 17.5"},
        {Icon::SpeakerOff,
         "M 4 9.5 L 8 9.5 L 12.5 5.5 L 12.5 18.5 L 8 14.5 L 4 14.5 Z M 16 9.5 L 21 14.5 M 21 9.5 L 16 14.5"},
        {Icon::History, "O 12 12 9 M 12 6.5 L 12 12 L 16 14.5"},
        {Icon::More, "D 5 12 1.8 D 12 12 1.8 D 19 12 1.8"},
        {Icon::Info, "O 12 12 9 M 12 11 L 12 16.5 D 12 7.7 1.3"},
        {Icon::Retry,
         "M 19.5 5 L 19.5 10 L 14.5 10 M 19 10 Q 17 5 12 5 Q 5 5 5 12 Q 5 19 12 19 Q 16.5 19 18.7 15"},
        {Icon::Globe, "O 12 12 9 M 3 12 L 21 12 M 12 3 Q 6.5 7.5 6.5 12 Q 6.5 16.5 12 21 Q 17.5 16.5 17.5 12 "
                      "Q 17.5 7.5 12 3"},
        {Icon::Theme,
         "O 12 12 4 M 12 2.5 L 12 4.5 M 12 19.5 L 12 21.5 M 2.5 12 L 4.5 12 M 19.5 12 L 21.5 12 M 5.3 5.3 L "
         "6.7 6.7 M 17.3 17.3 L 18.7 18.7 M 5.3 18.7 L 6.7 17.3 M 17.3 6.7 L 18.7 5.3"},
        {Icon::TextSize,
         "M 2.5 19 L 8.5 5 L 14.5 19 M 4.6 14.5 L 12.4 14.5 M 19 6 L 19 13 M 15.5 9.5 L 22.5 9.5"},
        {Icon::Report, "M 6 3 L 14 3 L 19 8 L 19 21 L 6 21 Z M 9.5 12 L 15.5 12 M 9.5 16 L 15.5 16"},
        {Icon::Running, "M 8 5 L 17.5 12 L 8 19 Z"},
        {Icon::Skipped, "M 6 12 L 18 12"},
        {Icon::Pending, "O 12 12 4"},
        {Icon::Stop, "M 6 6 L 18 6 L 18 18 L 6 18 Z"},
        {Icon::Readiness, "M 4 5.5 L 5.5 7 L 8.5 4 M 12 5.5 L 20.5 5.5 M 4 12 L 5.5 13.5 L 8.5 10.5 M 12 12 "
                          "L 20.5 12 M 4 18.5 L 5.5 20 L 8.5 17 M 12 18.5 L 20.5 18.5"},
        {Icon::Power, "M 12 3 L 12 11 M 7 6 Q 4 8.5 4 12.5 Q 4 20.5 12 20.5 Q 20 20.5 20 12.5 Q 20 8.5 17 6"},
        {Icon::Memory, "M 7 7 L 17 7 L 17 17 L 7 17 Z M 10 3.5 L 10 7 M 14 3.5 L 14 7 M 10 17 L 10 20.5 M 14 "
                       "17 L 14 20.5 M 3.5 10 L 7 10 M 3.5 14 L 7 14 M 17 10 L 20.5 10 M 17 14 L 20.5 14"},
        {Icon::Logo,
         "M 3 5 L 21 5 L 21 15.5 L 12.5 15.5 L 8 20 L 8 15.5 L 3 15.5 Z M 7 9 L 17 9 M 7 12 L 13 12"}};
    const auto found = strokes.find(icon);
    return found == strokes.end() ? "" : found->second;
}

struct IconPaths
{
    QPainterPath lines, dots;
};

IconPaths parse(const char* text)
{
    IconPaths paths;
    const QStringList words = QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    qsizetype at = 0;
    const auto number = [&] { return at < words.size() ? words[at++].toDouble() : 0.0; };
    const auto point = [&] {
        const double x = number();
        return QPointF(x, number());
    };
    while (at < words.size()) {
        const QString verb = words[at++];
        if (verb == QLatin1String("M")) {
            paths.lines.moveTo(point());
        } else if (verb == QLatin1String("L")) {
            paths.lines.lineTo(point());
        } else if (verb == QLatin1String("Q")) {
            const QPointF control = point();
            paths.lines.quadTo(control, point());
        } else if (verb == QLatin1String("Z")) {
            paths.lines.closeSubpath();
        } else {
            const QPointF centre = point();
            const double radius = number();
            (verb == QLatin1String("O") ? paths.lines : paths.dots).addEllipse(centre, radius, radius);
        }
    }
    return paths;
}

} // namespace

void drawIcon(QPainter& painter, Icon icon, const QRectF& box, const QColor& colour)
{
    if (icon == Icon::None)
        return;
    static std::map<Icon, IconPaths> parsed;
    auto found = parsed.find(icon);
    if (found == parsed.end())
        found = parsed.emplace(icon, parse(strokesOf(icon))).first;
    const double side = std::min(box.width(), box.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center() - QPointF(side / 2, side / 2));
    painter.scale(side / 24, side / 24);
    const bool solid = icon == Icon::Play || icon == Icon::Running || icon == Icon::Stop;
    painter.setPen(QPen(colour, icon == Icon::Check || icon == Icon::Cross ? 3.0 : 2.1, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(solid ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawPath(found->second.lines);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPath(found->second.dots);
    painter.restore();
}

QIcon makeIcon(Icon icon, QSize pixels, const QColor& colour, const QColor& disabled, qreal devicePixelRatio)
{
    QIcon result;
    const auto add = [&](const QColor& c, QIcon::Mode mode) {
        QPixmap pixmap(pixels * devicePixelRatio);
        pixmap.setDevicePixelRatio(devicePixelRatio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        drawIcon(painter, icon, QRectF(0, 0, pixels.height(), pixels.height()), c);
        painter.end();
        result.addPixmap(pixmap, mode);
    };
    add(colour, QIcon::Normal);
    add(disabled, QIcon::Disabled);
    return result;
}

} // namespace nanocap::ui
