// SPDX-License-Identifier: Apache-2.0
#include "app/sources/companion_program.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace nanocap::sources {

QString companionProgram(const char* variable, const QString& name)
{
    const QDir here(QCoreApplication::applicationDirPath());
    const QStringList places{qEnvironmentVariable(variable), here.filePath(name),
                             QDir::cleanPath(here.filePath(QStringLiteral("../libexec/nanocap/") + name))};
    for (const QString& place : places) {
        if (!place.isEmpty() && QFileInfo(place).isExecutable())
            return place;
    }
    return {};
}

} // namespace nanocap::sources
