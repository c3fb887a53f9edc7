// SPDX-License-Identifier: Apache-2.0
// Frame: one picture with what is known of it, from the source to the caption under it. A plain value; the
// picture's pixels are shared, so copies are cheap. Any thread.
#pragma once

#include <QImage>
#include <QMetaType>
#include <QString>

namespace nanocap::captions {

struct Frame
{
    QImage picture;     ///< whole, upright, never mirrored; RGB32 or RGB888
    quint64 number = 0; ///< counted by its source from 1
    /// Frames that show the same thing going on share it; another item of a folder, another card, or a source
    /// that was started again begins a new one. Never the same for two sources of one process.
    quint64 scene = 0;
    qint64 takenMs = 0; ///< when it was made, in the process's monotonic milliseconds (captions::nowMs)
    QString origin;     ///< the source's URI
    QString item;       ///< the file it was read from; empty for cameras, pipelines and cards
};

/// Monotonic milliseconds; only differences mean something.
qint64 nowMs();
/// A scene number nobody has had yet.
quint64 newScene();

} // namespace nanocap::captions

Q_DECLARE_METATYPE(nanocap::captions::Frame)
