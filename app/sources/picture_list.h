// SPDX-License-Identifier: Apache-2.0
// PictureList: the picture files an `images:` source goes through, found by their bytes: names in any
// encoding are listed, and what is not a picture is counted. Any thread.
#pragma once

#include "core/base/failure.h"

#include <QStringList>

namespace nanocap::sources {

/// The pictures of a folder (named so or being so, JPEG to TIFF, and HEIC and its like, which will say what
/// they are when they are read), sorted by name as bytes compare; hidden files and folders are not looked at.
/// A file gives itself. Paths are pathText(). Fails as SOURCE when there is no such folder, it may not be
/// read, or it has no picture that can be read; the sentence counts what it has instead.
Result<QStringList> listPictures(const QString& folder);

} // namespace nanocap::sources
