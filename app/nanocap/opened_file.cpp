// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/opened_file.h"

#include "core/base/path_text.h"
#include "core/captions/picture_kind.h"
#include "core/catalog/listing.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace nanocap::app {

namespace fs = std::filesystem;

namespace {

QByteArray startOf(const fs::path& path)
{
    QByteArray start(captions::kindBytes, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(start.data(), start.size());
    start.truncate(qsizetype(file.gcount()));
    return start;
}

bool holdsModels(const fs::path& folder)
{
    std::error_code error;
    const fs::directory_iterator entries(folder, error);
    return std::any_of(begin(entries), end(entries), [](const fs::directory_entry& entry) {
        const std::string name = entry.path().filename().string();
        return name == "models.json" || catalog::stemOfCheckpoint(name);
    });
}

} // namespace

Result<OpenedFile> whatIs(const QString& path)
{
    using Kind = OpenedFile::Kind;
    std::error_code error;
    const fs::path absolute = fs::absolute(pathBytes(path), error).lexically_normal();
    const QString text = pathText(absolute.string());
    if (fs::is_directory(absolute, error))
        return holdsModels(absolute) ? OpenedFile{Kind::ModelFolder, text}
                                     : OpenedFile{Kind::Source, QStringLiteral("images:") + text};
    if (!fs::exists(absolute, error)) {
        const std::string shown = shownPath(path).toStdString();
        return fail(makeFailure(
            "USAGE", said("Usage", "There is no file or folder \"%1\". Check the name.").with({shown}), {},
            shown));
    }
    const QByteArray start = startOf(absolute);
    if (catalog::stemOfCheckpoint(absolute.filename().string()) || start.startsWith("PK\3\4"))
        return OpenedFile{Kind::Model, text};
    const bool picture = captions::isPicture(captions::kindOf(start, text));
    return OpenedFile{Kind::Source, (picture ? QStringLiteral("images:") : QStringLiteral("video:")) + text};
}

Result<OpenedFiles> whatAre(const QStringList& paths, OpenedFiles all)
{
    for (const QString& path : paths) {
        const auto opened = whatIs(path);
        if (!opened)
            return fail(opened.error());
        if (opened->kind == OpenedFile::Kind::ModelFolder) {
            all.modelFolders.push_back(pathBytes(opened->value));
            continue;
        }
        QString& place = opened->kind == OpenedFile::Kind::Model ? all.model : all.source;
        if (!place.isEmpty()) {
            const std::string shown = shownPath(path).toStdString();
            return fail(makeFailure(
                "USAGE",
                said("Usage",
                     "\"%1\" is one too many: one model and one source of pictures can be opened at a time.")
                    .with({shown}),
                {}, shown));
        }
        place = opened->value;
    }
    return all;
}

} // namespace nanocap::app
