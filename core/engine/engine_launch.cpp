// SPDX-License-Identifier: Apache-2.0
#include "core/engine/engine_launch.h"

#include "core/base/installation.h"
#include "core/engine/engine_process.h"
#include "core/memory/board.h"

#include <QProcessEnvironment>
#include <QThread>

#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace nanocap::engine {

namespace {

QProcessEnvironment engineEnvironment()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    const auto setDefault = [&](const char* name, const QByteArray& value) {
        if (!environment.contains(QLatin1String(name)))
            environment.insert(QLatin1String(name), QLatin1String(value));
    };
    setDefault("MALLOC_ARENA_MAX", "2");
    setDefault("OMP_WAIT_POLICY", "PASSIVE");
    // OpenBLAS's own pool spins while it waits: with as many threads as cores an encoder pass on a busy
    // machine was measured at 74-143 ms instead of 14-17 ms.
    setDefault("OPENBLAS_NUM_THREADS", QByteArray::number(std::max(1, QThread::idealThreadCount() - 1)));
    if (memory::isTegraX1())
        setDefault("OPENBLAS_CORETYPE", "ARMV8");
    return environment;
}

} // namespace

QString findEngine()
{
    return QString::fromStdString(helperProgram("nanocap-engine", "NANOCAP_ENGINE"));
}

std::unique_ptr<QProcess> launchEngine(const QString& program, int socketDescriptor)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(engineEnvironment());
    process->setProcessChannelMode(QProcess::SeparateChannels);
    process->setStandardOutputFile(QProcess::nullDevice());
    const pid_t parent = ::getpid();
    // Runs between fork and exec: async-signal-safe calls only.
    process->setChildProcessModifier([socketDescriptor, parent] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent)
            ::_exit(1);
        ::fcntl(socketDescriptor, F_SETFD, 0);
        const int score = ::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
        if (score >= 0) {
            [[maybe_unused]] const auto written = ::write(score, "1000", 4);
            ::close(score);
        }
    });
    process->start(program, {QString::number(socketDescriptor)}, QIODevice::ReadOnly);
    return process;
}

} // namespace nanocap::engine
