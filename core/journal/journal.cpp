// SPDX-License-Identifier: Apache-2.0
#include "core/journal/journal.h"

#include "core/base/write_all.h"
#include "core/journal/line_format.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <mutex>

namespace nanocap::journal {

namespace {

constexpr std::size_t ringBytes = 64 * 1024;
/// A full ring is cut to this, so that the file is rewritten once in some hundred lines and not at each.
constexpr std::size_t keptBytes = 40 * 1024;

class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd;
};

std::string wallClock()
{
    const time_t now = ::time(nullptr);
    tm parts = {};
    ::gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

std::string readAll(int fd)
{
    std::string text;
    char chunk[8192];
    for (off_t at = 0;;) {
        const ssize_t got = ::pread(fd, chunk, sizeof chunk, at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || text.size() > 4 * ringBytes)
            return text;
        text.append(chunk, static_cast<std::size_t>(got));
        at += got;
    }
}

/// Another process that was stopped while it held the lock must not stop this one: after 200 ms the line is
/// written without it, appending keeps it whole.
void lockFor(int fd)
{
    const timespec pause = {0, 5 * 1000 * 1000};
    for (int attempt = 0; attempt < 40 && ::flock(fd, LOCK_EX | LOCK_NB) != 0; ++attempt)
        ::nanosleep(&pause, nullptr);
}

} // namespace

std::string ownBirth()
{
    const Descriptor file(::open("/proc/self/stat", O_RDONLY | O_CLOEXEC));
    char text[2048];
    const ssize_t got = file.isOpen() ? ::read(file.get(), text, sizeof text - 1) : -1;
    if (got <= 0)
        return {};
    text[got] = '\0';
    const char* at = std::strrchr(text, ')');
    for (int field = 2; at && field < 22; ++field)
        at = std::strchr(at + 1, ' ');
    return at ? std::string(at + 1, std::strcspn(at + 1, " ")) : std::string();
}

struct Journal::State
{
    std::string folder, path, boot, birth;
    mutable std::mutex mutex;
    std::string problem;

    bool failed(int error)
    {
        problem = std::string("The recorder cannot write: ") + std::strerror(error) + ".";
        return false;
    }

