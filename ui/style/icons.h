// SPDX-License-Identifier: Apache-2.0
// Icons drawn from strokes on a 24 x 24 grid, so that they take any size and colour and need no emoji font.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPainter>

namespace nanocap::ui {

enum class Icon {
    None,
    Check,
    Warning,
    Cross,
    Lock,
    BadFile,
    Unknown,
    Back,
    Next,
    Load,
    Pause,
    Play,
    Camera,
    CameraOff,
    Cards,
    Repeat,
    Statistics,
    Menu,
    Info,
    Retry,
    Globe,
    Theme,
    TextSize,
    Report,
    Running,
    Skipped,
    Pending,
    Stop,
    Readiness,
    Power,
    Up,
    Down,
    Memory,
    More,
    Settings,
    Usb,
    Folder,
    Trash,
    History,
    Speaker,
    SpeakerOff,
    Logo
};

void drawIcon(QPainter& painter, Icon icon, const QRectF& box, const QColor& colour);
/// For buttons: `colour` when enabled, `disabled` else. Drawn at the left of `pixels`, as high as that is.
QIcon makeIcon(Icon icon, QSize pixels, const QColor& colour, const QColor& disabled, qreal devicePixelRatio);

} // namespace nanocap::ui
