// SPDX-License-Identifier: Apache-2.0
#include "core/session/window_status.h"

#include "core/base/bytes.h"
#include "core/base/qt_text.h"
#include "core/journal/journal.h"

#include <QFile>
#include <QJsonDocument>

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace nanocap::session {

namespace {

constexpr const char* fileName = "/status.json";

std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value && value[0] == '/' ? value : "";
}

/// Somebody else's folder of this name, or a link, is not written into.
bool makeOurs(const std::string& folder)
{
    ::mkdir(folder.c_str(), 0755);
    struct stat info = {};
    return ::lstat(folder.c_str(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == ::geteuid();
}

std::string perUser(uid_t user)
{
    return P_tmpdir "/nanocap-" + std::to_string(user); // the same for everybody, unlike $TMPDIR
}

} // namespace

std::string ownStatusFile()
{
    if (const std::string asked = variable("NANOCAP_STATUS_FILE"); !asked.empty())
        return asked;
    const std::string service = variable("RUNTIME_DIRECTORY"), session = variable("XDG_RUNTIME_DIR");
    if (!service.empty())
        return service.substr(0, service.find(':')) + fileName;
    if (!session.empty() && makeOurs(session + "/nanocap"))
        return session + "/nanocap" + fileName;
    const std::string folder = perUser(::geteuid());
    return makeOurs(folder) ? folder + fileName : std::string();
}

std::vector<std::string> statusFiles()
{
    if (const std::string asked = variable("NANOCAP_STATUS_FILE"); !asked.empty())
        return {asked};
    std::vector<std::string> files;
    const std::string session = variable("XDG_RUNTIME_DIR"), service = variable("RUNTIME_DIRECTORY");
    if (!service.empty())
        files.push_back(service.substr(0, service.find(':')) + fileName);
    if (!session.empty())
        files.push_back(session + "/nanocap" + fileName);
    files.push_back(perUser(::geteuid()) + fileName);
    files.push_back(std::string("/run/nanocap") + fileName);
    if (::geteuid() != 0)
        return files;
    std::error_code error;
    for (const auto& user : std::filesystem::directory_iterator("/run/user", error))
        files.push_back(user.path().string() + "/nanocap" + fileName);
    for (const auto& entry : std::filesystem::directory_iterator(P_tmpdir, error))
        if (entry.path().filename().string().rfind("nanocap-", 0) == 0)
            files.push_back(entry.path().string() + fileName);
    return files;
}

std::optional<RunningWindow> readStatus(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    RunningWindow window;
    window.status = QJsonDocument::fromJson(file.read(1 << 16)).object();
    const auto text = [&](const char* key) { return window.status[QLatin1String(key)].toString(); };
    const qint64 pid = window.status["pid"].toInteger();
    if (text("boot") != toQString(journal::bootId()) ||
        !journal::isRunning(std::to_string(pid), text("started").toStdString()))
        return std::nullopt;
    window.age =
        std::chrono::milliseconds(journal::millisecondsSinceBoot() - window.status["written_ms"].toInteger());
    return window;
}

std::optional<RunningWindow> findRunningWindow()
{
    for (const std::string& file : statusFiles())
        if (auto window = readStatus(file))
            return window;
    return std::nullopt;
}

QString statusLine(const QJsonObject& status)
{
    const QJsonObject model = status["model"].toObject();
    const QString id = model["id"].toString();
    const QJsonValue available = status["memory"].toObject()["available"];
    const QString memory =
        available.isNull()
            ? QStringLiteral("available memory unknown")
            : QStringLiteral("%1 available").arg(toQString(toText(Bytes(available.toInteger()))));
    return QStringLiteral("%1: %2, %3 captions, %4")
        .arg(id.isEmpty() ? QStringLiteral("no model") : id, status["doing"].toString(),
             QString::number(status["captions"].toInteger()), memory);
}

} // namespace nanocap::session
