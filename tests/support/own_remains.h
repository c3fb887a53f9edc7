// SPDX-License-Identifier: Apache-2.0
// What a long run may leave behind: memory of this process, descriptors, children, shared memory.
#pragma once

#include "core/memory/reading.h"

#include <QDir>
#include <QFile>

#include <malloc.h>

namespace nanocap::tests {

inline int openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size();
}
inline int sharedMemory()
{
    return QDir(QStringLiteral("/dev/shm")).entryList(QDir::Files).size();
}
inline int liveChildren()
{
    int count = 0;
    for (const QString& task :
         QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(QStringLiteral("/proc/self/task/%1/children").arg(task));
        if (file.open(QIODevice::ReadOnly))
            count += file.readAll().split(' ').size() - 1;
    }
    return count;
}
/// What is this process's alone, without what the heap only keeps for later.
inline Bytes anonymousMemory()
{
    ::malloc_trim(0);
    return memory::readProcess(memory::ownPid()).anonymous.value_or(Bytes());
}

} // namespace nanocap::tests
