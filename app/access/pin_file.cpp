// SPDX-License-Identifier: Apache-2.0
#include "app/access/pin_file.h"

#include "app/access/pin_hash.h"
#include "app/access/pin_tries.h"
#include "core/base/whole_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <cerrno>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace nanocap::access {

namespace {

Failure notWritten(const std::string& path, const std::string& why)
{
    Failure failure = makeFailure(
        "IO", said("Access", "The PIN could not be changed: %1 cannot be written (%2).").with({path, why}),
        {}, path);
    failure.failureClass = FailureClass::Input; // nothing of a checkpoint
    return failure;
}

} // namespace

std::string pinPath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
        .filePath(QStringLiteral("nanocap/operator-pin"))
        .toStdString();
}

PinFile PinFile::read(const std::string& path)
{
    const QString name = QString::fromStdString(path);
    // A link that leads nowhere is something, too: whoever made it may not thereby take the PIN away.
    const QFileInfo info(name);
    if (!info.exists() && !info.isSymLink())
        return {};
    PinFile found{State::Unusable, {}};
    QFile file(name);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return found;
    found.hash = file.read(1024).trimmed().toStdString();
    if (isPinHash(found.hash))
        found.state = State::Set;
    else
        found.hash.clear();
    return found;
}

Status setPin(const std::string& pin, const std::string& path)
{
    if (!isPin(pin))
        return fail(makeFailure("USAGE", said("Access", "A PIN is four to eight digits, 0 to 9.")));
    const auto hash = hashOfPin(pin);
    if (!hash)
        return fail(hash.error());
    QDir().mkpath(QFileInfo(QString::fromStdString(path)).path());
    const mode_t before = ::umask(0077);
    std::string problem = writeWholeFile(path, *hash + '\n');
    ::umask(before);
    // A file that was there before keeps its mode when it is replaced.
    if (problem.empty() && ::chmod(path.c_str(), 0600) != 0)
        problem = std::generic_category().message(errno);
    if (!problem.empty())
        return fail(notWritten(path, problem));
    PinTries().forget();
    return ok();
}

Status resetPin(const std::string& path)
{
    if (::unlink(path.c_str()) != 0 && errno != ENOENT)
        return fail(notWritten(path, std::generic_category().message(errno)));
    PinTries().forget();
    return ok();
}

} // namespace nanocap::access
