// SPDX-License-Identifier: Apache-2.0
// Stage: the program's own window with fictional values behind it: every page as it stands in the program,
// without an engine, a camera or a models folder.
#pragma once

#include "app/nanocap/program.h"
#include "tests/gui/fictional_values.h"
#include "ui/pages/countdown_page.h"
#include "ui/pages/details_page.h"
#include "ui/pages/failure_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/live_page.h"
#include "ui/pages/loading_page.h"
#include "ui/pages/menu_page.h"
#include "ui/pages/plan_page.h"
#include "ui/pages/readiness_page.h"
#include "ui/pages/statistics_page.h"

#include <vector>

namespace nanocap::gui_test {

/// A size a window may have: its name says which panel it is.
struct Screen
{
    const char* name;
    QSize size;
};
/// The six panels the window is made for, smallest first.
const std::vector<Screen>& screens();

class Stage
{
public:
    app::Program program;
    ui::MainWindow& window = program.window;

    explicit Stage(QSize size = {800, 480}, const QString& language = QStringLiteral("en"),
                   const app::Behaviour& behaviour = {});
    template <class P> P* page() const { return program.window.findChild<P*>(); }
    void setLanguage(const QString& language);
    void setPanelInches(double inches);
    void setMemory(const memory::MemorySample& sample);

    void showMenu() { program.menu.show(); }
    /// The plan of a card against `availableMb`; the failure page for a bad file.
    void showPlan(std::size_t card, int availableMb);
    /// The first rows of a load, up to and into WEIGHTS.
    void showLoading();
    void showLive(ui::SourceState state, bool isCamera = true);
    void say(const captions::CaptionResult& result);
    /// A caption with weak words on the live page, six before it, and, from `word` 0 on, where the model
    /// looked.
    void showStage(int word = -1);
    void showHistory(int count = 100);
    void showStatistics();
    void showFailure(const load::LoadReport& report, const std::string& previous = {});
    void showDetails(const load::LoadReport& report);
    void showReadiness();
    /// Three minutes and five seconds before the model of the first card is loaded.
    void showCountdown(ui::CountdownPage::Story story);

private:
    void list(int availableMb);
};

} // namespace nanocap::gui_test
