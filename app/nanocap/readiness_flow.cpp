// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/readiness_flow.h"

#include "core/session/doctor_probes.h"
#include "ui/main_window.h"
#include "ui/pages/readiness_page.h"

#include <QPointer>
#include <QThread>

namespace nanocap::app {

namespace {

std::vector<ui::CheckLine> linesOf(const std::vector<doctor::Check>& checks)
{
    std::vector<ui::CheckLine> lines;
    for (const auto& check : checks)
        lines.push_back({static_cast<ui::CheckLine::Status>(check.status), QString::fromStdString(check.id),
                         QString::fromStdString(check.value), check.message});
    return lines;
}

} // namespace

ReadinessFlow::ReadinessFlow(ui::MainWindow& window, const Behaviour& behaviour)
    : m_window(window), m_behaviour(behaviour), m_page(new ui::ReadinessPage)
{
    m_window.add(m_page);
    connect(m_page, &ui::ReadinessPage::readinessRequested, this, &ReadinessFlow::check);
}

void ReadinessFlow::open()
{
    m_window.open(m_page);
    check();
}

void ReadinessFlow::check()
{
    m_page->setRunning(true);
    // The engine of the probe dies with the thread that started it, so this thread lives until the probe is
    // done.
    auto* thread = QThread::create([page = QPointer(m_page), folders = m_behaviour.folders,
                                    floor = m_behaviour.floor.value_or(load::Floor())] {
        const auto lines = linesOf(session::checkMachine(folders, floor));
        if (page)
            QMetaObject::invokeMethod(page, [page, lines] { page->setChecks(lines); });
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace nanocap::app
