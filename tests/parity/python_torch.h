// SPDX-License-Identifier: Apache-2.0
// Runs a script with Debian's python3-torch, which makes the checkpoints that a test needs.
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>

namespace nanocap::test {

/// Runs `script` with `arguments`. Returns an empty text, or why there is nothing to test with: it starts
/// with "SKIP" when python3-torch is not installed and is an error otherwise.
inline QString runWithTorch(const QString& script, const QStringList& arguments)
{
    const auto run = [](const QStringList& all) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QStringLiteral("/usr/bin/python3"), all);
        if (!process.waitForStarted() || !process.waitForFinished(10 * 60 * 1000))
            return -1;
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    };
    if (run({QStringLiteral("-c"),
             QStringLiteral("import importlib.util as u, sys; sys.exit(not u.find_spec('torch'))")}) != 0)
        return QStringLiteral("SKIP: python3-torch is not installed");
    return run(QStringList{script} + arguments) == 0 ? QString() : script + QStringLiteral(" failed");
}

} // namespace nanocap::test
