// SPDX-License-Identifier: Apache-2.0
// ImagesSource: picture files, one after another, once. Each stays until advance() or until its time
// is over; files are read in a thread of their own.
#pragma once

#include "app/sources/frame_source.h"

#include <QStringList>
#include <QThreadPool>
#include <QTimer>

namespace nanocap::sources {

class ImagesSource : public FrameSource
{
    Q_OBJECT
public:
    /// `files`: of listPictures().
    ImagesSource(const QString& uri, QStringList files, const SourceOptions& options,
                 QObject* parent = nullptr);
    ~ImagesSource() override;

    /// After a stop() the picture that was in view is shown again.
    void start() override;
    void stop() override;

public Q_SLOTS:
    void advance() override;

protected:
    void frameArrived() override;

private:
    void readNext();
    void pictureRefused(quint64 epoch, qsizetype index, const Failure& failure);
    void finish();

    QStringList m_files;
    qsizetype m_index = -1; ///< the picture in view or being read
    bool m_shown = false;   ///< it has been delivered
    QTimer m_hold;
    QThreadPool m_reader; ///< one thread
};

} // namespace nanocap::sources
