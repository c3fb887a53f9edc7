// SPDX-License-Identifier: Apache-2.0
// MainWindow: the whole window. Whoever composes the program gives it values (setters, in the GUI thread) and
// acts on its signals; it opens no file, no socket and no thread, and never a second window.
//
// The memory gauge is one widget, always at the same place: a strip over the actions on small screens, inside
// the memory pane on wide ones (from 1100 px), under the title in portrait.
#pragma once

#include "core/captions/caption_result.h"
#include "core/catalog/catalog.h"
#include "core/load/load_report.h"
#include "core/memory/monitor.h"
#include "ui/pages/readiness_page.h"
#include "ui/source_state.h"
#include "ui/style/theme.h"
#include "ui/text/failure_text.h"
#include "ui/text/reading_text.h"
#include "ui/widgets/caption_panel.h"

#include <QTranslator>

class QBoxLayout;
class QStackedWidget;

namespace nanocap::ui {

class DetailsPage;
class FailurePage;
class LivePage;
class LoadingPage;
class MemoryGauge;
class MemoryPane;
class MenuPage;
class Page;
class PlanPage;
class Sheet;
class TitleBar;
struct SheetContent;

/// A picture source the person can choose; `uri` as on the command line.
struct SourceOption
{
    QString uri;
    Sentence label;
};

/// One of the programs that use the most memory.
struct MemoryUserLine
{
    QString name; ///< plain: "Web browser (chromium)"
    Bytes bytes;
    bool canStop = false;
};

class MainWindow : public QWidget
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    // What is shown.
    /// One plan per card, in the same order; an empty one while it is being measured or for a bad file.
    void setCards(const std::vector<catalog::ModelCard>& cards,
                  const std::vector<std::optional<load::Plan>>& plans);
    void setMemory(const memory::MemorySample& sample);
    /// Largest first; said when the figure of the other programs is tapped, and on the failure page.
    void setMemoryUsers(std::vector<MemoryUserLine> users) { m_users = std::move(users); }
    void setFloor(Bytes floor); ///< of the gauge's tick; 0 hides it
    void showMenu();
    /// A card with a problem gets the failure page with what to do about the file.
    void showPlan(int index, const std::optional<load::Plan>& plan,
                  engine::Precision precision = engine::Precision::Fp32);
    /// A newer plan while the plan page is open; ignored when another model is shown.
    void setPlan(int index, const std::optional<load::Plan>& plan);
    void showLoading(int index, const std::optional<load::Plan>& plan);
    void setLoadingPlan(const load::Plan& plan);
    void rowStarted(Row row);
    void rowProgressed(Row row, qint64 doneBytes, qint64 totalBytes);
    void rowStalled(Row row, const Sentence& why);
    void rowFinished(const RowReport& report);
    /// After a load that failed; `floor` is the one it was asked with.
    void showFailure(const load::LoadReport& report, const FailureContext& context,
                     const load::Floor& floor = {});
    void showFailure(const Failure& failure, const FailureContext& context);
    /// The report of the last load, for the details page; call for successful loads too.
    void setLastReport(const load::LoadReport& report, const load::Floor& floor = {});
    void showLive(const QString& modelName);
    void setFrame(const QImage& frame);
    void setCaption(const captions::CaptionResult& result, const captions::LatencyStatistics& statistics);
    /// Why no caption comes although there are pictures; empty when they come again.
    void setCaptionStalled(const Sentence& why);
    /// `isCamera` false for films, pictures and cards: then no camera light is lit. `text` explains trouble.
    void setSourceState(SourceState state, const Sentence& text = {}, bool isCamera = true);
    void setSources(const std::vector<SourceOption>& sources);
    void showDetails();
    void showReadiness(const std::vector<CheckLine>& checks);
    /// A sentence over the page: "Report saved as …".
    void showNotice(const QString& title, const QString& text);

    // How it is shown.
    void setLanguage(const QString& language); ///< "en" or "ko"
    QString language() const { return m_language; }
    void setThemeKind(ThemeKind kind);
    ThemeKind themeKind() const { return m_theme.kind; }
    void setTextSize(TextSize size); ///< of captions
    TextSize textSize() const { return m_textSize; }
    void setPanelDiagonal(double inches);   ///< 0 = unknown
    void setMirrored(bool on);              ///< preview only
    void setKiosk(bool on);                 ///< no Quit, closing the window is ignored, no cursor
    void setEmptyHint(const QString& hint); ///< said when there is no model
    const Theme& theme() const { return m_theme; }

    /// "menu", "plan", "loading", "live", "failure", "details", "readiness": names of screenshots.
    QString pageName() const;
    Page* currentPage() const;
    MemoryGauge* gauge() const { return m_gauge; }
    MemoryPane* memoryPane() const { return m_pane; }
    TitleBar* titleBar() const { return m_title; }
    Sheet* sheet() const { return m_sheet; }
    /// The last load's curve as a picture, for the report.
    QImage timelineImage(QSize size) const;

Q_SIGNALS:
    void pageShown(const QString& name);
    void planRequested(int index);
    void precisionChanged(int index, nanocap::engine::Precision precision);
    void loadRequested(int index, nanocap::engine::Precision precision, const nanocap::load::Floor& floor);
    void cancelRequested();
    void menuRequested(); ///< the menu is already shown; a model that runs should be unloaded
    void retryRequested(const nanocap::load::Floor& floor);
    void reloadPreviousRequested();
    void captionOnceRequested();
    void repeatRequested();
    void statisticsToggled(bool shown);
    void quitRequested();
    void pauseToggled(bool paused);
    void languageChanged(const QString& language);
    void themeChanged(nanocap::ui::ThemeKind kind);
    void textSizeChanged(nanocap::ui::TextSize size);
    void reportRequested();
    void readinessRequested();
    void sourceChangeRequested(const QString& uri);
    void tryQuarantinedRequested(int index);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void wirePages();
    void layOut();
    void show(Page* page);
    void renewHeading();
    void goBack();
    void actOn(NextAction action);
    void explain(Figure figure);
    void openSourceSheet();
    void toggleStatistics();
    void requestReadiness();
    QString cardName(int index) const;
    int cardIndex(const std::string& path) const;
    SheetContent statisticsContent() const;

    QString m_language = QStringLiteral("en");
    Theme m_theme;
    double m_diagonal = 0;
    TextSize m_textSize = TextSize::Normal;
    bool m_kiosk = false;
    QTranslator m_translator;

    std::vector<catalog::ModelCard> m_cards;
    std::vector<std::optional<load::Plan>> m_plans;
    std::vector<SourceOption> m_sources;
    std::optional<load::LoadReport> m_lastReport;
    load::Floor m_lastFloor;
    FailureContext m_failureContext;
    memory::MemorySample m_sample;
    std::vector<MemoryUserLine> m_users;
    int m_loadingIndex = -1;
    bool m_statisticsShown = false;

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
    MenuPage* m_menu;
    PlanPage* m_plan;
    LoadingPage* m_loading;
    LivePage* m_live;
    FailurePage* m_failure;
    DetailsPage* m_details;
    ReadinessPage* m_readiness;
    Page* m_before = nullptr; ///< where Back leads from details and readiness
};

} // namespace nanocap::ui
