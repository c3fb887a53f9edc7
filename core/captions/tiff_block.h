// SPDX-License-Identifier: Apache-2.0
// TiffBlock: the first directory of a TIFF structure (TIFF 6.0, section 2), which EXIF notes are as well:
// which way up a picture is, and how far into the file its data reach. Reads bytes of strangers; any thread.
#pragma once

#include <QIODevice>

#include <optional>
#include <vector>

namespace nanocap::captions {

class TiffBlock
{
public:
    /// `device` stays the caller's and must live as long; positions count from its beginning.
    explicit TiffBlock(QIODevice& device);

    /// The EXIF number 1 … 8; 1 when there is none or it cannot be read.
    int orientation();
    /// Where the last of directory, strips and tiles ends; empty when the directory itself is cut off or has
    /// none.
    std::optional<quint64> dataEnd();

private:
    quint64 directoryEnd();
    /// At most a million numbers of a field of type SHORT or LONG.
    std::vector<quint32> numbers(quint16 tag);
    std::optional<quint32> read(quint64 at, int bytes);

    QIODevice& m_device;
    bool m_bigEndian = false;
    quint64 m_directory = 0;
    quint32 m_entries = 0;
};

} // namespace nanocap::captions
