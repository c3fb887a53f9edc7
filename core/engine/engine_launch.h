// SPDX-License-Identifier: Apache-2.0
// Starting nanocap-engine: which file, with which environment, and what the new process is before it runs.
#pragma once

#include <QProcess>
#include <QString>

#include <memory>

namespace nanocap::engine {

/// Starts `program` with one argument, the number of the inherited socket. The child volunteers to be the
/// kernel's first victim (oom_score_adj 1000), dies with the thread that started it (PDEATHSIG) and gets the
/// environment libraries need on small boards (few malloc arenas, one BLAS thread pool, the X1's
/// OPENBLAS_CORETYPE).
std::unique_ptr<QProcess> launchEngine(const QString& program, int socketDescriptor);

} // namespace nanocap::engine