    /// Newest whole lines of `text` that fit, under a new name first: after a power loss either file is
    /// whole.
    bool rewrite(std::string_view text, const std::string& line)
    {
        if (text.size() > keptBytes) {
            text.remove_prefix(text.size() - keptBytes);
            const std::size_t end = text.find('\n');
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
        const std::string fresh = path + ".new";
        const Descriptor file(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (!file.isOpen() || !writeAll(file.get(), text.data(), text.size()) ||
            !writeAll(file.get(), line.data(), line.size()) || ::fsync(file.get()) != 0 ||
            ::rename(fresh.c_str(), path.c_str()) != 0) {
            const int error = errno;
            ::unlink(fresh.c_str());
            return failed(error);
        }
        const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (directory.isOpen())
            ::fsync(directory.get());
        return true;
    }

    bool append(const std::string& line)
    {
        const Descriptor lock(::open((path + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
        if (lock.isOpen())
            lockFor(lock.get());
        const Descriptor file(
            ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (!file.isOpen())
            return failed(errno);
        struct stat info = {};
        if (::fstat(file.get(), &info) != 0)
            return failed(errno);
        off_t size = info.st_size;
        char last = '\n';
        if (size > 0 && (::pread(file.get(), &last, 1, size - 1) != 1 || last != '\n')) {
            // A line torn by a power loss would swallow the next one.
            const std::string text = readAll(file.get());
            const std::size_t end = text.rfind('\n');
            size = end == std::string::npos ? 0 : static_cast<off_t>(end + 1);
            if (::ftruncate(file.get(), size) != 0)
                return failed(errno);
        }
        if (static_cast<std::size_t>(size) + line.size() > ringBytes)
            return rewrite(std::string_view(readAll(file.get())), line);
        if (!writeAll(file.get(), line.data(), line.size())) {
            const int error = errno;
            // Half a line on a full disk is no line.
            [[maybe_unused]] const int ignored = ::ftruncate(file.get(), size);
            return failed(error);
        }
        return ::fdatasync(file.get()) == 0 || failed(errno);
    }
};

Journal::Journal(std::string folder) : m_state(std::make_unique<State>())
{
    m_state->path = folder + "/journal.log";
    m_state->folder = std::move(folder);
    m_state->boot = bootId();
    m_state->birth = ownBirth();
}

Journal::~Journal() = default;
Journal::Journal(Journal&&) noexcept = default;

namespace {
Entry stamped(const std::string& event, const std::string& boot)
{
    Entry entry{event,
                {{"mono_ms", std::to_string(millisecondsSinceBoot())},
                 {"wall", wallClock()},
                 {"boot", boot},
                 {"pid", std::to_string(::getpid())},
                 {"program", program_invocation_short_name}}};
    return entry;
}
std::string notePath(const std::string& journal)
{
    return journal.substr(0, journal.rfind('/') + 1) + "reading.log";
}
} // namespace

bool Journal::note(const std::string& event, const std::vector<std::pair<std::string, std::string>>& fields)
{
    Entry entry = stamped(event, m_state->boot);
    entry.fields.insert(entry.fields.end(), fields.begin(), fields.end());
    std::string line = formatLine(entry);
    // Always as long: whoever reads while it is written finds a line that cannot be parsed, and no half
    // figure.
    constexpr std::size_t length = 400;
    if (line.size() >= length)
        return false; // a line without its end would be a wrong one
    line.resize(length - 1, ' ');
    line += '\n';
    const Descriptor file(::open(notePath(m_state->path).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
    return file.isOpen() && ::pwrite(file.get(), line.data(), line.size(), 0) == ssize_t(line.size());
}

bool Journal::write(const std::string& event, const std::vector<std::pair<std::string, std::string>>& fields)
{
    Entry entry = stamped(event, m_state->boot);
    if (event == "start")
        entry.fields.emplace_back("started", m_state->birth);
    entry.fields.insert(entry.fields.end(), fields.begin(), fields.end());
    const std::lock_guard<std::mutex> guard(m_state->mutex);
    const bool written = m_state->append(formatLine(entry) + '\n');
    if (written)
        m_state->problem.clear();
    return written;
}

std::vector<Entry> Journal::read() const
{
    std::vector<Entry> entries;
    const Descriptor file(::open(m_state->path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return entries;
    const std::string text = readAll(file.get());
    std::string_view rest = text;
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        if (auto entry = parseLine(rest.substr(0, end)))
            entries.push_back(std::move(*entry));
        rest.remove_prefix(end + 1);
    }
    if (const Descriptor note(::open(notePath(m_state->path).c_str(), O_RDONLY | O_CLOEXEC)); note.isOpen()) {
        std::string line = readAll(note.get());
        line.erase(line.find_last_not_of(" \n") + 1);
        if (auto entry = parseLine(line)) {
            const auto value = [](const Entry& e, const char* key) {
                const std::string* found = e.find(key);
                return found ? *found : std::string();
            };
            const auto ms = [&](const Entry& e) {
                return std::strtoll(value(e, "mono_ms").c_str(), nullptr, 10);
            };
            // After what its process had written by then; nothing where the recorder has forgotten that one.
            const auto before = std::find_if(entries.rbegin(), entries.rend(), [&](const Entry& e) {
                return value(e, "boot") == value(*entry, "boot") && value(e, "pid") == value(*entry, "pid") &&
                       ms(e) <= ms(*entry);
            });
            if (before != entries.rend())
                entries.insert(before.base(), std::move(*entry));
        }
    }
    return entries;
}

std::string Journal::problem() const
{
    const std::lock_guard<std::mutex> guard(m_state->mutex);
    return m_state->problem;
}

const std::string& Journal::path() const
{
    return m_state->path;
}

} // namespace nanocap::journal
