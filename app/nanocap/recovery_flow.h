// SPDX-License-Identifier: Apache-2.0
// RecoveryFlow: what happens by itself: the model chosen for the start, and another try after a load, an
// engine or the whole program failed, each after a countdown that can be seen and stopped. In a kiosk there
// is always another try; elsewhere a model that stopped while it captioned is loaded again once. GUI thread;
// says which load is wanted and starts none.
#pragma once

#include "app/nanocap/behaviour.h"
#include "app/nanocap/models.h"
#include "core/session/recovery_ladder.h"
#include "ui/pages/countdown_page.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace nanocap::ui {
class MainWindow;
}

namespace nanocap::app {

class RecoveryFlow : public QObject
{
    Q_OBJECT
public:
    RecoveryFlow(ui::MainWindow& window, const Models& models, const Behaviour& behaviour);
    /// The model of the settings is loaded after a few seconds, unless somebody stops it.
    void beginStart(const std::string& path);
    /// After crashes of the program: the smallest model that fits, in five minutes.
    void beginRest();
    /// True when the next try is shown and comes by itself; false leaves the failure to the failure page.
    bool takeLoadFailure(const std::string& path, const Failure& failure);
    bool takeDeath(const std::string& path, const Failure& failure);
    /// No model was found under the name that was asked for.
    bool takeNotFound(const Failure& failure);
    /// A load begins, whoever asked for it: the countdown is over.
    void noteBegun();
    void noteLoaded(const std::string& path);
    void noteCaption();
    /// Somebody left the captions or the countdown for the menu. A kiosk goes on after a minute without a
    /// touch.
    void noteLeft();

    /// Why captions are not there, until they are again.
    const std::optional<Failure>& failure() const { return m_failure; }
    int failures() const { return m_ladder.failures(); }
    /// Until the next try; empty when none is planned.
    std::optional<std::chrono::milliseconds> timeLeft() const;
    /// The model of the next try; empty when none is planned or it is chosen in the end.
    const std::string& next() const { return m_next; }

Q_SIGNALS:
    void loadRequested(const std::string& path);
    /// Somebody wants no next try. failure() still says what it was about.
    void stopped();
    /// The countdown began, ended or means another model.
    void changed();
    /// No model is there to be tried: look again.
    void modelsWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using Story = ui::CountdownPage::Story;
    void count(Story story, std::chrono::seconds wait);
    void countAfterFailure(std::chrono::seconds wait);
    void end();
    void tick();
    void goNow();
    void stop();
    void showDetails();
    void renewNext();
    std::vector<session::RecoveryCandidate> candidates() const;

    ui::MainWindow& m_window;
    const Models& m_models;
    const Behaviour& m_behaviour;
    ui::CountdownPage* m_page;
    session::RecoveryLadder m_ladder;
    std::optional<Failure> m_failure;
    Story m_story = Story::Start;
    std::string m_next;
    std::optional<qint64> m_dueMs; ///< captions::nowMs
    QTimer m_tick;
    QTimer m_untouched; ///< a kiosk's menu with nobody before it
};

} // namespace nanocap::app
