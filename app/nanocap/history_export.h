// SPDX-License-Identifier: Apache-2.0
// The history as a file for a person or a spreadsheet: what was said, when, how surely; never a picture.
// Names of the fields are a contract, in README.md.
#pragma once

#include "core/base/failure.h"
#include "core/captions/caption_stream.h"

#include <QDateTime>
#include <QString>

namespace nanocap::app {

enum class HistoryFormat { Json, Csv };
/// "json", "csv": also the ending of its files.
QString nameOf(HistoryFormat format);

/// The text of the file, UTF-8, newest first. `now` is the time of day at captions::nowMs() `nowMs`: captions
/// know the monotonic clock only, so that a clock that was set since then is right for them too.
QByteArray historyText(const std::deque<captions::PastCaption>& history, HistoryFormat format,
                       const QDateTime& now, qint64 nowMs);

/// Writes it as `path` (any bytes, see core/base/path_text.h), replacing what is there; returns the path.
/// Fails as IO (class input) naming the file.
Result<QString> exportHistory(const std::deque<captions::PastCaption>& history, const QString& path,
                              HistoryFormat format);

} // namespace nanocap::app
