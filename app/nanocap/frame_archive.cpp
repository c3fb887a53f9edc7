// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/frame_archive.h"

#include "app/nanocap/png_file.h"
#include "core/base/path_text.h"

namespace nanocap::app {

Result<QString> FrameArchive::keep(const QImage& picture)
{
    if (m_folder.isEmpty())
        return QString();
    const QString name = QStringLiteral("%1.png").arg(m_kept + 1, 6, 10, QLatin1Char('0'));
    const std::string why = savePng(picture, m_folder, name);
    if (why.empty()) {
        ++m_kept;
        return name;
    }
    const std::string path = shownPath(m_folder + QLatin1Char('/') + name).toStdString();
    m_folder.clear();
    Failure failure =
        makeFailure("IO",
                    said("Report", "The picture %1 cannot be written: %2. No further pictures are "
                                   "kept; the run goes on.")
                        .with({path, why}),
                    {}, path);
    failure.failureClass = FailureClass::Input; // nothing of a checkpoint
    return fail(std::move(failure));
}

} // namespace nanocap::app
