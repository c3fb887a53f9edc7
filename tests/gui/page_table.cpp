// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/page_table.h"

#include "ui/pages/list_page.h"
#include "ui/widgets/memory_gauge.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/title_bar.h"

namespace nanocap::gui_test {

namespace {

void tapFigure(Stage& stage, ui::Figure figure)
{
    stage.showMenu();
    Q_EMIT stage.window.gauge()->figureTapped(figure);
}

} // namespace

const std::vector<PageCase>& pageCases()
{
    using S = ui::SourceState;
    static const std::vector<PageCase> table = {
        {"menu", "menu", [](Stage& s) { s.showMenu(); }},
        {"menu, second screenful", "menu",
         [](Stage& s) {
             s.showMenu();
             s.page<ui::MenuPage>()->turn(1);
         }},
        {"plan, fits", "plan", [](Stage& s) { s.showPlan(0, 1874); }},
        {"plan, below the floor", "plan", [](Stage& s) { s.showPlan(2, 934); }},
        {"plan, too large", "plan", [](Stage& s) { s.showPlan(3, 1874); }},
        {"plan, quarantined", "plan", [](Stage& s) { s.showPlan(4, 1874); }},
        {"plan, numbers", "plan",
         [](Stage& s) {
             s.showPlan(0, 1874);
             s.page<ui::PlanPage>()->showNumbers(true);
         }},
        {"plan, without the floor?", "plan",
         [](Stage& s) {
             s.showPlan(0, 934);
             Q_EMIT s.page<ui::PlanPage>()->withoutFloorRequested();
         }},
        {"plan, last loads", "plan",
         [](Stage& s) {
             s.showPlan(0, 1874);
             Q_EMIT s.page<ui::PlanPage>()->historyRequested();
         }},
        {"loading", "loading", [](Stage& s) { s.showLoading(); }},
        {"live", "live", [](Stage& s) { s.showLive(S::On); }},
        {"live, camera gone", "live", [](Stage& s) { s.showLive(S::Unplugged); }},
        {"live, stage", "live", [](Stage& s) { s.showStage(); }},
        {"live, a word's attention", "live", [](Stage& s) { s.showStage(4); }},
        {"live, paused", "live",
         [](Stage& s) {
             s.showStage();
             s.page<ui::LivePage>()->setPaused(true);
         }},
        {"live, largest captions", "live",
         [](Stage& s) {
             ui::Looks looks = s.window.looks();
             looks.textSize = ui::TextSize::Largest;
             s.window.setLooks(looks);
             s.showStage();
         }},
        {"history", "history", [](Stage& s) { s.showHistory(); }},
        {"history, empty", "history", [](Stage& s) { s.showHistory(0); }},
        {"statistics", "statistics", [](Stage& s) { s.showStatistics(); }},
        {"countdown", "countdown", [](Stage& s) { s.showCountdown(ui::CountdownPage::Story::Rest); }},
        {"failure, refused", "failure", [](Stage& s) { s.showFailure(refusedReport(), "Flash cards"); }},
        {"failure, killed", "failure", [](Stage& s) { s.showFailure(killedReport()); }},
        {"failure, bad file", "failure", [](Stage& s) { s.showPlan(5, 1874); }},
        {"details", "details", [](Stage& s) { s.showDetails(killedReport()); }},
        {"details of a success", "details", [](Stage& s) { s.showDetails(successReport()); }},
        {"readiness", "readiness", [](Stage& s) { s.showReadiness(); }},
        {"what free means", "menu", [](Stage& s) { tapFigure(s, ui::Figure::Available); }},
        {"what pressure means", "menu", [](Stage& s) { tapFigure(s, ui::Figure::Pressure); }},
        {"source", "menu",
         [](Stage& s) {
             s.showMenu();
             s.program.source.openSheet(true);
         }},
        {"looks", "menu",
         [](Stage& s) {
             s.showMenu();
             Q_EMIT s.window.titleBar()->choicesRequested();
         }},
        // These stay on top of whatever comes after them: they are the last.
        {"help", "help", [](Stage& s) { s.program.help.open(); }},
        {"help, failures", "help-topic",
         [](Stage& s) { s.program.help.openTopic(QStringLiteral("failures")); }},
        {"help, kiosk", "help-topic", [](Stage& s) { s.program.help.openTopic(QStringLiteral("2-kiosk")); }},
        {"about", "help-topic", [](Stage& s) { s.program.help.openTopic(QStringLiteral("about")); }},
    };
    return table;
}

} // namespace nanocap::gui_test
