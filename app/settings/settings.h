// SPDX-License-Identifier: Apache-2.0
// Settings: one small file a person can read, ~/.config/nanocap/settings.json; the command line wins over it.
#pragma once

#include "app/sources/source_options.h"
#include "core/load/plan.h"

#include <QString>
#include <QStringList>

namespace nanocap::app {

struct Settings
{
    QString language; ///< "en", "ko"; empty = the system's
    QString theme = QStringLiteral("dark");
    int textSize = 0;                 ///< 0 normal, 1 large, 2 largest
    QString source;                   ///< empty = the original's order
    QString minimumAvailable;         ///< "1200", "auto"; empty = the model's own
    std::optional<load::Floor> floor; ///< what that text means
    QStringList modelFolders;
    double panelInches = 0; ///< 0 = unknown
    bool mirrorPreview = true;
    sources::Orientation orientation;

    /// The file, or defaults when there is none. With `note`, a file that cannot be read is set aside as
    /// settings.json.broken and the note says so; it also names values that cannot be used.
    static Settings read(QString* note = nullptr);
    /// False when it could not be written; nothing of the old file is lost then.
    bool write() const;
    static QString path();
};

} // namespace nanocap::app
