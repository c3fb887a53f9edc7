// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/program.h"

#include "core/base/path_text.h"
#include "core/base/qt_text.h"
#include "ui/sheets/notice_sheet.h"
#include "ui/text/local_text.h"
#include "ui/widgets/title_bar.h"

#include <QCoreApplication>

#include <cstdio>

namespace nanocap::app {

Program::Program(Behaviour behaviour, sources::SourceOptions sources, Sentence notice)
    : m_behaviour(std::move(behaviour)), m_notice(std::move(notice)),
      catalog(m_behaviour.folders, m_behaviour.floor, m_behaviour.model),
      rights(m_behaviour.kiosk && !m_behaviour.unattended), memory(window, monitor, users),
      menu(window, models, users, m_behaviour), load(window, service, monitor, models),
      source(window, std::move(sources)), captions(service), live(window, captions, source),
      failure(window, users, models), readiness(window, m_behaviour), open(window, m_behaviour),
      recovery(window, models, m_behaviour), idle(captions::nowMs), speech(captions), attract(window),
      history(window, captions), statistics(window, captions, monitor), help(window), rest(*this)
{
    window.setKiosk(m_behaviour.kiosk);
    live.setKiosk(m_behaviour.kiosk);
    source.setUnceasing(m_behaviour.kiosk && !m_behaviour.unattended);
    window.setRights(rights.now());
    connect(&rights, &VisitorRights::changed, &window, &ui::MainWindow::setRights);
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
    joinOpen();
    joinRecovery();
    joinSpeech();
}

void Program::showMemory(const memory::MemorySample& sample)
{
    memory.show(sample);
    models.renew(sample.reading);
}

void Program::setFloor(const std::optional<load::Floor>& floor)
{
    m_behaviour.floor = floor;
    memory.setFloor(floor.value_or(load::Floor()));
    catalog.setFloor(floor);
}

void Program::joinMenu()
{
    connect(&menu, &MenuFlow::loadRequested, &load, &LoadFlow::load);
    connect(&menu, &MenuFlow::badFilePicked, &failure, &FailureFlow::showFile);
    connect(&menu, &MenuFlow::readinessRequested, &readiness, &ReadinessFlow::open);
    // Asked for on three pages.
    const auto chooseSource = [this] { source.openSheet(rights.now().operate); };
    connect(&menu, &MenuFlow::sourceRequested, &source, chooseSource);
    connect(&live, &LiveFlow::sourceRequested, &source, chooseSource);
    connect(&failure, &FailureFlow::sourceRequested, &source, chooseSource);
    connect(&menu, &MenuFlow::reviewRequested, &failure, &FailureFlow::review);
    connect(&menu, &MenuFlow::quitRequested, &window, &ui::MainWindow::quitRequested);
}

void Program::joinLoad()
{
    connect(&load, &LoadFlow::began, this, [this](const session::LoadIntent& intent) {
        live.end();
        recovery.noteBegun();
        memory.setFloor(intent.floor);
    });
    connect(&load, &LoadFlow::loaded, this, &Program::showLoaded);
    connect(&load, &LoadFlow::failed, this, [this] {
        const LastLoad& last = *load.lastLoad();
        failure.remember(last);
        if (recovery.takeLoadFailure(last.intent.card.path, *last.report.failure))
            return;
        failure.showLoad(last, load.previous());
        showStartNotice();
    });
    // What was learned changes the plans; of a success it is learned when its engine has ended.
    connect(&load, &LoadFlow::ended, &catalog, &worker::CatalogService::refresh);
    connect(&service, &worker::ModelService::engineEnded, &catalog, &worker::CatalogService::refresh);
}

void Program::joinCaptions()
{
    connect(&source, &SourceFlow::frameArrived, &captions, &CaptionFlow::see);
    connect(&source, &SourceFlow::stateChanged, &captions, &CaptionFlow::follow);
    connect(&source, &SourceFlow::stateChanged, this, [this] {
        captions.setSensing(m_behaviour.unattended || !source.isLive() ? Sensing::Off
                            : source.hasSensor()                       ? Sensing::Camera
                                                                       : Sensing::Scene);
    });
    connect(&captions, &CaptionFlow::needsFewPicturesChanged, &source,
            [this](bool few) { source.setPace(few ? sources::Pace::Watching : sources::Pace::Full); });
    connect(&captions, &CaptionFlow::died, this, [this](const Failure& why) {
        live.end();
        catalog.refresh();
        load.noteDeath(why);
        const LastLoad last = load.lastLoad().value_or(LastLoad());
        failure.remember(last);
        if (!recovery.takeDeath(last.intent.card.path, why))
            failure.showDeath(why, last);
    });
    connect(&captions, &CaptionFlow::captioned, &recovery, &RecoveryFlow::noteCaption);
    connect(&live, &LiveFlow::left, this, [this] {
        if (rights.now().menu)
            leaveForMenu();
    });
    connect(&window, &ui::MainWindow::pageShown, &awake, [this](const QString& page) {
        // Also while something else lies over the captions, or a kiosk shows its cards.
        awake.setNeeded(m_behaviour.kiosk || live.isLive() || page == QLatin1String("live") ||
                        page == QLatin1String("loading"));
    });
    connect(&live, &LiveFlow::historyRequested, &history, &HistoryFlow::open);
    connect(&live, &LiveFlow::statisticsRequested, &statistics, &StatisticsFlow::open);
    connect(&live, &LiveFlow::quitRequested, &window, [this] {
        if (!m_behaviour.kiosk)
            Q_EMIT window.quitRequested();
    });
}

void Program::joinFailure()
{
    connect(&failure, &FailureFlow::retryRequested, &load, &LoadFlow::retry);
    connect(&failure, &FailureFlow::previousRequested, &load, &LoadFlow::loadPrevious);
    connect(&failure, &FailureFlow::menuRequested, this, &Program::leaveForMenu);
    connect(&failure, &FailureFlow::planRequested, &menu, &MenuFlow::showPlan);
    connect(&failure, &FailureFlow::waitRequested, &menu, &MenuFlow::waitFor);
    connect(&failure, &FailureFlow::fittingRequested, this,
            [this](const std::string& path, engine::Precision precision) {
                if (const auto* card = models.card(path))
                    load.load(menu.intentFor(*card, precision));
            });
    connect(&failure, &FailureFlow::readinessRequested, &readiness, &ReadinessFlow::open);
}

void Program::joinOpen()
{
    connect(&open, &OpenFlow::modelOpened, this, &Program::openModel);
    connect(&open, &OpenFlow::sourceOpened, this, &Program::openSource);
    connect(&open, &OpenFlow::modelFolderOpened, this, [this](const std::string& folder) {
        catalog.addFolder(folder);
        showNotice(tr("Folder of models"),
                   tr("The models in %1 are in the menu now.").arg(shownPath(folder)));
    });
}

void Program::joinRecovery()
{
    connect(&recovery, &RecoveryFlow::loadRequested, this, &Program::loadAgain);
    connect(&recovery, &RecoveryFlow::modelsWanted, &catalog, &worker::CatalogService::refresh);
    connect(&recovery, &RecoveryFlow::stopped, this, [this] {
        const auto& why = recovery.failure();
        if (!why || m_behaviour.kiosk)
            menu.show();
        else
            failure.showDeath(*why, load.lastLoad().value_or(LastLoad()));
    });
}

void Program::loadAgain(const std::string& path)
{
    const catalog::ModelCard* card = models.card(path);
    const auto& last = load.intent();
    if (last && last->card.path == path)
        load.retry(last->floor); // as it was asked for, precision and floor included
    else if (card)
        load.load(menu.intentFor(*card, m_behaviour.precision));
}

void Program::openModel(const QString& path)
{
    if (load.isLoading()) {
        showNotice(tr("A model is being loaded"),
                   tr("Wait until it is loaded, or cancel it; then open %1 again.").arg(shownPath(path)));
        return;
    }
    menu.show();
    leaveModel();
    m_opened = pathBytes(path);
    catalog.want(m_opened);
}

void Program::openSource(const QString& uri)
{
    source.setUri(uri);
    // In the live page it is seen at once.
    if (!live.isLive())
        showNotice(tr("Pictures"),
                   tr("Pictures will come from %1. Choose a model.").arg(shownPath(source.place())));
}

void Program::showWanted(const worker::CatalogSnapshot& snapshot)
{
    if (m_opened.empty() || snapshot.wantedName != m_opened || !snapshot.wanted)
        return;
    m_opened.clear();
    if (*snapshot.wanted)
        menu.showPlan(**snapshot.wanted);
    else
        failure.show(snapshot.wanted->error());
}

void Program::joinSpeech()
{
    speech.setKiosk(m_behaviour.kiosk);
    connect(&speech, &SpeechFlow::voiceChanged, window.titleBar(), &ui::TitleBar::setVoice);
    connect(window.titleBar(), &ui::TitleBar::muteClicked, this,
            [this] { speech.setMuted(!speech.isMuted()); });
    connect(&live, &LiveFlow::repeated, &speech, &SpeechFlow::repeat);
    connect(&live, &LiveFlow::silenced, &speech, &SpeechFlow::stop);
    connect(&live, &LiveFlow::left, &speech, &SpeechFlow::stop);
    connect(&captions, &CaptionFlow::died, &speech, &SpeechFlow::stop);
    connect(&source, &SourceFlow::stateChanged, &speech, [this](captions::SourceState state) {
        if (state == captions::SourceState::Off)
            speech.stop();
    });
    connect(&speech, &SpeechFlow::failed, this, [this](const Sentence& why) {
        // Nothing a visitor could do about it.
        if (m_behaviour.kiosk)
            std::fprintf(stderr, "nanocap: %s\n", why.text().c_str());
        else
            showNotice(tr("Speech"), ui::localText(why));
    });
}

void Program::takeCatalog(const worker::CatalogSnapshot& snapshot)
{
    models.replace(snapshot.cards, snapshot.plans);
    showWanted(snapshot);
    if (m_menuReady)
        return;
    m_menuReady = true;
    Q_EMIT menuReady();
    if (m_behaviour.safeMenu && m_behaviour.kiosk)
        recovery.beginRest();
    else if (snapshot.wanted && !m_behaviour.safeMenu)
        loadWanted(*snapshot.wanted);
    else
        showStartNotice();
}

void Program::loadWanted(const Result<std::string>& wanted)
{
    if (!wanted) {
        if (!recovery.takeNotFound(wanted.error()))
            failure.show(wanted.error());
        Q_EMIT wantedFailed(wanted.error());
        return;
    }
    const catalog::ModelCard& card = *models.card(*wanted);
    // Before a kiosk stands nobody who could be asked.
    const bool mayLoad = card.quarantine.empty() || m_behaviour.unattended || m_behaviour.kiosk;
    if (mayLoad && m_behaviour.modelIsDefault && !m_behaviour.unattended) {
        recovery.beginStart(*wanted);
        return;
    }
    if (mayLoad) {
        load.load(menu.intentFor(card, m_behaviour.precision));
        return;
    }
    menu.showPlan(*wanted); // it is loaded again only when asked, and this page asks
    showStartNotice();
}

void Program::leaveForMenu()
{
    menu.show();
    leaveModel();
    recovery.noteLeft();
}

void Program::leaveModel()
{
    live.end();
    service.unload();
}

void Program::showLoaded()
{
    const LastLoad& last = *load.lastLoad();
    failure.remember(last);
    recovery.noteLoaded(last.intent.card.path);
    speech.setLanguage(QString::fromStdString(last.intent.card.language));
    live.begin(last.intent.card.title(), toQString(last.intent.card.id), last.report.seconds);
    // One sheet at a time: what happened before waits for the next load.
    // A kiosk's page is not covered by what concerns its operator.
    if (!last.report.selfTest.empty() && !m_behaviour.unattended && !m_behaviour.kiosk)
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
    if (!m_notice.empty() && !m_behaviour.unattended && !m_behaviour.kiosk)
        showNotice(tr("Since the last start"), ui::localText(std::exchange(m_notice, {})));
}

} // namespace nanocap::app
