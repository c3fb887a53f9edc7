// SPDX-License-Identifier: Apache-2.0
// From a file's name as Qt has it to the bytes the system has.
#pragma once

#include <QByteArray>
#include <QString>

namespace nanocap::sources {

/// The bytes of `path`. A part that Qt could not decode stands in it with U+FFFD; such a part is looked for
/// in its folder, and the first entry that Qt would show the same way is taken.
QByteArray nativeName(const QString& path);

} // namespace nanocap::sources
