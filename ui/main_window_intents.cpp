// SPDX-License-Identifier: Apache-2.0
// What the person does: buttons of the pages, keys, sheets.
#include "ui/main_window.h"

#include "ui/pages/details_page.h"
#include "ui/pages/failure_page.h"
#include "ui/pages/live_page.h"
#include "ui/pages/loading_page.h"
#include "ui/pages/menu_page.h"
#include "ui/pages/plan_page.h"
#include "ui/text/local_text.h"
#include "ui/widgets/deficit_table.h"
#include "ui/widgets/focus_navigation.h"
#include "ui/widgets/memory_gauge.h"
#include "ui/widgets/memory_pane.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/title_bar.h"

#include <QCloseEvent>
#include <QKeyEvent>

namespace nanocap::ui {

void MainWindow::wirePages()
{
    connect(m_menu, &MenuPage::planRequested, this, &MainWindow::planRequested);
    connect(m_menu, &MenuPage::readinessRequested, this, &MainWindow::requestReadiness);
    connect(m_menu, &MenuPage::sourceRequested, this, &MainWindow::openSourceSheet);
    connect(m_menu, &MenuPage::quitRequested, this, &MainWindow::quitRequested);
    connect(m_plan, &PlanPage::precisionChosen, this, &MainWindow::precisionChanged);
    connect(m_plan, &PlanPage::loadRequested, this, &MainWindow::loadRequested);
    connect(m_plan, &PlanPage::tryQuarantinedRequested, this, &MainWindow::tryQuarantinedRequested);
    connect(m_plan, &PlanPage::meaningRequested, this, [this] {
        SheetContent content;
        content.title = tr("What the parts mean");
        QStringList lines;
        for (const auto& [name, meaning] : DeficitTable::meanings())
            lines << name + QStringLiteral(": ") + meaning;
        content.body = lines.join(QLatin1Char('\n'));
        m_sheet->open(QStringLiteral("meanings"), content);
    });
    connect(m_plan, &PlanPage::historyRequested, this, [this] {
        SheetContent content;
        content.title = tr("Last loads on this device");
        QStringList lines;
        for (const load::PastLoad& past : m_plan->history())
            lines << pastLoadText(past);
        content.body = lines.join(QLatin1Char('\n'));
        m_sheet->open(QStringLiteral("history"), content);
    });
    connect(m_loading, &LoadingPage::cancelRequested, this, &MainWindow::cancelRequested);
    connect(m_live, &LivePage::menuRequested, this, &MainWindow::goBack);
    connect(m_live, &LivePage::captionOnceRequested, this, &MainWindow::captionOnceRequested);
    connect(m_live, &LivePage::repeatRequested, this, &MainWindow::repeatRequested);
    connect(m_live, &LivePage::statisticsRequested, this, &MainWindow::toggleStatistics);
    connect(m_live, &LivePage::pauseToggled, this, &MainWindow::pauseToggled);
    connect(m_live, &LivePage::sourceHelpRequested, this, &MainWindow::openSourceSheet);
    connect(m_failure, &FailurePage::actionChosen, this, &MainWindow::actOn);
    connect(m_failure, &FailurePage::detailsRequested, this, &MainWindow::showDetails);
    connect(m_details, &DetailsPage::reportRequested, this, &MainWindow::reportRequested);
    connect(m_details, &DetailsPage::readinessRequested, this, &MainWindow::requestReadiness);
    connect(m_readiness, &ReadinessPage::readinessRequested, this, &MainWindow::readinessRequested);
    connect(m_gauge, &MemoryGauge::figureTapped, this, &MainWindow::explain);
    connect(m_pane, &MemoryPane::figureTapped, this, &MainWindow::explain);
    connect(m_title, &TitleBar::languageClicked, this, [this] {
        setLanguage(m_language == QLatin1String("ko") ? QStringLiteral("en") : QStringLiteral("ko"));
        Q_EMIT languageChanged(m_language);
    });
    connect(m_title, &TitleBar::themeClicked, this, [this] {
        setThemeKind(m_theme.kind == ThemeKind::Dark ? ThemeKind::Light : ThemeKind::Dark);
        Q_EMIT themeChanged(m_theme.kind);
    });
    connect(m_title, &TitleBar::textSizeClicked, this, [this] {
        setTextSize(static_cast<TextSize>((static_cast<int>(m_textSize) + 1) % 3));
        Q_EMIT textSizeChanged(m_textSize);
    });
    connect(m_sheet, &Sheet::actionChosen, this, [this](const QString& id) {
        if (id.startsWith(QLatin1String("source ")))
            Q_EMIT sourceChangeRequested(id.mid(7));
    });
    connect(m_sheet, &Sheet::closed, this, [this] {
        // A sheet that was there before the window had the focus leaves none behind: Enter must still reach
        // the page.
        if ((!focusWidget() || focusWidget() == this) && currentPage() && currentPage()->firstFocus())
            currentPage()->firstFocus()->setFocus(Qt::OtherFocusReason);
        if (m_statisticsShown) {
            m_statisticsShown = false;
            Q_EMIT statisticsToggled(false);
        }
    });
}

void MainWindow::goBack()
{
    Page* page = currentPage();
    if (page == m_details || (page == m_readiness && m_before)) {
        Page* target = m_before && m_before != page ? m_before : m_menu;
        m_before = nullptr;
        show(target);
        return;
    }
    const bool wasLive = page == m_live;
    showMenu();
    if (wasLive)
        Q_EMIT menuRequested();
}

void MainWindow::requestReadiness()
{
    m_before = currentPage() == m_details ? m_menu : currentPage();
    m_readiness->setRunning(true);
    show(m_readiness);
    Q_EMIT readinessRequested();
}

void MainWindow::actOn(NextAction action)
{
    switch (action) {
    case NextAction::Retry:
        Q_EMIT retryRequested(m_lastFloor);
        break;
    case NextAction::RetryWithoutFloor:
        Q_EMIT retryRequested(load::Floor::automaticFloor());
        break;
    case NextAction::OpenMenu:
        showMenu();
        Q_EMIT menuRequested();
        break;
    case NextAction::OpenPlan:
        if (m_failureContext.cardIndex >= 0)
            Q_EMIT planRequested(m_failureContext.cardIndex);
        else
            showMenu();
        break;
    case NextAction::ReloadPrevious:
        Q_EMIT reloadPreviousRequested();
        break;
    case NextAction::OpenReadiness:
        requestReadiness();
        break;
    case NextAction::SaveReport:
        Q_EMIT reportRequested();
        break;
    case NextAction::ChangeSource:
        openSourceSheet();
        break;
    case NextAction::None:
        break;
    }
}

void MainWindow::explain(Figure figure)
{
    SheetContent content;
    content.title = figureName(figure);
    content.title[0] = content.title[0].toUpper();
    content.body = explainFigure(figure, m_sample, m_gauge->floor(), m_gauge->ageSeconds());
    if (figure == Figure::Other || figure == Figure::Available)
        for (const MemoryUserLine& user : m_users)
            content.rows.push_back({user.name, user.canStop
                                                   ? tr("%1, can be closed").arg(bytesText(user.bytes))
                                                   : bytesText(user.bytes)});
    m_sheet->open(QStringLiteral("figure"), content);
}

void MainWindow::setSources(const std::vector<SourceOption>& sources)
{
    m_sources = sources;
}

void MainWindow::openSourceSheet()
{
    std::vector<SourceOption> sources = m_sources;
    if (sources.empty())
        sources = {{QStringLiteral("camera:"), said("Sources", "Camera")},
                   {QStringLiteral("csi:0"), said("Sources", "Camera on the board's ribbon cable (CSI)")},
                   {QStringLiteral("cards:"), said("Sources", "Built-in picture cards, no camera")}};
    SheetContent content;
    content.title = tr("Where should pictures come from?");
    content.stacked = true;
    for (const SourceOption& source : sources)
        content.actions.push_back({QStringLiteral("source ") + source.uri, localText(source.label),
                                   source.uri == QLatin1String("cards:") ? Icon::Cards : Icon::Camera,
                                   false});
    m_sheet->open(QStringLiteral("source"), content);
}

void MainWindow::setSourceState(SourceState state, const Sentence& text, bool isCamera)
{
    m_title->setSource(state, isCamera);
    m_live->setSource(state, text, isCamera);
}

void MainWindow::setCaption(const captions::CaptionResult& result,
                            const captions::LatencyStatistics& statistics)
{
    m_live->setCaption(result, statistics);
    if (m_sheet->isOpen(QStringLiteral("statistics")))
        m_sheet->refresh(statisticsContent());
}

SheetContent MainWindow::statisticsContent() const
{
    const captions::LatencyStatistics& s = m_live->statistics();
    const auto value = [&](double ms) { return s.count > 0 ? latencyText(ms) : QStringLiteral("\u2013"); };
    const memory::GaugeParts& parts = m_sample.gauge;
    SheetContent content;
    content.title = tr("The last 30 captions");
    content.rows = {{tr("mean"), value(s.mean)},
                    {tr("median"), value(s.median)},
                    {tr("least"), value(s.min)},
                    {tr("greatest"), value(s.max)},
                    {tr("deviation"), value(s.deviation)},
                    {tr("captions per second"),
                     s.count > 0 ? QString::number(s.captionsPerSecond, 'f', 1) : QStringLiteral("\u2013")},
                    {tr("captions in all"), QString::number(s.count)},
                    {tr("window"), bytesText(m_sample.window)},
                    {tr("engine"), bytesText(m_sample.engine)},
                    {tr("free"), bytesText(parts.available)}};
    return content;
}

void MainWindow::toggleStatistics()
{
    if (m_sheet->isOpen(QStringLiteral("statistics"))) {
        m_sheet->close();
        return;
    }
    m_sheet->open(QStringLiteral("statistics"), statisticsContent());
    m_statisticsShown = true;
    Q_EMIT statisticsToggled(true);
}

void MainWindow::showNotice(const QString& title, const QString& text)
{
    SheetContent content;
    content.title = title;
    content.body = text;
    m_sheet->open(QStringLiteral("notice"), content);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (m_sheet->isOpen()) {
        if (key == Qt::Key_Escape || (key == Qt::Key_P && m_sheet->isOpen(QStringLiteral("statistics"))))
            m_sheet->close();
        else if (key >= Qt::Key_Left && key <= Qt::Key_Down)
            moveFocus(m_sheet, key);
        return;
    }
    if (event->isAutoRepeat() && !(key >= Qt::Key_Left && key <= Qt::Key_Down))
        return;
    Page* page = currentPage();
    if (key >= Qt::Key_Left && key <= Qt::Key_Down) {
        moveFocus(this, key);
    } else if (key == Qt::Key_Escape) {
        page->goBack();
    } else if (page == m_menu && key >= Qt::Key_1 && key <= Qt::Key_9) {
        m_menu->pick(key - Qt::Key_1);
    } else if (key == Qt::Key_Q && (page == m_menu || page == m_live)) {
        if (!m_kiosk)
            Q_EMIT quitRequested();
    } else if (page == m_live && key == Qt::Key_S) {
        m_live->expectRequestedCaption();
        Q_EMIT captionOnceRequested();
    } else if (page == m_live && key == Qt::Key_R) {
        Q_EMIT repeatRequested();
    } else if (page == m_live && key == Qt::Key_P) {
        toggleStatistics();
    } else if (page == m_live && key == Qt::Key_M) {
        goBack();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    // The program decides when it is over: it may have to end an engine first.
    event->ignore();
    if (!m_kiosk)
        Q_EMIT quitRequested();
}

} // namespace nanocap::ui
