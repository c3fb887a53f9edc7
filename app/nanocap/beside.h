// SPDX-License-Identifier: Apache-2.0
// Work that may take seconds, in a thread of its own beside the window.
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThread>

#include <utility>

namespace nanocap::app {

/// Runs `work` in a thread and hands its result to `done` in the GUI thread, unless `owner` is gone by then.
/// Called in the GUI thread. `work` must not touch what the window owns.
template <class Work, class Done> void beside(QObject* owner, Work work, Done done)
{
    QThread* thread = QThread::create([owner = QPointer(owner), work = std::move(work), done]() mutable {
        auto result = work();
        QMetaObject::invokeMethod(QCoreApplication::instance(),
                                  [owner, done, result = std::move(result)]() mutable {
                                      if (owner)
                                          done(std::move(result));
                                  });
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace nanocap::app
