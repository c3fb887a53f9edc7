// SPDX-License-Identifier: Apache-2.0
// Runs a built program as a user would and keeps what it said.
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace nanocap::tests {

struct Finished
{
    int exitCode = -1;
    bool crashed = false;
    QByteArray out, err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

inline QString source(const char* path)
{
    return QStringLiteral(NANOCAP_SOURCE_DIR "/") + QLatin1String(path);
}
inline QString program(const char* name)
{
    return QStringLiteral(NANOCAP_BIN_DIR "/") + QLatin1String(name);
}

inline QProcessEnvironment cleanEnvironment(const QTemporaryDir& state)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"NANOCAP_STATE_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QLatin1String(name), state.path());
    environment.insert(QStringLiteral("NANOCAP_STATUS_FILE"), state.filePath(QStringLiteral("status.json")));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    return environment;
}

inline Finished run(const char* name, const QStringList& arguments, const QProcessEnvironment& environment,
                    const QByteArray& input = {})
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program(name), arguments);
    process.write(input);
    process.closeWriteChannel();
    Finished finished;
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return finished;
    }
    finished.exitCode = process.exitCode();
    finished.crashed = process.exitStatus() == QProcess::CrashExit;
    finished.out = process.readAllStandardOutput();
    finished.err = process.readAllStandardError();
    return finished;
}

} // namespace nanocap::tests
