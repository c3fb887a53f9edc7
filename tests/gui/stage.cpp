// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/stage.h"

#include "ui/widgets/title_bar.h"

namespace nanocap::gui_test {

const std::vector<Screen>& screens()
{
    static const std::vector<Screen> list = {
        {"480 x 320, 3.5 inches", {480, 320}},    {"480 x 800, 7 inches upright", {480, 800}},
        {"800 x 480, 7 inches", {800, 480}},      {"1024 x 600, 7 inches", {1024, 600}},
        {"1280 x 800, 10.1 inches", {1280, 800}}, {"1920 x 1080, 15.6 inches", {1920, 1080}}};
    return list;
}

Stage::Stage(QSize size, const QString& language, const app::Behaviour& behaviour) : program(behaviour)
{
    window.resize(size);
    setLanguage(language);
    window.setVisible(true);
    list(1874);
    setMemory(boardSample(1874));
    showMenu();
}

void Stage::setLanguage(const QString& language)
{
    ui::Looks looks = window.looks();
    looks.language = language;
    window.setLooks(looks);
}

void Stage::setPanelInches(double inches)
{
    ui::Looks looks = window.looks();
    looks.panelInches = inches;
    window.setLooks(looks);
}

void Stage::setMemory(const memory::MemorySample& sample)
{
    program.memory.show(sample);
    page<ui::LoadingPage>()->addSample(sample);
}

void Stage::list(int availableMb)
{
    std::vector<worker::CardPlans> all;
    for (std::size_t i = 0; i < cards().size(); ++i) {
        const auto plan = availableMb == 1874 || i >= 3 ? plans()[i] : std::optional(planFor(availableMb));
        all.push_back({plan, plan, plan});
    }
    program.models.replace(cards(), all);
}

void Stage::showPlan(std::size_t card, int availableMb)
{
    list(availableMb);
    program.menu.showPlan(cards()[card].path);
}

void Stage::showLoading()
{
    auto* loading = page<ui::LoadingPage>();
    loading->begin(cards()[0].title(), planFor(1874));
    window.go(loading);
    const auto rows = goodRows();
    for (std::size_t i = 0; i < 8; ++i) {
        loading->take(load::RowStarted{rows[i].row});
        loading->take(load::RowFinished{rows[i]});
    }
    loading->take(load::RowStarted{Row::Weights});
    loading->take(load::RowProgressed{Row::Weights, Bytes::fromMegabytes(36), Bytes::fromMegabytes(59)});
    for (int used : {158, 166, 175, 189})
        setMemory(boardSample(1874 - used, used));
}

void Stage::showLive(ui::SourceState state, bool isCamera)
{
    auto* live = page<ui::LivePage>();
    live->begin(cards()[0].title());
    window.go(live);
    live->setSource(state, {}, isCamera);
    window.titleBar()->setSource(state, isCamera ? ui::SourceName::Camera : ui::SourceName::Cards);
    if (state == ui::SourceState::On)
        live->setFrame(frame());
}

void Stage::say(const captions::CaptionResult& result)
{
    page<ui::LivePage>()->setCaption(result);
    page<ui::LivePage>()->setStatistics(statistics());
}

void Stage::showStage(int word)
{
    showLive(ui::SourceState::On);
    say(caption({{"a", 0.99f},
                 {"fox", 0.98f},
                 {"and", 0.97f},
                 {"a", 0.95f},
                 {"slice", 0.41f},
                 {"of", 0.9f},
                 {"pizza", 0.63f},
                 {"on", 0.9f},
                 {"a", 0.9f},
                 {"blue", 0.88f},
                 {"background", 0.97f},
                 {"<end>", 0.99f}}));
    auto* live = page<ui::LivePage>();
    live->setEarlier(history(6));
    if (word >= 0)
        live->look(word);
}

void Stage::showHistory(int count)
{
    page<ui::HistoryPage>()->setCaptions(history(count));
    window.open(page<ui::HistoryPage>());
}

void Stage::showStatistics()
{
    page<ui::StatisticsPage>()->setStatistics(statistics());
    page<ui::StatisticsPage>()->setMemory(boardSample(1702, 207));
    window.open(page<ui::StatisticsPage>());
}

void Stage::showFailure(const load::LoadReport& report, const std::string& previous)
{
    app::LastLoad last;
    last.intent.card = cards()[0];
    last.intent.card.path = report.model.path;
    last.report = report;
    std::optional<session::LoadIntent> before;
    if (!previous.empty()) {
        before = last.intent;
        before->card.path = "/home/operator/models/previous.pth";
        before->card.name = {{{"en", previous}}};
    }
    program.failure.showLoad(last, before);
}

void Stage::showDetails(const load::LoadReport& report)
{
    app::LastLoad last;
    last.report = report;
    program.failure.remember(last);
    program.failure.showDetails();
}

void Stage::showReadiness()
{
    page<ui::ReadinessPage>()->setChecks(checks());
    window.open(page<ui::ReadinessPage>());
}

void Stage::showCountdown(ui::CountdownPage::Story story)
{
    auto* countdown = page<ui::CountdownPage>();
    countdown->begin(story, program.models.cards().front().title(), std::chrono::minutes(5), true);
    countdown->setLeft(std::chrono::seconds(185));
    window.go(countdown);
}

} // namespace nanocap::gui_test
