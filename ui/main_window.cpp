// SPDX-License-Identifier: Apache-2.0
// Construction and what is shown; main_window_layout.cpp has how, main_window_intents.cpp what the person
// does.
#include "ui/main_window.h"

#include "ui/pages/details_page.h"
#include "ui/pages/failure_page.h"
#include "ui/pages/live_page.h"
#include "ui/pages/loading_page.h"
#include "ui/pages/menu_page.h"
#include "ui/pages/plan_page.h"
#include "ui/text/local_text.h"
#include "ui/widgets/load_curve.h"
#include "ui/widgets/memory_gauge.h"
#include "ui/widgets/memory_pane.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/title_bar.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QStackedWidget>

#include <algorithm>

namespace nanocap::ui {

MainWindow::MainWindow(QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_title(new TitleBar(this)),
      m_body(new QWidget(this)), m_pages(new QStackedWidget(m_body)), m_strip(new QWidget(this)),
      m_actions(new QStackedWidget(this)), m_paneFrame(new QWidget(m_body)),
      m_pane(new MemoryPane(m_paneFrame)), m_gauge(new MemoryGauge(this)), m_sheet(new Sheet(this)),
      m_menu(new MenuPage), m_plan(new PlanPage), m_loading(new LoadingPage), m_live(new LivePage),
      m_failure(new FailurePage), m_details(new DetailsPage), m_readiness(new ReadinessPage)
{
    setObjectName(QStringLiteral("window"));
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus); // keys arrive here even while nothing inside has the focus
    setWindowTitle(QStringLiteral("Nanocap"));
    setWindowIcon(makeIcon(Icon::Logo, QSize(64, 64), m_theme.palette.accent, m_theme.palette.accent, 1));
    setMinimumSize(640, 440);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    auto* body = new QHBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(m_pages, 1);
    auto* frame = new QVBoxLayout(m_paneFrame);
    frame->addWidget(m_pane);
    body->addWidget(m_paneFrame);
    for (Page* page : {static_cast<Page*>(m_menu), static_cast<Page*>(m_plan), static_cast<Page*>(m_loading),
                       static_cast<Page*>(m_live), static_cast<Page*>(m_failure),
                       static_cast<Page*>(m_details), static_cast<Page*>(m_readiness)}) {
        m_pages->addWidget(page);
        m_actions->addWidget(page->actionBar());
        connect(page, &Page::headingChanged, this, [this, page] {
            if (page == currentPage())
                renewHeading();
        });
        connect(page, &Page::backRequested, this, &MainWindow::goBack);
    }
    wirePages();
    setSources({});
    setThemeKind(ThemeKind::Dark);
    resize(800, 480);
    show(m_menu);
}

MainWindow::~MainWindow()
{
    QCoreApplication::removeTranslator(&m_translator);
}

void MainWindow::show(Page* page)
{
    m_sheet->close();
    const bool changed = page != currentPage() || !page->isVisible();
    m_pages->setCurrentWidget(page);
    m_actions->setCurrentWidget(page->actionBar());
    const bool menu = page == m_menu, live = page == m_live;
    m_title->setControls(menu, menu, live);
    renewHeading();
    if (QWidget* first = page->firstFocus(); first && changed)
        first->setFocus(Qt::OtherFocusReason);
    Q_EMIT pageShown(pageName());
}

void MainWindow::renewHeading()
{
    m_title->setTitle(currentPage()->title(), currentPage() == m_menu);
    m_title->setNote(currentPage()->note());
}

Page* MainWindow::currentPage() const
{
    return static_cast<Page*>(m_pages->currentWidget());
}

QString MainWindow::pageName() const
{
    const std::pair<const Page*, const char*> names[] = {
        {m_menu, "menu"},       {m_plan, "plan"},       {m_loading, "loading"},    {m_live, "live"},
        {m_failure, "failure"}, {m_details, "details"}, {m_readiness, "readiness"}};
    for (const auto& [page, name] : names)
        if (page == currentPage())
            return QLatin1String(name);
    return {};
}

int MainWindow::cardIndex(const std::string& path) const
{
    const auto card =
        std::find_if(m_cards.begin(), m_cards.end(), [&](const auto& c) { return c.path == path; });
    return path.empty() || card == m_cards.end() ? -1 : static_cast<int>(card - m_cards.begin());
}

QString MainWindow::cardName(int index) const
{
    return index >= 0 && index < static_cast<int>(m_cards.size())
               ? modelName(m_cards[static_cast<std::size_t>(index)], m_language)
               : QString();
}

void MainWindow::setCards(const std::vector<catalog::ModelCard>& cards,
                          const std::vector<std::optional<load::Plan>>& plans)
{
    const std::string loading = m_loadingIndex >= 0 && m_loadingIndex < static_cast<int>(m_cards.size())
                                    ? m_cards[static_cast<std::size_t>(m_loadingIndex)].path
                                    : std::string();
    m_cards = cards;
    m_plans = plans;
    m_plans.resize(m_cards.size());
    // Models come and go: what was meant is a file, not its place in the list.
    m_loadingIndex = cardIndex(loading);
    if (!m_failureContext.path.isEmpty())
        m_failureContext.cardIndex = cardIndex(m_failureContext.path.toStdString());
    m_menu->setModels(m_cards, m_plans);
    if (currentPage() == m_menu && (!focusWidget() || focusWidget() == this) && m_menu->firstFocus())
        m_menu->firstFocus()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::setMemory(const memory::MemorySample& sample)
{
    m_sample = sample;
    m_gauge->setSample(sample);
    m_pane->setSample(sample);
    m_loading->addSample(sample);
    if (currentPage() == m_menu)
        m_menu->setAvailable(sample.reading.available);
}

void MainWindow::setFloor(Bytes floor)
{
    m_gauge->setFloor(floor);
    m_pane->setFloor(floor);
}

void MainWindow::showMenu()
{
    m_menu->setModels(m_cards, m_plans);
    show(m_menu);
}

void MainWindow::showPlan(int index, const std::optional<load::Plan>& plan, engine::Precision precision)
{
    if (index < 0 || index >= static_cast<int>(m_cards.size()))
        return;
    const catalog::ModelCard& card = m_cards[static_cast<std::size_t>(index)];
    if (card.problem) {
        FailureContext context;
        context.cardIndex = index;
        context.modelName = cardName(index);
        context.path = QString::fromStdString(card.path);
        showFailure(*card.problem, context);
        return;
    }
    m_plan->setModel(index, card, plan, precision, m_language);
    show(m_plan);
}

void MainWindow::setPlan(int index, const std::optional<load::Plan>& plan)
{
    if (currentPage() == m_plan && m_plan->index() == index)
        m_plan->setPlan(plan);
}

void MainWindow::showLoading(int index, const std::optional<load::Plan>& plan)
{
    m_loadingIndex = index;
    m_loading->begin(cardName(index), plan);
    show(m_loading);
}

void MainWindow::setLoadingPlan(const load::Plan& plan)
{
    m_loading->setPlan(plan);
}
void MainWindow::rowStarted(Row row)
{
    m_loading->startRow(row);
}
void MainWindow::rowProgressed(Row row, qint64 done, qint64 total)
{
    m_loading->setProgress(row, done, total);
}
void MainWindow::rowStalled(Row row, const Sentence& why)
{
    m_loading->setStalled(row, why);
}
void MainWindow::rowFinished(const RowReport& report)
{
    m_loading->finishRow(report);
}

void MainWindow::showFailure(const load::LoadReport& report, const FailureContext& context,
                             const load::Floor& floor)
{
    setLastReport(report, floor);
    m_failureContext = context;
    if (m_failureContext.modelName.isEmpty())
        m_failureContext.modelName = cardName(context.cardIndex);
    if (report.plan)
        m_failureContext.floor = report.plan->floor.minimum;
    // An engine that died for lack of memory under the floor's protection would die without it too.
    if (report.plan && report.failure && report.failure->failureClass == FailureClass::Guard &&
        !floor.automatic && memoryItselfSuffices(*report.plan))
        m_failureContext.memoryItselfSuffices = true;
    m_failure->setReport(report, m_failureContext, floor);
    show(m_failure);
}

void MainWindow::showFailure(const Failure& failure, const FailureContext& context)
{
    m_failureContext = context;
    m_failure->setFailure(failure, context, context.whileCaptioning ? m_lastReport : std::nullopt,
                          m_lastFloor);
    show(m_failure);
}

void MainWindow::setLastReport(const load::LoadReport& report, const load::Floor& floor)
{
    m_loading->end();
    m_lastReport = report;
    m_lastFloor = floor;
    m_details->setReport(report, floor, m_loading->curve()->data());
}

void MainWindow::showLive(const QString& modelName)
{
    m_live->begin(modelName);
    show(m_live);
}

void MainWindow::setFrame(const QImage& frame)
{
    m_live->setFrame(frame);
}

void MainWindow::setCaptionStalled(const Sentence& why)
{
    m_live->setStalled(why);
}

void MainWindow::showDetails()
{
    m_before = currentPage() == m_details ? m_before : currentPage();
    show(m_details);
}

void MainWindow::showReadiness(const std::vector<CheckLine>& checks)
{
    m_readiness->setChecks(checks);
    if (currentPage() != m_readiness) {
        m_before = currentPage();
        show(m_readiness);
    }
}

QImage MainWindow::timelineImage(QSize size) const
{
    return m_details->timelineImage(size);
}

} // namespace nanocap::ui
