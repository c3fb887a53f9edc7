// SPDX-License-Identifier: Apache-2.0
#include "app/sources/media_backend.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace nanocap::sources {

void preferLightMediaBackend()
{
    if (qEnvironmentVariableIsSet("QT_MEDIA_BACKEND"))
        return;
    const QStringList folders = QCoreApplication::libraryPaths();
    for (const QString& folder : folders) {
        if (QFileInfo::exists(folder + QStringLiteral("/multimedia/libffmpegmediaplugin.so"))) {
            qputenv("QT_MEDIA_BACKEND", "ffmpeg");
            return;
        }
    }
}

} // namespace nanocap::sources
