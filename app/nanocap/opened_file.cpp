// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/opened_file.h"

#include "core/catalog/listing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

namespace nanocap::app {

namespace {

bool isCheckpoint(const QString& path)
{
    if (catalog::stemOfCheckpoint(QFileInfo(path).fileName().toStdString()))
        return true;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.peek(4) == QByteArray("PK\3\4");
}

bool holdsModels(const QDir& folder)
{
    const QStringList names = folder.entryList(QDir::Files);
    return std::any_of(names.begin(), names.end(), [](const QString& name) {
        return name == QLatin1String("models.json") || catalog::stemOfCheckpoint(name.toStdString());
    });
}

} // namespace

Result<OpenedFile> whatIs(const QString& path)
{
    using Kind = OpenedFile::Kind;
    const QFileInfo info(path);
    const QString absolute = info.absoluteFilePath();
    if (info.isDir())
        return holdsModels(QDir(absolute)) ? OpenedFile{Kind::ModelFolder, absolute}
                                           : OpenedFile{Kind::Source, QStringLiteral("images:") + absolute};
    if (!info.exists()) {
        Failure f;
        f.failureClass = FailureClass::Input;
        f.code = "USAGE";
        f.subject = path.toStdString();
        f.message = "There is no file or folder \"" + f.subject + "\". Check the name.";
        return fail(std::move(f));
    }
    if (isCheckpoint(absolute))
        return OpenedFile{Kind::Model, absolute};
    const bool picture = !QImageReader::imageFormat(absolute).isEmpty();
    return OpenedFile{Kind::Source,
                      (picture ? QStringLiteral("images:") : QStringLiteral("video:")) + absolute};
}

} // namespace nanocap::app
