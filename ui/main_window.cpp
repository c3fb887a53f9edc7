// SPDX-License-Identifier: Apache-2.0
// Construction, layout, and what is shown; main_window_intents.cpp has what the person does.
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

namespace nanocap::ui {

namespace {
QString koreanName() { return QStringLiteral(u"\uD55C\uAD6D\uC5B4"); }
} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_title(new TitleBar(this)), m_body(new QWidget(this)),
      m_pages(new QStackedWidget(m_body)), m_strip(new QWidget(this)), m_actions(new QStackedWidget(this)),
      m_paneFrame(new QWidget(m_body)), m_pane(new MemoryPane(m_paneFrame)), m_gauge(new MemoryGauge(this)), m_sheet(new Sheet(this)),
      m_menu(new MenuPage), m_plan(new PlanPage), m_loading(new LoadingPage), m_live(new LivePage),
      m_failure(new FailurePage), m_details(new DetailsPage), m_readiness(new ReadinessPage)
{
    setObjectName(QStringLiteral("window"));
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus); // keys arrive here even while nothing inside has the focus
    setWindowTitle(QStringLiteral("Nanocap"));
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
                       static_cast<Page*>(m_live), static_cast<Page*>(m_failure), static_cast<Page*>(m_details),
                       static_cast<Page*>(m_readiness)}) {
        m_pages->addWidget(page);
        m_actions->addWidget(page->actionBar());
        connect(page, &Page::headingChanged, this, [this, page] {
            if (page == currentPage())
                renewHeading();
        });
        connect(page, &Page::backRequested, this, &MainWindow::goBack);
    }
    wirePages();
    m_title->setOtherLanguage(koreanName());
    setSources({});
    setThemeKind(ThemeKind::Dark);
    resize(800, 480);
    show(m_menu);
}

MainWindow::~MainWindow()
{
    QCoreApplication::removeTranslator(&m_translator);
}

void MainWindow::layOut()
{
    const Metrics& m = m_theme.metrics;
    for (QWidget* widget : {static_cast<QWidget*>(m_title), m_body, m_strip, static_cast<QWidget*>(m_actions)})
        m_column->removeWidget(widget);
    m_title->setFixedHeight(m.title);
    m_actions->setFixedHeight(m.action);
    m_strip->setFixedHeight(m.strip);
    m_strip->setVisible(!m.wide);
    m_column->addWidget(m_title);
    if (m.portrait)
        m_column->addWidget(m_strip);
    m_column->addWidget(m_body, 1);
    if (!m.portrait)
        m_column->addWidget(m_strip);
    m_column->addWidget(m_actions);
    m_title->layout()->setContentsMargins(m.margin, 0, m.margin, 0);
    m_paneFrame->setVisible(m.wide);
    m_paneFrame->layout()->setContentsMargins(0, m.margin, m.margin, m.gap);
    if (m.wide) {
        m_pane->setFixedWidth(m.sidePane - m.margin);
        m_pane->adoptGauge(m_gauge);
    } else {
        m_gauge->setParent(this);
        m_gauge->setForm(MemoryGauge::Form::Strip, m.strip);
        m_gauge->setFixedHeight(std::max(m.touch, m.strip));
        m_gauge->show();
    }
    for (int i = 0; i < m_pages->count(); ++i)
        static_cast<Page*>(m_pages->widget(i))->setMetrics(m);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const Metrics fresh = metricsFor(size(), m_diagonal);
    const Metrics& old = m_theme.metrics;
    const bool changed = fresh.wide != old.wide || fresh.portrait != old.portrait || fresh.touch != old.touch
                         || fresh.sidePane != old.sidePane || old.window.isEmpty();
    m_theme.metrics = fresh;
    if (changed) {
        applyTheme(this, m_theme);
        layOut();
    }
    m_column->activate();
    if (!fresh.wide) {
        // Touch area of a finger around the visible strip: it reaches into the paddings above and below.
        const int extra = (m_gauge->height() - fresh.strip) / 2;
        m_gauge->setGeometry(0, m_strip->y() - extra, width(), m_gauge->height());
        m_gauge->raise();
    }
    m_sheet->setGeometry(rect());
    if (m_sheet->isOpen())
        m_sheet->raise();
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
        {m_menu, "menu"}, {m_plan, "plan"}, {m_loading, "loading"}, {m_live, "live"},
        {m_failure, "failure"}, {m_details, "details"}, {m_readiness, "readiness"}};
    for (const auto& [page, name] : names)
        if (page == currentPage())
            return QLatin1String(name);
    return {};
}

