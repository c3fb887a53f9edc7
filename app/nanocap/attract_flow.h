// SPDX-License-Identifier: Apache-2.0
// AttractFlow: what a kiosk does while nobody is there: the attract view over whatever page is in view,
// dimmed at night. GUI thread.
#pragma once

#include "app/nanocap/attract_cards.h"
#include "app/nanocap/dimmer.h"
#include "app/settings/night_hours.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace nanocap::ui {
class MainWindow;
class NightShade;
} // namespace nanocap::ui

namespace nanocap::app {

class AttractFlow : public QObject
{
    Q_OBJECT
public:
    /// `sys` and `clock` are the machine's unless a test has its own.
    explicit AttractFlow(
        ui::MainWindow& window, QString sys = QStringLiteral("/sys"),
        std::function<QTime()> clock = [] { return QTime::currentTime(); });
    /// "22-7"; empty = it is never dimmed.
    void setNight(const QString& hours);
    void setReducedMotion(bool on);

    void begin();
    void end();
    bool isRunning() const { return m_running; }
    bool isDimmed() const;
    /// Whether it is night by now; looked at once a minute while it runs.
    void renewNight();

Q_SIGNALS:
    void ended();

private:
    void showNext();
    void setDim(bool dim);

    ui::MainWindow& m_window;
    const std::function<QTime()> m_clock;
    ui::AttractView* m_view;
    ui::NightShade* m_shade;
    Dimmer m_dimmer;
    std::optional<NightHours> m_night;
    std::unique_ptr<AttractCards> m_cards; ///< only while it runs: a few pictures' memory
    QTimer m_minute;
    bool m_running = false;
};

} // namespace nanocap::app
