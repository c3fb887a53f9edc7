// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/load_flow.h"

#include "ui/main_window.h"
#include "ui/pages/loading_page.h"

namespace nanocap::app {

using worker::ModelService;

LoadFlow::LoadFlow(ui::MainWindow& window, ModelService& service, memory::MemoryMonitor& monitor,
                   Models& models)
    : m_window(window), m_service(service), m_monitor(monitor), m_models(models), m_page(new ui::LoadingPage)
{
    m_window.add(m_page);
    connect(m_page, &ui::LoadingPage::cancelRequested, &m_service, &ModelService::cancel);
    connect(&m_monitor, &memory::MemoryMonitor::sampled, m_page, &ui::LoadingPage::addSample);
    connect(&m_service, &ModelService::loading, this,
            [this](worker::RequestId id, const load::LoadEvent& event) {
                if (id == m_request)
                    take(event);
            });
    connect(&m_service, &ModelService::engineStarted, this,
            [this](qint64 pid) { m_monitor.setEnginePid(static_cast<pid_t>(pid)); });
    connect(&m_service, &ModelService::engineEnded, this, [this] { m_monitor.setEnginePid(0); });
}

void LoadFlow::load(const session::LoadIntent& intent)
{
    m_intent = intent;
    m_loading = true;
    Q_EMIT began(*m_intent);
    m_page->begin(m_intent->card.title(), m_models.plan(m_intent->card.path, m_intent->precision));
    m_window.go(m_page);
    m_monitor.setFast(true);
    m_request = m_service.load(*m_intent);
}

void LoadFlow::retry(const load::Floor& floor)
{
    if (!m_intent)
        return;
    session::LoadIntent again = *m_intent;
    again.floor = floor;
    load(again);
}

void LoadFlow::loadPrevious()
{
    if (m_previous)
        load(session::LoadIntent(*m_previous));
}

void LoadFlow::noteDeath(const Failure& failure)
{
    if (m_last)
        m_last->report.failure = failure;
}

void LoadFlow::take(const load::LoadEvent& event)
{
    m_page->take(event);
    load::on(
        event, [this](const load::RowStarted& row) { m_runningRow = row.row; },
        [this](const load::Finished& end) { finish(end.report); });
}

void LoadFlow::finish(const load::LoadReport& report)
{
    m_monitor.setFast(false);
    m_runningRow.reset();
    m_loading = false;
    m_last = LastLoad{*m_intent, report, m_page->curve()->data()};
    Q_EMIT ended(report);
    if (report.succeeded()) {
        m_previous = m_intent;
        m_models.release(m_intent->card.path); // it was asked for and it works
        Q_EMIT loaded();
    } else {
        Q_EMIT failed();
    }
}

} // namespace nanocap::app
