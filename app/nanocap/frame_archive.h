// SPDX-License-Identifier: Apache-2.0
// FrameArchive: the captioned pictures of an unattended run as files, as the model got them: turned as set,
// never mirrored, before they are scaled. GUI thread.
#pragma once

#include "core/base/failure.h"

#include <QImage>
#include <QString>

namespace nanocap::app {

class FrameArchive
{
public:
    /// An empty folder keeps nothing. It is made when the first picture comes.
    explicit FrameArchive(QString folder) : m_folder(std::move(folder)) {}

    /// Writes 000001.png, 000002.png, …; returns the file's name, empty when nothing is kept. Fails as IO
    /// naming the file, once: from then on nothing is kept, so that a full disk stops the pictures and not
    /// the run.
    Result<QString> keep(const QImage& picture);

private:
    QString m_folder;
    int m_kept = 0;
};

} // namespace nanocap::app
