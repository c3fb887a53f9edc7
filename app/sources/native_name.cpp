// SPDX-License-Identifier: Apache-2.0
#include "app/sources/native_name.h"

#include <QFile>
#include <QStringList>

#include <dirent.h>

namespace nanocap::sources {

namespace {

QByteArray entryShownAs(const QByteArray& folder, const QString& name)
{
    QByteArray found = QFile::encodeName(name);
    DIR* listing = ::opendir(folder.isEmpty() ? "." : folder.constData());
    if (!listing)
        return found;
    while (const dirent* entry = ::readdir(listing)) {
        if (QFile::decodeName(entry->d_name) == name) {
            found = entry->d_name;
            break;
        }
    }
    ::closedir(listing);
    return found;
}

} // namespace

QByteArray nativeName(const QString& path)
{
    if (!path.contains(QChar::ReplacementCharacter))
        return QFile::encodeName(path);
    QByteArray bytes;
    const QStringList parts = path.split(u'/');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool undecoded = parts[i].contains(QChar::ReplacementCharacter);
        if (i > 0)
            bytes += '/';
        bytes += undecoded ? entryShownAs(bytes, parts[i]) : QFile::encodeName(parts[i]);
    }
    return bytes;
}

} // namespace nanocap::sources
