// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/program.h"

#include "ui/sheets/notice_sheet.h"
#include "ui/text/local_text.h"

#include <QCoreApplication>

namespace nanocap::app {

Program::Program(Behaviour behaviour, sources::SourceOptions sources, Sentence notice)
    : m_behaviour(std::move(behaviour)), m_notice(std::move(notice)),
      catalog(m_behaviour.folders, m_behaviour.floor, m_behaviour.model), memory(window, monitor, users),
      menu(window, models, users, m_behaviour), load(window, service, monitor, models),
      source(window, std::move(sources)), captions(service), live(window, captions, source, monitor),
      failure(window, users, models), readiness(window, m_behaviour)
{
    window.setKiosk(m_behaviour.kiosk);
    if (m_behaviour.floor)
        memory.setFloor(*m_behaviour.floor);
    connect(
        &catalog, &worker::CatalogService::scanned, this,
        [this](const std::shared_ptr<const worker::CatalogSnapshot>& snapshot) { takeCatalog(*snapshot); });
    connect(&monitor, &memory::MemoryMonitor::sampled, &models,
            [this](const memory::MemorySample& sample) { models.renew(sample.reading); });
    // Not quit(): it asks the window first, which never closes by itself.
    connect(&window, &ui::MainWindow::quitRequested, this, [] { QCoreApplication::exit(0); });
    joinMenu();
    joinLoad();
    joinCaptions();
    joinFailure();
}

void Program::showMemory(const memory::MemorySample& sample)
{
    memory.show(sample);
    models.renew(sample.reading);
}

void Program::joinMenu()
{
    connect(&menu, &MenuFlow::loadRequested, &load, &LoadFlow::load);
    connect(&menu, &MenuFlow::badFilePicked, &failure, &FailureFlow::showFile);
    connect(&menu, &MenuFlow::readinessRequested, &readiness, &ReadinessFlow::open);
    connect(&menu, &MenuFlow::sourceRequested, &source, &SourceFlow::openSheet);
    connect(&menu, &MenuFlow::reviewRequested, &failure, &FailureFlow::review);
    connect(&menu, &MenuFlow::quitRequested, &window, &ui::MainWindow::quitRequested);
}

void Program::joinLoad()
{
    connect(&load, &LoadFlow::began, this, [this](const session::LoadIntent& intent) {
        live.end();
        memory.setFloor(intent.floor);
    });
    connect(&load, &LoadFlow::loaded, this, &Program::showLoaded);
    connect(&load, &LoadFlow::failed, this, [this] {
        failure.showLoad(*load.lastLoad(), load.previous());
        showStartNotice();
    });
    // What was learned changes the plans.
    connect(&load, &LoadFlow::ended, &catalog, &worker::CatalogService::refresh);
}

void Program::joinCaptions()
{
    connect(&source, &SourceFlow::frameArrived, &captions, &CaptionFlow::see);
    connect(&source, &SourceFlow::stateChanged, &captions, &CaptionFlow::follow);
    connect(&captions, &CaptionFlow::died, this, [this](const Failure& why) {
        live.end();
        load.noteDeath(why);
        failure.showDeath(why, load.lastLoad().value_or(LastLoad()));
    });
    connect(&live, &LiveFlow::left, this, [this] {
        menu.show();
        leaveModel();
    });
    connect(&window, &ui::MainWindow::pageShown, &awake, [this](const QString& page) {
        awake.setNeeded(page == QLatin1String("live") || page == QLatin1String("loading"));
    });
    connect(&live, &LiveFlow::sourceRequested, &source, &SourceFlow::openSheet);
    connect(&live, &LiveFlow::quitRequested, &window, [this] {
        if (!m_behaviour.kiosk)
            Q_EMIT window.quitRequested();
    });
}

void Program::joinFailure()
{
    connect(&failure, &FailureFlow::retryRequested, &load, &LoadFlow::retry);
    connect(&failure, &FailureFlow::previousRequested, &load, &LoadFlow::loadPrevious);
    connect(&failure, &FailureFlow::menuRequested, this, [this] {
        menu.show();
        leaveModel();
    });
    connect(&failure, &FailureFlow::planRequested, &menu, &MenuFlow::showPlan);
    connect(&failure, &FailureFlow::waitRequested, &menu, &MenuFlow::waitFor);
    connect(&failure, &FailureFlow::fittingRequested, this, [this](const std::string& path) {
        if (const auto* fitting = models.fittingInsteadOf(path, m_behaviour.precision))
            load.load(menu.intentFor(*fitting, m_behaviour.precision));
    });
    connect(&failure, &FailureFlow::readinessRequested, &readiness, &ReadinessFlow::open);
    connect(&failure, &FailureFlow::sourceRequested, &source, &SourceFlow::openSheet);
}

void Program::takeCatalog(const worker::CatalogSnapshot& snapshot)
{
    models.replace(snapshot.cards, snapshot.plans);
    if (m_menuReady)
        return;
    m_menuReady = true;
    Q_EMIT menuReady();
    if (snapshot.wanted && !m_behaviour.safeMenu)
        loadWanted(*snapshot.wanted);
    else
        showStartNotice();
}

void Program::loadWanted(const Result<std::string>& wanted)
{
    if (!wanted) {
        failure.show(wanted.error());
        Q_EMIT wantedFailed(wanted.error());
        return;
    }
    const catalog::ModelCard& card = *models.card(*wanted);
    if (card.quarantine.empty() || m_behaviour.unattended) {
        load.load(menu.intentFor(card, m_behaviour.precision));
        return;
    }
    menu.showPlan(*wanted); // it is loaded again only when asked, and this page asks
    showStartNotice();
}

void Program::leaveModel()
{
    live.end();
    service.unload();
    catalog.refresh();
}

void Program::showLoaded()
{
    const LastLoad& last = *load.lastLoad();
    failure.remember(last);
    live.begin(last.intent.card.title());
    // One sheet at a time: what happened before waits for the next load.
    if (!last.report.selfTest.empty() && !m_behaviour.unattended)
        showNotice(tr("The self-test failed"), ui::localText(last.report.selfTest));
    else
        showStartNotice();
}

void Program::showNotice(const QString& title, const QString& text)
{
    window.sheet()->open(QStringLiteral("notice"), ui::noticeSheet(title, text));
}

void Program::showStartNotice()
{
    if (!m_notice.empty() && !m_behaviour.unattended)
        showNotice(tr("Since the last start"), ui::localText(std::exchange(m_notice, {})));
}

} // namespace nanocap::app
