// SPDX-License-Identifier: Apache-2.0
// WindowFlow: what happens when: menu, plan, loading, live, failure. Joins the window's intents to the model
// service, the catalog, the memory monitor and the source. GUI thread; holds no page's state.
#pragma once

#include "app/nanocap/memory_users_watch.h"
#include "app/nanocap/planned_models.h"
#include "app/nanocap/source_flow.h"
#include "core/memory/monitor.h"
#include "core/worker/catalog_service.h"
#include "core/worker/model_service.h"
#include "ui/main_window.h"

#include <QObject>

namespace nanocap::app {

class WindowFlow : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        ui::MainWindow& window;
        worker::ModelService& service;
        worker::CatalogService& catalog;
        memory::MemoryMonitor& monitor;
        SourceFlow& source;
    };
    struct Behaviour
    {
        std::optional<load::Floor> floor; ///< the command line's or the settings'
        engine::Precision precision = engine::Precision::Fp32;
        bool loadWanted = false; ///< the catalog's wanted model is loaded as soon as it is found
        bool unattended = false;
        bool safeMenu = false;         ///< after crashes: nothing loads by itself
        catalog::Folders folders = {}; ///< where models are looked for
        QString notice = {};           ///< for the operator, once: what happened since the last start
    };
    WindowFlow(Parts parts, Behaviour behaviour);
    /// Every sample of the monitor, and one taken before its first, so that no figure is ever shown as
    /// unknown that is known.
    void showMemory(const memory::MemorySample& sample);

    const std::optional<load::LoadReport>& lastReport() const { return m_report; }
    const load::Floor& lastFloor() const { return m_intent ? m_intent->floor : m_noFloor; }
    bool isLive() const { return m_live; }
    /// Of the load that is under way; nothing else.
    std::optional<Row> runningRow() const { return m_runningRow; }

Q_SIGNALS:
    void menuReady();
    void wantedFailed(const nanocap::Failure& failure);
    void loadEnded(const nanocap::load::LoadReport& report);
    void captioned(const nanocap::captions::CaptionResult& result);
    void captionFailed(const nanocap::Failure& failure);
    void languageChosen(const QString& language);

private:
    void wireIntents();
    void wireService();
    void showCatalog(const std::shared_ptr<const worker::CatalogSnapshot>& snapshot);
    void showModels();
    void
    followPlanned(const std::string& path); ///< the plan page's model may have moved in the list, or be gone
    void release(const std::string& path);  ///< from the quarantine
    void showPlan(int index, engine::Precision precision);
    void load(const session::LoadIntent& intent);
    void showLoadEnd(const load::LoadReport& report);
    void goLive();
    void leaveModel();
    void showCaptionFailure(const Failure& failure);
    void showReadiness();
    void showNotice(); ///< of the start, as soon as nothing is about to cover it
    ui::FailureContext contextOf(const load::LoadReport* report) const;
    QString nameOf(const catalog::ModelCard& card) const;

    Parts m_parts;
    Behaviour m_behaviour;
    load::Floor m_noFloor;
    PlannedModels m_models;
    std::optional<session::LoadIntent> m_intent;   ///< of the newest load
    std::optional<session::LoadIntent> m_previous; ///< the last that was live
    std::optional<load::LoadReport> m_report;
    engine::Precision m_planPrecision = engine::Precision::Fp32;
    int m_planIndex = -1;
    worker::RequestId m_request = 0;
    QString m_lastText;
    MemoryUsersWatch m_users;
    bool m_live = false;
    std::optional<Row> m_runningRow;
    bool m_menuShown = false;
};

} // namespace nanocap::app
