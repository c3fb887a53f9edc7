// SPDX-License-Identifier: Apache-2.0
// MenuFlow: choosing a model: the menu, and the plan page that says what loading it would take and what helps
// where it cannot be loaded now. GUI thread; says which load is wanted and starts none.
#pragma once

#include "app/nanocap/behaviour.h"
#include "app/nanocap/memory_users_watch.h"
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
    MenuFlow(ui::MainWindow& window, Models& models, const MemoryUsersWatch& users,
             const Behaviour& behaviour);
    void show();
    /// The plan of a model; a file that cannot be used is said by badFilePicked instead. The menu when it is
    /// gone.
    void showPlan(const std::string& path);
    /// The plan of a model that is refused now; it is loaded by itself as soon as its memory has been free
    /// for three readings. Leaving the page ends the wait.
    void waitFor(const std::string& path);
    bool isWaiting() const { return m_waiting; }
    /// What a load of this model would be asked for here.
    session::LoadIntent intentFor(const catalog::ModelCard& card, engine::Precision precision) const;

Q_SIGNALS:
    void loadRequested(const nanocap::session::LoadIntent& intent);
    /// An earlier load of this model is to be looked at.
    void reviewRequested(const nanocap::catalog::ModelCard& card, const nanocap::load::PastLoad& past);
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
    void setWaiting(bool on);
    void loadWhenFree();
    void askWithoutFloor();

    ui::MainWindow& m_window;
    Models& m_models;
    const MemoryUsersWatch& m_users;
    const Behaviour& m_behaviour;
    std::string m_fitting; ///< path of the model the plan page offers instead
    bool m_waiting = false;
    int m_freeReadings = 0; ///< in a row at which the load that is waited for could begin
    ui::MenuPage* m_menu;
    ui::PlanPage* m_plan;
};

} // namespace nanocap::app
