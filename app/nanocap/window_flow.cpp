// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/window_flow.h"

#include "app/nanocap/readiness.h"
#include "app/nanocap/report_export.h"
#include "core/session/load_session.h"
#include "ui/text/local_text.h"

#include <QCoreApplication>

namespace nanocap::app {

using ui::MainWindow;
using worker::ModelService;

WindowFlow::WindowFlow(Parts parts, Behaviour behaviour)
    : m_parts(parts), m_behaviour(std::move(behaviour)), m_users(parts.window)
{
    m_users.start();
    m_planPrecision = m_behaviour.precision;
    connect(&m_parts.catalog, &worker::CatalogService::scanned, this, &WindowFlow::showCatalog);
    connect(&m_parts.monitor, &memory::MemoryMonitor::sampled, this, &WindowFlow::showMemory);
    wireIntents();
    wireService();
    if (m_behaviour.floor)
        m_parts.window.setFloor(m_behaviour.floor->automatic ? Bytes() : m_behaviour.floor->minimum);
    m_parts.window.showMenu();
}

void WindowFlow::wireIntents()
{
    MainWindow& w = m_parts.window;
    connect(&w, &MainWindow::planRequested, this,
            [this](int index) { showPlan(index, m_behaviour.precision); });
    connect(&w, &MainWindow::precisionChanged, this, [this](int index, engine::Precision precision) {
        m_planPrecision = precision;
        m_parts.window.setPlan(index, m_models.plan(index, precision));
    });
    connect(&w, &MainWindow::loadRequested, this,
            [this](int index, engine::Precision precision, const load::Floor& floor) {
                if (const auto* card = m_models.card(index))
                    load({*card, precision, floor, m_behaviour.unattended});
            });
    connect(&w, &MainWindow::cancelRequested, &m_parts.service, &ModelService::cancel);
    connect(&w, &MainWindow::menuRequested, this, [this] {
        leaveModel();
        m_parts.catalog.refresh();
    });
    connect(&w, &MainWindow::retryRequested, this, [this](const load::Floor& floor) {
        if (m_intent) {
            session::LoadIntent again = *m_intent;
            again.floor = floor;
            load(again);
        }
    });
    connect(&w, &MainWindow::reloadPreviousRequested, this, [this] {
        if (m_previous)
            load(session::LoadIntent(*m_previous));
    });
    connect(&w, &MainWindow::captionOnceRequested, &m_parts.service, &ModelService::captionOnce);
    connect(&w, &MainWindow::repeatRequested, this, [this] {
        if (!m_lastText.isEmpty())
            m_parts.window.showNotice(tr("Last caption"), m_lastText);
    });
    connect(&w, &MainWindow::pauseToggled, this, [this](bool paused) {
        m_parts.service.setCaptioning(!paused);
        if (paused)
            m_parts.source.stop();
        else if (m_live)
            m_parts.source.start();
    });
    connect(&w, &MainWindow::sourceChangeRequested, &m_parts.source, &SourceFlow::setUri);
    connect(&w, &MainWindow::readinessRequested, this, &WindowFlow::showReadiness);
    connect(&w, &MainWindow::tryQuarantinedRequested, this, [this](int index) {
        if (const auto* found = m_models.card(index)) {
            const catalog::ModelCard card = *found;
            release(card.path);
            load({card, m_planPrecision, session::floorFor(card, m_behaviour.floor), m_behaviour.unattended});
        }
    });
    connect(&w, &MainWindow::reportRequested, this, [this] {
        const auto saved = exportReport(m_report, m_parts.window);
        m_parts.window.showNotice(saved ? tr("Report saved") : tr("The report could not be saved"),
                                  saved ? *saved : ui::localText(saved.error().message));
    });
    connect(&w, &MainWindow::quitRequested, qApp, &QCoreApplication::quit);
}

void WindowFlow::wireService()
{
    ModelService& s = m_parts.service;
    MainWindow& w = m_parts.window;
    connect(&s, &ModelService::loadStarted, this,
            [this](worker::RequestId, const load::Plan& plan) { m_parts.window.setLoadingPlan(plan); });
    connect(&s, &ModelService::rowStarted, this, [this, &w](worker::RequestId, Row row) {
        m_runningRow = row;
        w.rowStarted(row);
    });
    connect(
        &s, &ModelService::rowProgressed, this,
        [&w](worker::RequestId, Row row, qint64 done, qint64 total) { w.rowProgressed(row, done, total); });
    connect(&s, &ModelService::rowStalled, this,
            [&w](worker::RequestId, Row row, const Sentence& why) { w.rowStalled(row, why); });
    connect(&s, &ModelService::rowFinished, this,
            [&w](worker::RequestId, const RowReport& report) { w.rowFinished(report); });
    connect(&s, &ModelService::loadFinished, this,
            [this](worker::RequestId id, const load::LoadReport& report) {
                if (id == m_request)
                    showLoadEnd(report);
            });
    connect(&s, &ModelService::engineStarted, this,
            [this](qint64 pid) { m_parts.monitor.setEnginePid(static_cast<pid_t>(pid)); });
    connect(&s, &ModelService::engineEnded, this, [this] { m_parts.monitor.setEnginePid(0); });
    connect(&s, &ModelService::captionReady, this,
            [this](const captions::CaptionResult& result, const captions::LatencyStatistics& statistics) {
                if (!m_live)
                    return;
                m_lastText = QString::fromStdString(result.caption.text);
                m_parts.window.setCaption(result, statistics);
                Q_EMIT captioned(result);
            });
    connect(&s, &ModelService::captionStalled, this, [this](const Sentence& why) {
        if (m_live)
            m_parts.window.setCaptionStalled(why);
    });
    connect(&s, &ModelService::captionFailed, this, &WindowFlow::showCaptionFailure);
}

void WindowFlow::showCatalog(const std::shared_ptr<const worker::CatalogSnapshot>& snapshot)
{
    const auto* planned = m_models.card(m_planIndex);
    const std::string path = planned ? planned->path : std::string();
    m_models.replace(snapshot->cards, snapshot->plans);
    showModels();
    followPlanned(path);
    if (m_menuShown)
        return;
    m_menuShown = true;
    Q_EMIT menuReady();
    if (!snapshot->wanted || !m_behaviour.loadWanted || m_behaviour.safeMenu) {
        showNotice();
        return;
    }
    const auto& wanted = *snapshot->wanted;
    if (!wanted) {
        m_parts.window.showFailure(wanted.error(), {});
        Q_EMIT wantedFailed(wanted.error());
        return;
    }
    const catalog::ModelCard& card = *m_models.card(*wanted);
    if (!card.quarantine.empty() && !m_behaviour.unattended) {
        showPlan(int(*wanted),
                 m_behaviour.precision); // it is loaded again only when asked, and this page asks
        showNotice();
        return;
    }
    load({card, m_behaviour.precision, session::floorFor(card, m_behaviour.floor), m_behaviour.unattended});
}

void WindowFlow::followPlanned(const std::string& path)
{
    if (path.empty())
        return;
    m_planIndex = m_models.indexOf(path);
    if (m_parts.window.pageName() != QLatin1String("plan"))
        return;
    if (m_planIndex >= 0) {
        m_parts.window.showPlan(m_planIndex, m_models.plan(m_planIndex, m_planPrecision), m_planPrecision);
        return;
    }
    m_parts.window.showMenu();
    m_parts.window.showNotice(tr("The model is gone"),
                              tr("%1 is no longer there.").arg(QString::fromStdString(path)));
}

void WindowFlow::release(const std::string& path)
{
    m_models.release(path);
    showModels();
}

void WindowFlow::showModels()
{
    m_parts.window.setCards(m_models.cards(), m_models.plans(m_behaviour.precision));
}

void WindowFlow::showMemory(const memory::MemorySample& sample)
{
    if (sample.reading.monotonicMs > 0)
        m_parts.window.setMemory(sample);
    m_models.renew(sample.reading);
    const QString page = m_parts.window.pageName();
    if (page == QLatin1String("plan") && m_planIndex >= 0)
        m_parts.window.setPlan(m_planIndex, m_models.plan(m_planIndex, m_planPrecision));
    else if (page == QLatin1String("menu"))
        showModels();
}

void WindowFlow::showPlan(int index, engine::Precision precision)
{
    m_planIndex = index;
    m_planPrecision = precision;
    m_parts.window.showPlan(index, m_models.plan(index, precision), precision);
}

void WindowFlow::load(const session::LoadIntent& intent)
{
    m_live = false;
    m_parts.source.stop();
    m_intent = intent;
    const int index = m_models.indexOf(intent.card.path);
    m_parts.window.setFloor(intent.floor.automatic ? Bytes() : intent.floor.minimum);
    m_parts.window.showLoading(index, m_models.plan(index, intent.precision));
    m_parts.monitor.setFast(true);
    m_request = m_parts.service.load(intent);
}

void WindowFlow::showLoadEnd(const load::LoadReport& report)
{
    m_parts.monitor.setFast(false);
    m_runningRow.reset();
    m_report = report;
    m_parts.window.setLastReport(report, m_intent->floor);
    Q_EMIT loadEnded(report);
    if (report.succeeded()) {
        m_previous = m_intent;
        release(m_intent->card.path); // it was asked for and it works
        goLive();
    } else {
        m_parts.window.showFailure(report, contextOf(&report), m_intent->floor);
    }
    // One sheet at a time: what happened before waits for the next load.
    if (!report.selfTest.empty() && report.succeeded() && !m_behaviour.unattended)
        m_parts.window.showNotice(tr("The self-test failed"), ui::localText(report.selfTest));
    else
        showNotice();
    m_parts.catalog.refresh(); // what was learned changes the plans
}

void WindowFlow::showNotice()
{
    if (!m_behaviour.notice.isEmpty() && !m_behaviour.unattended)
        m_parts.window.showNotice(tr("Since the last start"), std::exchange(m_behaviour.notice, {}));
}

void WindowFlow::goLive()
{
    m_live = true;
    m_lastText.clear();
    m_parts.window.showLive(nameOf(m_intent->card));
    m_parts.service.setCaptioning(true);
    m_parts.source.start();
}

void WindowFlow::leaveModel()
{
    m_live = false;
    m_parts.source.stop();
    m_parts.service.unload();
}

void WindowFlow::showCaptionFailure(const Failure& failure)
{
    m_live = false;
    m_parts.source.stop();
    auto context = contextOf(nullptr);
    context.whileCaptioning = true;
    if (m_report) { // the report of this load ends with how it ended
        m_report->failure = failure;
        m_parts.window.setLastReport(*m_report, lastFloor());
    }
    m_parts.window.showFailure(failure, context);
    Q_EMIT captionFailed(failure);
}

void WindowFlow::showReadiness()
{
    checkReadiness(
        this, m_behaviour.floor.value_or(load::Floor()), m_behaviour.folders,
        [this](const std::vector<ui::CheckLine>& checks) { m_parts.window.showReadiness(checks); });
}

ui::FailureContext WindowFlow::contextOf(const load::LoadReport* report) const
{
    ui::FailureContext context;
    if (!m_intent)
        return context;
    context.cardIndex = m_models.indexOf(m_intent->card.path);
    context.modelName = nameOf(m_intent->card);
    context.path = QString::fromStdString(m_intent->card.path);
    context.closable = m_users.closable();
    if (m_previous && m_previous->card.path != m_intent->card.path)
        context.previousName = nameOf(m_previous->card);
    if (report && report->plan && report->failure && report->failure->available &&
        !m_intent->floor.automatic) {
        const auto& plan = *report->plan;
        context.memoryItselfSuffices = *report->failure->available >= plan.leastRequired();
    }
    return context;
}

QString WindowFlow::nameOf(const catalog::ModelCard& card) const
{
    const std::string& name = card.name.in(m_parts.window.language().toStdString());
    return QString::fromStdString(name.empty() ? card.id : name);
}

} // namespace nanocap::app
