// SPDX-License-Identifier: Apache-2.0
#include "core/base/whole_file.h"

#include <QSaveFile>

#include <cerrno>
#include <system_error>

namespace nanocap {

std::string writeWholeFile(const std::string& path, std::string_view bytes)
{
    QSaveFile file(QString::fromStdString(path));
    const auto size = static_cast<qint64>(bytes.size());
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString().toStdString();
    errno = 0;
    // Up to Qt 6.4 commit() takes no notice of a flush that failed and puts half a file over the old one, so
    // that it must be asked for before.
    if (file.write(bytes.data(), size) != size || !file.flush())
        return errno ? std::generic_category().message(errno) : file.errorString().toStdString();
    return file.commit() ? std::string() : file.errorString().toStdString();
}

} // namespace nanocap
