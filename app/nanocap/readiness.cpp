// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/readiness.h"

#include "core/session/doctor_probes.h"

#include <QPointer>
#include <QThread>

namespace nanocap::app {

void checkReadiness(QObject* context, const load::Floor& floor, const catalog::Folders& folders,
                    std::function<void(const std::vector<ui::CheckLine>&)> show)
{
    // The engine of the probe dies with the thread that started it, so this thread lives until the probe is
    // done.
    auto* thread = QThread::create([context = QPointer(context), floor, folders, show = std::move(show)] {
        std::vector<ui::CheckLine> lines;
        for (const auto& check : session::checkMachine(folders, floor))
            lines.push_back({static_cast<ui::CheckLine::Status>(check.status),
                             QString::fromStdString(check.id), QString::fromStdString(check.value),
                             check.message});
        if (context)
            QMetaObject::invokeMethod(context, [show, lines] { show(lines); });
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace nanocap::app
