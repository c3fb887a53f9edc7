// SPDX-License-Identifier: Apache-2.0
// LoadFlow: a model being loaded: the loading page, and what is known of the last load. GUI thread.
#pragma once

#include "app/nanocap/models.h"
#include "core/memory/monitor.h"
#include "core/session/load_intent.h"
#include "core/worker/model_service.h"
#include "ui/widgets/load_curve.h"

#include <QObject>

namespace nanocap::ui {
class LoadingPage;
class MainWindow;
} // namespace nanocap::ui

namespace nanocap::app {

/// The last load: what was asked for, how it went, and the memory that was measured meanwhile.
struct LastLoad
{
    session::LoadIntent intent;
    load::LoadReport report;
    ui::LoadCurveData curve;
};

class LoadFlow : public QObject
{
    Q_OBJECT
public:
    LoadFlow(ui::MainWindow& window, worker::ModelService& service, memory::MemoryMonitor& monitor,
             Models& models);
    void load(const session::LoadIntent& intent);
    /// The last one once more, under another floor. Nothing when there was none.
    void retry(const load::Floor& floor);
    /// The model that was loaded before the last one. Nothing when there was none.
    void loadPrevious();
    /// The model that was loaded ended by `failure` while it captioned: its report says so from now on.
    void noteDeath(const Failure& failure);

    const std::optional<LastLoad>& lastLoad() const { return m_last; }
    /// What the newest load was asked for.
    const std::optional<session::LoadIntent>& intent() const { return m_intent; }
    /// The last that could be loaded.
    const std::optional<session::LoadIntent>& previous() const { return m_previous; }
    bool isLoading() const { return m_loading; }
    /// Of the load that is under way; nothing else.
    std::optional<Row> runningRow() const { return m_runningRow; }

Q_SIGNALS:
    void began(const nanocap::session::LoadIntent& intent);
    /// The loading page still shows all its rows; loaded or failed follows.
    void ended(const nanocap::load::LoadReport& report);
    void loaded();
    void failed();

private:
    void take(const load::LoadEvent& event);
    void finish(const load::LoadReport& report);

    ui::MainWindow& m_window;
    worker::ModelService& m_service;
    memory::MemoryMonitor& m_monitor;
    Models& m_models;
    ui::LoadingPage* m_page;
    std::optional<session::LoadIntent> m_intent, m_previous;
    std::optional<LastLoad> m_last;
    worker::RequestId m_request = 0;
    std::optional<Row> m_runningRow;
    bool m_loading = false;
};

} // namespace nanocap::app
