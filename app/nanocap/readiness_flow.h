// SPDX-License-Identifier: Apache-2.0
// ReadinessFlow: is this machine ready: nanocapctl doctor's checks on a page of their own. GUI thread; the
// checks run in a thread beside it.
#pragma once

#include "app/nanocap/behaviour.h"

#include <QObject>

namespace nanocap::ui {
class MainWindow;
class ReadinessPage;
} // namespace nanocap::ui

namespace nanocap::app {

class ReadinessFlow : public QObject
{
    Q_OBJECT
public:
    ReadinessFlow(ui::MainWindow& window, const Behaviour& behaviour);
    /// Over the page in view; the checks begin.
    void open();

private:
    void check();

    ui::MainWindow& m_window;
    const Behaviour& m_behaviour;
    ui::ReadinessPage* m_page;
};

} // namespace nanocap::app
