// SPDX-License-Identifier: Apache-2.0
// Program: the whole window with everything behind it. Makes services and flows and joins what the flows say:
// loaded, refused, left, died. Holds no page's story of its own. GUI thread.
#pragma once

#include "app/nanocap/attract_flow.h"
#include "app/nanocap/behaviour.h"
#include "app/nanocap/caption_flow.h"
#include "app/nanocap/failure_flow.h"
#include "app/nanocap/help_flow.h"
#include "app/nanocap/history_flow.h"
#include "app/nanocap/idle_watch.h"
#include "app/nanocap/live_flow.h"
#include "app/nanocap/load_flow.h"
#include "app/nanocap/memory_flow.h"
#include "app/nanocap/menu_flow.h"
#include "app/nanocap/open_flow.h"
#include "app/nanocap/readiness_flow.h"
#include "app/nanocap/recovery_flow.h"
#include "app/nanocap/rest.h"
#include "app/nanocap/screen_awake.h"
#include "app/nanocap/source_flow.h"
#include "app/nanocap/speech_flow.h"
#include "app/nanocap/statistics_flow.h"
#include "app/nanocap/visitor_rights.h"
#include "core/worker/catalog_service.h"
#include "core/worker/model_service.h"
#include "ui/main_window.h"

#include <QObject>

namespace nanocap::app {

class Program : public QObject
{
    Q_OBJECT

    Behaviour m_behaviour;
    Sentence m_notice;
    bool m_menuReady = false;
    std::string m_opened; ///< the model a person opened, until its plan is shown

public:
    /// `notice`: for the operator, once: what happened since the last start.
    explicit Program(Behaviour behaviour, sources::SourceOptions sources = {}, Sentence notice = {});
    /// A sample taken before the monitor's first, so that no figure is shown as unknown that is known.
    void showMemory(const memory::MemorySample& sample);
    /// The floor of every load from now on; empty leaves it to the model.
    void setFloor(const std::optional<load::Floor>& floor);
    /// The menu, whatever a visitor may do; the model that ran ends.
    void leaveForMenu();
    const Behaviour& behaviour() const { return m_behaviour; }
    void showNotice(const QString& title, const QString& text);
    /// What happened since the last start and the warnings of this life, as long as nobody was shown them.
    const Sentence& notice() const { return m_notice; }

    // Services first: they outlive the flows.
    ui::MainWindow window;
    worker::ModelService service;
    memory::MemoryMonitor monitor{memory::SystemRoot::fromEnvironment()};
    worker::CatalogService catalog;
    Models models;
    MemoryUsersWatch users;
    VisitorRights rights;

    MemoryFlow memory;
    MenuFlow menu;
    LoadFlow load;
    SourceFlow source;
    CaptionFlow captions;
    LiveFlow live;
    FailureFlow failure;
    ReadinessFlow readiness;
    OpenFlow open;
    RecoveryFlow recovery;
    IdleWatch idle;
    SpeechFlow speech;
    AttractFlow attract;
    HistoryFlow history;
    StatisticsFlow statistics;
    HelpFlow help;
    ScreenAwake awake;
    Rest rest;

Q_SIGNALS:
    void menuReady(); ///< the first scan is over
    void wantedFailed(const nanocap::Failure& failure);

private:
    void joinMenu();
    void joinLoad();
    void joinCaptions();
    void joinFailure();
    void joinOpen();
    void joinRecovery();
    void joinSpeech();
    void takeCatalog(const worker::CatalogSnapshot& snapshot);
    void loadWanted(const Result<std::string>& wanted);
    void showWanted(const worker::CatalogSnapshot& snapshot);
    void openModel(const QString& path);
    void openSource(const QString& uri);
    void leaveModel();
    void showLoaded();
    void showStartNotice();
    void loadAgain(const std::string& path);
};

} // namespace nanocap::app
