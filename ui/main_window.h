// SPDX-License-Identifier: Apache-2.0
// MainWindow: the frame of the whole program: title bar, memory gauge and pane, sheet, keys, looks, and the
// page in view. It knows no page's story and no service: flows add their pages, show them and fill the sheet.
// It never opens a second window. GUI thread.
//
// The memory gauge is one widget, on every page at the same place: a strip over the actions, a line under the
// title on the smallest screens, inside the memory pane on wide ones (from 1100 px), where the live page has
// a strip too: it wants the width.
#pragma once

#include "ui/rights.h"
#include "ui/style/theme.h"
#include "ui/widgets/corner_taps.h"

#include <QTranslator>
#include <QUrl>
#include <QWidget>

#include <vector>

class QBoxLayout;
class QStackedWidget;

namespace nanocap::ui {

class MemoryGauge;
class MemoryPane;
class Page;
class Sheet;
class TitleBar;

class MainWindow : public QWidget
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    /// The window owns the page from now on. The first one is in view at once.
    void add(Page* page);
    /// Goes to a page; there is no way back from it but its own. While a page that stays on top is in view,
    /// it goes under that one.
    void go(Page* page);
    /// Shows a page over the one in view, to which its Back returns.
    void open(Page* page);
    /// Leaves a page that was opened over another; nothing when there is none under it.
    void back();
    /// Leaves every page that stays on top, and what was opened over it.
    void leaveTop();
    Page* currentPage() const;
    QString pageName() const;

    /// Language, theme, caption size, panel: everything in it takes effect at once.
    void setLooks(const Looks& looks);
    const Looks& looks() const { return m_looks; }
    const Theme& theme() const { return m_theme; }
    /// What may be done in it from now on; every page follows.
    void setRights(const Rights& rights);
    const Rights& rights() const { return m_rights; }
    /// No way to close it, no pointer, nothing to drop on it.
    void setKiosk(bool on);

    MemoryGauge* gauge() const { return m_gauge; }
    MemoryPane* memoryPane() const { return m_pane; }
    TitleBar* titleBar() const { return m_title; }
    Sheet* sheet() const { return m_sheet; }

Q_SIGNALS:
    /// Five taps in the top left corner.
    void operatorCalled();
    /// A finger, key or wheel: somebody is there.
    void touched();
    void pageShown(const QString& name);
    void looksChanged(const nanocap::ui::Looks& looks);
    void quitRequested();
    void helpRequested(); ///< F1; not from visitors
    /// Files and folders let go over the window; never in a kiosk.
    void dropped(const QList<QUrl>& addresses);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void layOut();
    /// Memory stands in a pane at the right: on wide screens, unless the page in view wants the width.
    bool hasPane() const;
    void placeGauge();
    void bring(Page* page);
    void renewHeading();
    void takeTap(const QMouseEvent& event);
    void wireTitleBar();
    void setLanguage(const QString& language);
    void changeLooks(const Looks& looks);

    Looks m_looks;
    Rights m_rights;
    Theme m_theme;
    QTranslator m_translator;
    bool m_kiosk = false;
    CornerTaps m_taps;
    quint64 m_lastTap = 0;      ///< of the press that was counted: it travels from child to parent
    std::vector<Page*> m_under; ///< pages under the one in view, lowest first

    QBoxLayout* m_column;
    TitleBar* m_title;
    QWidget* m_body;
    QStackedWidget* m_pages;
    QWidget* m_strip; ///< keeps the gauge's place in the layout of small screens
    QStackedWidget* m_actions;
    QWidget* m_paneFrame;
    MemoryPane* m_pane;
    MemoryGauge* m_gauge;
    Sheet* m_sheet;
};

} // namespace nanocap::ui
