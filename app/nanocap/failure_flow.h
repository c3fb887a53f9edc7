// SPDX-License-Identifier: Apache-2.0
// FailureFlow: what did not work and what to do now: the failure page, the details of the last load, the
// report. GUI thread; the next step that was chosen is said as a fact.
#pragma once

#include "app/nanocap/load_flow.h"
#include "app/nanocap/memory_users_watch.h"
#include "ui/text/failure_text.h"

#include <QObject>

namespace nanocap::ui {
class DetailsPage;
class FailurePage;
class MainWindow;
} // namespace nanocap::ui

namespace nanocap::app {

class FailureFlow : public QObject
{
    Q_OBJECT
public:
    FailureFlow(ui::MainWindow& window, const MemoryUsersWatch& users, const Models& models);
    /// The last load, for details and report; also of a load that succeeded.
    void remember(const LastLoad& last);
    /// A load that failed. `previous`: the model that could be loaded before, when there was one.
    void showLoad(const LastLoad& last, const std::optional<session::LoadIntent>& previous);
    /// The engine's end while it captioned with the model of `last`.
    void showDeath(const Failure& failure, const LastLoad& last);
    /// A file of the menu that cannot be used.
    void showFile(const catalog::ModelCard& card);
    /// Whatever else failed: there is no model to speak of.
    void show(const Failure& failure);
    void showDetails();
    /// The report of the last load, in the state folder; its folder.
    Result<QString> writeReport() const;
    /// An earlier load of this model, over the page in view.
    void review(const catalog::ModelCard& card, const load::PastLoad& past);

Q_SIGNALS:
    void retryRequested(const nanocap::load::Floor& floor);
    void previousRequested();
    void menuRequested();
    void planRequested(const std::string& path);
    void readinessRequested();
    void sourceRequested();
    void fittingRequested(const std::string& path, nanocap::engine::Precision precision);
    void waitRequested(const std::string& path);

private:
    void setFitting(ui::FailureContext& context);
    void askWithoutFloor();
    void show(const Failure& failure, const ui::FailureContext& context);
    void act(ui::NextAction action);
    void saveReport();

    ui::MainWindow& m_window;
    const MemoryUsersWatch& m_users;
    const Models& m_models;
    std::string m_fitting; ///< of the model the page offers instead
    engine::Precision m_fittingPrecision = engine::Precision::Fp32;
    ui::FailurePage* m_page;
    ui::DetailsPage* m_details;
    std::optional<LastLoad> m_last;
    std::string m_path; ///< of the model the page speaks of
};

} // namespace nanocap::app
