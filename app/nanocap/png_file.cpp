// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/png_file.h"

#include "core/base/path_text.h"
#include "core/base/whole_file.h"

#include <QBuffer>

#include <filesystem>

namespace nanocap::app {

std::string savePng(const QImage& picture, const QString& folder, const QString& name)
{
    const std::filesystem::path directory = pathBytes(folder);
    std::error_code error;
    std::filesystem::create_directories(directory, error); // writing says why it is not there
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return writeWholeFile((directory / name.toStdString()).string(),
                          {bytes.constData(), std::size_t(bytes.size())});
}

} // namespace nanocap::app
