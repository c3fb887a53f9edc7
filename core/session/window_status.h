// SPDX-License-Identifier: Apache-2.0
// WindowStatus: what a running window says of itself, as a file that is replaced every few seconds. A file
// and no socket: it is readable for whoever comes over ssh as another user, and a window that hangs is told
// from one that is gone. Written in the GUI thread, read by nanocapctl. Holds no picture and no caption.
#pragma once

#include <QJsonObject>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace nanocap::session {

/// A window writes at least as often; after three times as long it counts as one that hangs.
inline constexpr std::chrono::seconds statusInterval{5};

/// Where this process writes: $NANOCAP_STATUS_FILE, $RUNTIME_DIRECTORY of its service,
/// $XDG_RUNTIME_DIR/nanocap, /tmp/nanocap-UID; the folder is made. Empty when none of them can be ours.
std::string ownStatusFile();
/// Where to look, best first: $NANOCAP_STATUS_FILE alone, else this person's own, the kiosk service's, and
/// for root everybody's.
std::vector<std::string> statusFiles();

/// Keys of the file: "pid", "started", "boot", "written_ms" say whose it is and when; times ending in "_ms"
/// are milliseconds since boot.
struct RunningWindow
{
    QJsonObject status;
    std::chrono::milliseconds age{}; ///< since it was written
    bool responds() const { return age <= 3 * statusInterval; }
};
/// The window that wrote `file`, when it still runs in this boot.
std::optional<RunningWindow> readStatus(const std::string& file);
/// The first of statusFiles() whose window still runs.
std::optional<RunningWindow> findRunningWindow();

/// "flashcards-en: live, 214 captions, 1411 MB available": one line, for a service manager.
QString statusLine(const QJsonObject& status);

} // namespace nanocap::session
