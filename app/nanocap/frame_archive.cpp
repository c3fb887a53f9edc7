// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/frame_archive.h"

#include "core/base/whole_file.h"

#include <QBuffer>
#include <QDir>

namespace nanocap::app {

Result<QString> FrameArchive::keep(const QImage& picture)
{
    if (m_folder.isEmpty())
        return QString();
    const QString name = QStringLiteral("%1.png").arg(m_kept + 1, 6, 10, QLatin1Char('0'));
    const QString path = QDir(m_folder).filePath(name);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QDir().mkpath(m_folder);
    picture.save(&buffer, "PNG");
    const std::string why =
        writeWholeFile(path.toStdString(), {bytes.constData(), std::size_t(bytes.size())});
    if (why.empty()) {
        ++m_kept;
        return name;
    }
    m_folder.clear();
    Failure failure =
        makeFailure("IO",
                    said("Report", "The picture %1 cannot be written: %2. No further pictures are "
                                   "kept; the run goes on.")
                        .with({path.toStdString(), why}),
                    {}, path.toStdString());
    failure.failureClass = FailureClass::Input; // nothing of a checkpoint
    return fail(std::move(failure));
}

} // namespace nanocap::app