QString MainWindow::cardName(int index) const
{
    return index >= 0 && index < static_cast<int>(m_cards.size())
               ? modelName(m_cards[static_cast<std::size_t>(index)], m_language) : QString();
}

void MainWindow::setCards(const std::vector<catalog::ModelCard>& cards, const std::vector<std::optional<load::Plan>>& plans)
{
    m_cards = cards;
    m_plans = plans;
    m_plans.resize(m_cards.size());
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

void MainWindow::setLoadingPlan(const load::Plan& plan) { m_loading->setPlan(plan); }
void MainWindow::rowStarted(Row row) { m_loading->startRow(row); }
void MainWindow::rowProgressed(Row row, qint64 done, qint64 total) { m_loading->setProgress(row, done, total); }
void MainWindow::rowStalled(Row row, const QString& why) { m_loading->setStalled(row, why); }
void MainWindow::rowFinished(const RowReport& report) { m_loading->finishRow(report); }

void MainWindow::showFailure(const load::LoadReport& report, const FailureContext& context, const load::Floor& floor)
{
    setLastReport(report, floor);
    m_failureContext = context;
    if (m_failureContext.modelName.isEmpty())
        m_failureContext.modelName = cardName(context.cardIndex);
    // An engine that died for lack of memory under the floor's protection would die without it too.
    if (report.plan && report.failure && report.failure->failureClass == FailureClass::Guard && !floor.automatic
        && memoryItselfSuffices(*report.plan))
        m_failureContext.memoryItselfSuffices = true;
    m_failure->setReport(report, m_failureContext, floor);
    show(m_failure);
}

void MainWindow::showFailure(const Failure& failure, const FailureContext& context)
{
    m_failureContext = context;
    m_failure->setFailure(failure, context);
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

void MainWindow::setFrame(const QImage& frame) { m_live->setFrame(frame); }

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

void MainWindow::setThemeKind(ThemeKind kind)
{
    m_theme.kind = kind;
    m_theme.palette = paletteFor(kind);
    applyTheme(this, m_theme);
}

void MainWindow::setTextSize(TextSize size)
{
    m_textSize = size;
    m_live->setTextSize(size);
}

void MainWindow::setPanelDiagonal(double inches)
{
    m_diagonal = inches;
    m_theme.metrics = metricsFor(size(), inches);
    applyTheme(this, m_theme);
    layOut();
    QResizeEvent event(size(), size());
    resizeEvent(&event);
}

void MainWindow::setMirrored(bool on) { m_live->setMirrored(on); }
void MainWindow::setEmptyHint(const QString& hint) { m_menu->setEmptyHint(hint); }

void MainWindow::setKiosk(bool on)
{
    m_kiosk = on;
    m_menu->setQuitVisible(!on);
    setCursor(on ? Qt::BlankCursor : Qt::ArrowCursor);
}

void MainWindow::setLanguage(const QString& language)
{
    const QString wanted = language == QLatin1String("ko") ? language : QStringLiteral("en");
    if (wanted == m_language)
        return;
    m_language = wanted;
    QCoreApplication::removeTranslator(&m_translator);
    m_menu->setLanguage(wanted);
    m_plan->setLanguage(wanted);
    // Pages keep names in the old language unless they are told the new ones.
    if (m_loadingIndex >= 0)
        m_loading->setModelName(cardName(m_loadingIndex));
    if (wanted == QLatin1String("ko") && m_translator.load(QStringLiteral(":/nanocap/translations/nanocap_ko.qm")))
        QCoreApplication::installTranslator(&m_translator);
    m_title->setOtherLanguage(wanted == QLatin1String("ko") ? QStringLiteral("English") : koreanName());
    renewHeading();
}

} // namespace nanocap::ui
