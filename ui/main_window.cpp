// SPDX-License-Identifier: Apache-2.0
// Pages, keys and what the window is made of; main_window_layout.cpp has how it looks.
#include "ui/main_window.h"

#include "ui/pages/page.h"
#include "ui/sheets/looks_sheet.h"
#include "ui/style/icons.h"
#include "ui/widgets/finger_scroll.h"
#include "ui/widgets/focus_navigation.h"
#include "ui/widgets/memory_gauge.h"
#include "ui/widgets/memory_pane.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/title_bar.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QStackedWidget>

#include <algorithm>

namespace nanocap::ui {

MainWindow::MainWindow(QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_title(new TitleBar(this)),
      m_body(new QWidget(this)), m_pages(new QStackedWidget(m_body)), m_strip(new QWidget(this)),
      m_actions(new QStackedWidget(this)), m_paneFrame(new QWidget(m_body)),
      m_pane(new MemoryPane(m_paneFrame)), m_gauge(new MemoryGauge(this)), m_sheet(new Sheet(this))
{
    setObjectName(QStringLiteral("window"));
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus); // keys arrive here even while nothing inside has the focus
    setWindowTitle(QStringLiteral("Nanocap"));
    setWindowIcon(makeIcon(Icon::Logo, QSize(64, 64), m_theme.palette.accent, m_theme.palette.accent, 1));
    setMinimumSize(320, 320); // and 480 on the longer side: see isWorkableSize()
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    auto* body = new QHBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(m_pages, 1);
    auto* frame = new QVBoxLayout(m_paneFrame);
    frame->addWidget(m_pane);
    body->addWidget(m_paneFrame);
    wireTitleBar();
    connect(m_sheet, &Sheet::closed, this, [this] {
        // A sheet that was there before the window had the focus leaves none behind: Enter must still reach
        // the page.
        Page* page = currentPage();
        if ((!focusWidget() || focusWidget() == this) && page && page->firstFocus())
            page->firstFocus()->setFocus(Qt::OtherFocusReason);
    });
    qApp->installEventFilter(this); // taps in the corner count whatever lies under the finger
    applyTheme(this, m_theme);
    resize(800, 480);
}

MainWindow::~MainWindow()
{
    QCoreApplication::removeTranslator(&m_translator);
}

void MainWindow::wireTitleBar()
{
    connect(m_title, &TitleBar::languageClicked, this, [this] {
        Looks looks = m_looks;
        looks.language = looks.language == QLatin1String("ko") ? QStringLiteral("en") : QStringLiteral("ko");
        changeLooks(looks);
    });
    connect(m_title, &TitleBar::themeClicked, this, [this] {
        Looks looks = m_looks;
        looks.theme = looks.theme == ThemeKind::Dark ? ThemeKind::Light : ThemeKind::Dark;
        changeLooks(looks);
    });
    connect(m_title, &TitleBar::textSizeClicked, this, [this] {
        Looks looks = m_looks;
        looks.textSize = static_cast<TextSize>((static_cast<int>(looks.textSize) + 1) % 3);
        changeLooks(looks);
    });
    connect(m_title, &TitleBar::choicesRequested, this,
            [this] { m_sheet->open(QStringLiteral("looks"), looksSheet(*m_title)); });
}

void MainWindow::changeLooks(const Looks& looks)
{
    setLooks(looks);
    Q_EMIT looksChanged(m_looks);
}

void MainWindow::add(Page* page)
{
    m_pages->addWidget(page);
    m_actions->addWidget(page->actionBar());
    page->setMetrics(m_theme.metrics);
    page->setRights(m_rights);
    connect(page, &Page::headingChanged, this, [this, page] {
        if (page == currentPage())
            renewHeading();
    });
    connect(page, &Page::backRequested, this, [this, page] {
        if (page == currentPage())
            back();
    });
    if (m_pages->count() == 1)
        bring(page);
}

void MainWindow::setRights(const Rights& rights)
{
    m_rights = rights;
    m_title->setRights(rights);
    for (int i = 0; i < m_pages->count(); ++i)
        static_cast<Page*>(m_pages->widget(i))->setRights(rights);
    if (currentPage())
        m_title->setControls(currentPage()->titleControls());
}

void MainWindow::go(Page* page)
{
    std::vector<Page*> all = m_under;
    if (currentPage())
        all.push_back(currentPage());
    const auto top = std::find_if(all.begin(), all.end(), [](Page* each) { return each->staysOnTop(); });
    if (top == all.end() || page->staysOnTop()) {
        m_under.clear();
        bring(page);
        return;
    }
    m_under.assign(top, all.end() - 1);
    m_under.insert(m_under.begin(), page);
}

void MainWindow::leaveTop()
{
    const auto top =
        std::find_if(m_under.begin(), m_under.end(), [](Page* each) { return each->staysOnTop(); });
    if (top == m_under.end() && !(currentPage() && currentPage()->staysOnTop()))
        return;
    if (top == m_under.begin())
        return; // nothing lies under it
    Page* page = *(top - 1);
    m_under.erase(top - 1, m_under.end());
    bring(page);
}

void MainWindow::open(Page* page)
{
    // A page that lies under another already is come back to, not shown twice.
    const auto known = std::find(m_under.begin(), m_under.end(), page);
    if (known != m_under.end())
        m_under.erase(known, m_under.end());
    else if (page != currentPage())
        m_under.push_back(currentPage());
    bring(page);
}

void MainWindow::back()
{
    if (m_under.empty())
        return;
    Page* page = m_under.back();
    m_under.pop_back();
    bring(page);
}

void MainWindow::bring(Page* page)
{
    m_sheet->close();
    Page* before = currentPage();
    const bool changed = page != before || !page->isVisible();
    const bool pane = m_paneFrame->isVisibleTo(this);
    m_pages->setCurrentWidget(page);
    m_actions->setCurrentWidget(page->actionBar());
    if (m_actions->isHidden() == page->hasActions()) {
        m_actions->setVisible(page->hasActions());
        placeGauge();
    }
    if (pane != hasPane())
        layOut();
    m_title->setControls(page->titleControls());
    renewHeading();
    if (QWidget* first = page->firstFocus(); first && changed)
        first->setFocus(Qt::OtherFocusReason);
    if (before && before != page)
        Q_EMIT before->left();
    if (changed)
        Q_EMIT page->shown();
    Q_EMIT pageShown(page->name());
}

void MainWindow::renewHeading()
{
    m_title->setTitle(currentPage()->title());
    m_title->setNote(currentPage()->note());
}

Page* MainWindow::currentPage() const
{
    return static_cast<Page*>(m_pages->currentWidget());
}

QString MainWindow::pageName() const
{
    return currentPage() ? currentPage()->name() : QString();
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool arrow = key >= Qt::Key_Left && key <= Qt::Key_Down;
    if (m_sheet->isOpen())
        return m_sheet->takeKey(key);
    if (event->isAutoRepeat() && !arrow)
        return;
    Page* page = currentPage();
    if (arrow)
        moveFocus(this, key);
    else if (key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
        for (auto* scroll : page->findChildren<FingerScroll*>())
            if (scroll->isVisible()) {
                scroll->page(key == Qt::Key_PageDown ? 1 : -1);
                break;
            }
    } else if (key == Qt::Key_F1 && m_rights.operate)
        Q_EMIT helpRequested();
    else if (key == Qt::Key_Escape)
        page->goBack();
    else if (!page->takeKey(key))
        QWidget::keyPressEvent(event);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    const auto isMine = [this, watched] {
        const auto* widget = qobject_cast<QWidget*>(watched);
        return widget && widget->window() == this;
    };
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        if (isMine())
            takeTap(*static_cast<QMouseEvent*>(event));
        break;
    case QEvent::KeyPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (isMine())
            Q_EMIT touched();
        break;
    case QEvent::ContextMenu:
    case QEvent::DragEnter:
        return m_kiosk && isMine(); // what a label offers to copy would be a second window
    default:
        break;
    }
    return false;
}

void MainWindow::takeTap(const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || event.timestamp() == std::exchange(m_lastTap, event.timestamp()))
        return;
    Q_EMIT touched();
    const QPoint at = mapFromGlobal(event.globalPosition().toPoint());
    // Later: the widget under the finger may go away with the page.
    if (m_taps.tap(at, std::max(64, m_theme.metrics.touch), static_cast<qint64>(event.timestamp())))
        QMetaObject::invokeMethod(this, &MainWindow::operatorCalled, Qt::QueuedConnection);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    // Else Qt gives the focus to the first button there is, which is the language.
    if (!focusWidget())
        setFocus(Qt::OtherFocusReason);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    // The program decides when it is over: it may have to end an engine first.
    event->ignore();
    if (!m_kiosk)
        Q_EMIT quitRequested();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> addresses = event->mimeData()->urls();
    if (std::any_of(addresses.begin(), addresses.end(), [](const QUrl& url) { return url.isLocalFile(); }))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    Q_EMIT dropped(event->mimeData()->urls());
}

} // namespace nanocap::ui
