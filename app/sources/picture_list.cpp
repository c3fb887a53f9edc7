// SPDX-License-Identifier: Apache-2.0
#include "app/sources/picture_list.h"

#include "app/sources/frame_source.h"
#include "core/base/path_text.h"
#include "core/captions/picture_kind.h"

#include <QCoreApplication>

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

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Sources)
};

tl::unexpected<Failure> refused(const QString& folder, const QString& why)
{
    return fail(inputFailure("SOURCE", why, {}, shownPath(folder)));
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
QString counted(const std::map<PictureKind, int>& others)
{
    QStringList parts;
    for (const auto& [kind, count] : others) {
        const QString name =
            kind == PictureKind::Other ? Words::tr("unknown") : QLatin1String(captions::nameOf(kind));
        parts << (count == 1 ? Words::tr("1 %1 file").arg(name)
                             : Words::tr("%1 %2 files").arg(count).arg(name));
    }
    return parts.join(QStringLiteral(", "));
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
    const std::string path = pathBytes(folder);
    struct stat info = {};
    if (::stat(path.c_str(), &info) != 0)
        return refused(folder, Words::tr("There is no folder \"%1\".").arg(shownPath(folder)));
    if (S_ISREG(info.st_mode))
        return QStringList{folder};
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(::opendir(path.c_str()), &::closedir);
    if (!entries)
        return refused(folder, Words::tr("The folder \"%1\" cannot be read: %2.")
                                   .arg(shownPath(folder), QString::fromLocal8Bit(std::strerror(errno))));
    Found found;
    while (const dirent* entry = ::readdir(entries.get())) {
        if (entry->d_name[0] != '.')
            take(found, path + (path.back() == '/' ? "" : "/") + entry->d_name, entry->d_name);
    }
    if (!found.anyReadable && found.others.empty())
        return refused(
            folder,
            Words::tr(
                "The folder \"%1\" has no pictures (JPEG, PNG, WebP, GIF, BMP or TIFF): it has no files.")
                .arg(shownPath(folder)));
    if (!found.anyReadable)
        return refused(
            folder,
            Words::tr("The folder \"%1\" has no pictures (JPEG, PNG, WebP, GIF, BMP or TIFF). It has: %2.")
                .arg(shownPath(folder), counted(found.others)));
    std::sort(found.pictures.begin(), found.pictures.end());
    QStringList paths;
    for (const std::string& picture : found.pictures)
        paths << pathText(picture);
    return paths;
}

} // namespace nanocap::sources
