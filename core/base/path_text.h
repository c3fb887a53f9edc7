// SPDX-License-Identifier: Apache-2.0
// Names of files as the system has them, bytes of any encoding, in a QString and back without losing one.
// Every door (arguments, folder listings, settings) takes paths in and opens them through here. Any thread.
#pragma once

#include <QString>
#include <QUrl>

#include <string>
#include <string_view>

namespace nanocap {

/// UTF-8 as text; each byte that is not UTF-8 becomes one of U+DC80 … U+DCFF, which no text contains (the
/// rule of Python's surrogateescape). The locale has no say.
QString pathText(std::string_view bytes);

/// The bytes to give to the system: the reverse of pathText().
std::string pathBytes(const QString& path);

/// The path in a file: address, as file managers hand over what is dropped or opened; its percent signs stand
/// for bytes of any encoding. Empty when the address is none of this machine's files.
QString pathOfAddress(const QUrl& address);

/// A path for sentences, JSON and screens: each byte that is not UTF-8 is written as \xBB, as shells do.
QString shownPath(const QString& path);
QString shownPath(std::string_view bytes);

} // namespace nanocap
