// SPDX-License-Identifier: Apache-2.0
#include "app/sources/picture_list.h"

#include "core/base/path_text.h"
#include "core/captions/picture_kind.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <map>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace nanocap::sources {

namespace {

using captions::PictureKind;

tl::unexpected<Failure> refused(const QString& folder, const Sentence& why)
{
    return fail(makeFailure("SOURCE", why, {}, shownPath(folder).toStdString()));
}

/// What a regular file is; Other for what may not be read, or is no regular file.
PictureKind kindOfFile(const std::string& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0)
        return PictureKind::Other;
    QByteArray start(captions::kindBytes, '\0');
    start.truncate(std::max<ssize_t>(0, ::pread(file, start.data(), std::size_t(start.size()), 0)));
    ::close(file);
    return captions::kindOf(start, pathText(path));
}

/// "3 HEIC files, 1 film file".
Sentence counted(const std::map<PictureKind, int>& others)
{
    Sentence all;
    for (const auto& [kind, count] : others) {
        const Argument name = kind == PictureKind::Other ? Argument(said("Sources", "unknown"))
                                                         : Argument(captions::nameOf(kind));
        Sentence some = count == 1 ? said("Sources", "1 %1 file").with({name})
                                   : said("Sources", "%1 %2 files").with({std::to_string(count), name});
        all = all.empty() ? some : said("Sources", "%1, %2").with({all, some});
    }
    return all;
}

struct Found
{
    std::vector<std::string> pictures;
    std::map<PictureKind, int> others; ///< files that cannot be read as a picture, by what they are
    bool anyReadable = false;
};

void take(Found& found, const std::string& path, const std::string& name)
{
    struct stat info = {};
    const bool broken = ::stat(path.c_str(), &info) != 0;
    const bool named = captions::hasPictureName(pathText(name));
    if (broken ? !named : !S_ISREG(info.st_mode))
        return;
    const PictureKind kind = broken ? PictureKind::Other : kindOfFile(path);
    // A file that is called a picture is one that says why it is none.
    const bool meant = named && (!captions::isPicture(kind) || captions::isReadable(kind));
    if (meant || captions::isPicture(kind))
        found.pictures.push_back(path);
    if (meant || captions::isReadable(kind))
        found.anyReadable = true;
    else
        ++found.others[kind];
}

} // namespace

Result<QStringList> listPictures(const QString& folder)
{
    const std::string path = pathBytes(folder), shown = shownPath(folder).toStdString();
    struct stat info = {};
    if (::stat(path.c_str(), &info) != 0)
        return refused(folder, said("Sources", "There is no folder \"%1\".").with({shown}));
    if (S_ISREG(info.st_mode))
        return QStringList{folder};
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(::opendir(path.c_str()), &::closedir);
    if (!entries)
        return refused(
            folder,
            said("Sources", "The folder \"%1\" cannot be read: %2.").with({shown, std::strerror(errno)}));
    Found found;
    while (const dirent* entry = ::readdir(entries.get())) {
        if (entry->d_name[0] != '.')
            take(found, path + (path.back() == '/' ? "" : "/") + entry->d_name, entry->d_name);
    }
    if (!found.anyReadable && found.others.empty())
        return refused(
            folder,
            said("Sources",
                 "The folder \"%1\" has no pictures (JPEG, PNG, WebP, GIF, BMP or TIFF): it has no files.")
                .with({shown}));
    if (!found.anyReadable)
        return refused(
            folder, said("Sources",
                         "The folder \"%1\" has no pictures (JPEG, PNG, WebP, GIF, BMP or TIFF). It has: %2.")
                        .with({shown, counted(found.others)}));
    std::sort(found.pictures.begin(), found.pictures.end());
    QStringList paths;
    for (const std::string& picture : found.pictures)
        paths << pathText(picture);
    return paths;
}

} // namespace nanocap::sources
