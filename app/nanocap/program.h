// SPDX-License-Identifier: Apache-2.0
// Program: the whole window with everything behind it. Makes services and flows and joins what the flows say:
// loaded, refused, left, died. Holds no page's story of its own. GUI thread.
#pragma once

#include "app/nanocap/behaviour.h"
#include "app/nanocap/caption_flow.h"
#include "app/nanocap/failure_flow.h"
#include "app/nanocap/live_flow.h"
#include "app/nanocap/load_flow.h"
#include "app/nanocap/memory_flow.h"
#include "app/nanocap/menu_flow.h"
#include "app/nanocap/readiness_flow.h"
#include "app/nanocap/screen_awake.h"
#include "app/nanocap/source_flow.h"
#include "core/worker/catalog_service.h"
#include "core/worker/model_service.h"
#include "ui/main_window.h"

#include <QObject>

namespace nanocap::app {

class Program : public QObject
{
    Q_OBJECT

    const Behaviour m_behaviour;
    Sentence m_notice;
    bool m_menuReady = false;

public:
    /// `notice`: for the operator, once: what happened since the last start.
    explicit Program(Behaviour behaviour, sources::SourceOptions sources = {}, Sentence notice = {});
    /// A sample taken before the monitor's first, so that no figure is shown as unknown that is known.
    void showMemory(const memory::MemorySample& sample);
    void showNotice(const QString& title, const QString& text);

    // Services first: they outlive the flows.
    ui::MainWindow window;
    worker::ModelService service;
    memory::MemoryMonitor monitor{memory::SystemRoot::fromEnvironment()};
    worker::CatalogService catalog;
    Models models;
    MemoryUsersWatch users;

    MemoryFlow memory;
    MenuFlow menu;
    LoadFlow load;
    SourceFlow source;
    CaptionFlow captions;
    LiveFlow live;
    FailureFlow failure;
    ReadinessFlow readiness;
    ScreenAwake awake;

Q_SIGNALS:
    void menuReady(); ///< the first scan is over
    void wantedFailed(const nanocap::Failure& failure);

private:
    void joinMenu();
    void joinLoad();
    void joinCaptions();
    void joinFailure();
    void takeCatalog(const worker::CatalogSnapshot& snapshot);
    void loadWanted(const Result<std::string>& wanted);
    void leaveModel();
    void showLoaded();
    void showStartNotice();
};

} // namespace nanocap::app
