// SPDX-License-Identifier: Apache-2.0
// The flight recorder: a line is on disk before each row and on each death, so that the last second before an
// end can be read after it. Plain C++, any thread and any process (writers lock the file); never fails a
// caller: a full or read-only disk is remembered and said (`problem`).
#pragma once

#include "core/base/failure.h"
#include "core/base/sentence.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nanocap::journal {

/// $NANOCAP_STATE_DIR, else $XDG_STATE_HOME/nanocap, else ~/.local/state/nanocap. Created when missing.
std::string stateFolder();
/// Whether the process `pid` that was born at `birth` (clock ticks since boot, as text; "" = unknown) still
/// runs.
bool isRunning(const std::string& pid, const std::string& birth);
/// Birth of this process in clock ticks since boot: tells it from a later one that got the same pid. Empty
/// when unknown.
std::string ownBirth();
/// Identity of this boot (/proc/sys/kernel/random/boot_id); empty when unknown.
std::string bootId();

/// One line: `key=value` pairs, event first. Times: monotonic milliseconds since boot, wall clock as the
/// board believes it (may be wrong without a battery), boot_id.
struct Entry
{
    std::string event; ///< start, row, done, failed, death, caption, unload, stop
    std::vector<std::pair<std::string, std::string>> fields;
    const std::string* find(std::string_view key) const;
    std::string toText() const; ///< "event key=value key=value", one line
};

class Journal
{
public:
    /// Opens (or creates) journal.log in `folder`; keeps at most 64 KB, oldest lines dropped.
    explicit Journal(std::string folder = stateFolder());
    ~Journal();
    Journal(Journal&&) noexcept;
    /// Appends and fsyncs one line. Adds `mono_ms`, `wall`, `boot`, `pid`, `program` (and `started`, the
    /// process's birth in clock ticks) itself. False when it could not be written. Values may hold anything;
    /// each is cut at 1 KB.
    bool write(const std::string& event, const std::vector<std::pair<std::string, std::string>>& fields);
    /// The newest line alone, in a file of its own that is overwritten and not fsynced: for readings every
    /// few seconds, which the recorder's 64 KB and a flash card should not bear. Outlives the process, not
    /// always the power.
    bool note(const std::string& event, const std::vector<std::pair<std::string, std::string>>& fields);
    /// The lines, oldest first, and the note where its time puts it.
    std::vector<Entry> read() const;
    /// "The recorder cannot write: No space left on device." or empty.
    std::string problem() const;
    const std::string& path() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// What the journal's end says about how the program's last life ended.
struct LastLife
{
    enum class End { Clean, ProcessDied, BoardReset, Unknown } end = End::Unknown;
    std::string model, path, row; ///< of the load or captioning it was in, empty when idle
    MaybeBytes available;         ///< last reading before the end
    Sentence sentence;            ///< for the operator, numbers included; empty after a clean end
    int crashesInFiveMinutes = 0; ///< two start the safe menu
};
/// The newest life that has ended, of `program` ("nanocap") or of any when empty. A life is one process in
/// one boot; `start` and `stop` bracket it. Processes that still run are not dead, the caller is one of them.
/// `nowMs`: milliseconds since boot, for the crashes of the last five minutes; the wall clock is never used.
/// `oomKills`: what the kernel has ended for lack of memory since it started; empty = it does not count.
LastLife lastLife(const std::vector<Entry>& entries, const std::string& currentBootId,
                  std::string_view program, std::int64_t nowMs, std::optional<std::uint64_t> oomKills = {});
/// The window's ("nanocap") last life, now. A nanocapctl that was interrupted is nobody's crash.
LastLife lastLife(const std::vector<Entry>& entries, const std::string& currentBootId);
/// Milliseconds since boot, sleep included: what `mono_ms` holds.
std::int64_t millisecondsSinceBoot();

/// Models that took the program down are not retried by themselves. Stored by path and file identity.
class Quarantine
{
public:
    explicit Quarantine(std::string folder = stateFolder());
    /// False when it could not be written.
    bool add(const std::string& modelPath, const std::string& reason);
    bool remove(const std::string& modelPath);
    /// Why this very file is quarantined: the row it took the program down in, or "use" once it was loaded;
    /// nothing once the file was replaced by another.
    std::optional<std::string> reason(const std::string& modelPath) const;

private:
    std::string m_folder;
};

} // namespace nanocap::journal
