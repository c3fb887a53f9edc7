// SPDX-License-Identifier: Apache-2.0
// MenuFlow: choosing a model: the menu, and the plan page that says what loading it would take. GUI thread;
// says which load is wanted and starts none.
#pragma once

#include "app/nanocap/behaviour.h"
#include "app/nanocap/models.h"
#include "core/session/load_intent.h"

#include <QObject>

namespace nanocap::ui {
class MainWindow;
class MenuPage;
class PlanPage;
} // namespace nanocap::ui

namespace nanocap::app {

class MenuFlow : public QObject
{
    Q_OBJECT
public:
    MenuFlow(ui::MainWindow& window, Models& models, const Behaviour& behaviour);
    void show();
    /// The plan of a model; a file that cannot be used is said by badFilePicked instead. The menu when it is
    /// gone.
    void showPlan(const std::string& path);
    /// What a load of this model would be asked for here.
    session::LoadIntent intentFor(const catalog::ModelCard& card, engine::Precision precision) const;

Q_SIGNALS:
    void loadRequested(const nanocap::session::LoadIntent& intent);
    void badFilePicked(const nanocap::catalog::ModelCard& card);
    void readinessRequested();
    void sourceRequested();
    void settingsRequested();
    void quitRequested();

private:
    void pick(const std::string& path);
    void wirePlan();
    void renewMenu();
    void renewPlan();
    void followFile();

    ui::MainWindow& m_window;
    Models& m_models;
    const Behaviour& m_behaviour;
    ui::MenuPage* m_menu;
    ui::PlanPage* m_plan;
};

} // namespace nanocap::app
