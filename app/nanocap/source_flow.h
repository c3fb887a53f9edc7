// SPDX-License-Identifier: Apache-2.0
// SourceFlow: the only owner of the picture source: which one, opened when, its state in the title bar, and
// the sheet in which another is chosen. GUI thread.
#pragma once

#include "app/sources/frame_source.h"
#include "ui/sheets/source_sheet.h"

#include <QObject>

#include <QTimer>

#include <memory>

namespace nanocap::ui {
class MainWindow;
}

namespace nanocap::app {

class SourceFlow : public QObject
{
    Q_OBJECT
public:
    SourceFlow(ui::MainWindow& window, sources::SourceOptions options);
    /// Takes effect at the next start(), at once when running. Empty = the original's order: CSI, camera,
    /// cards.
    void setUri(const QString& uri);
    const QString& uri() const { return m_uri; }
    /// For a kiosk: while the source gives no pictures the cards stand in, and it is never given up: what
    /// failed or ended is opened again, after 2, 5, 15, 60 s, then every five minutes.
    void setUnceasing(bool on) { m_unceasing = on; }
    /// What the source itself says, whatever stands in for it.
    captions::SourceState state() const { return m_state; }
    const Sentence& stateText() const { return m_stateText; }
    bool isStandIn() const { return m_standIn != nullptr; }
    /// What follows the scheme: a file, a folder, a camera's name.
    QString place() const { return m_uri.section(QLatin1Char(':'), 1); }
    /// Of the camera's picture, from the next one on.
    void setOrientation(sources::Orientation orientation);
    void start();
    /// Closes the device.
    void stop();
    /// Whether it goes on by itself for ever, as a camera or a pipeline does.
    bool isLive() const { return m_source && m_source->isLive(); }
    /// Whether its pictures come from a sensor, whose noise makes each different from the one before.
    /// PipeWire hands out screens as well as cameras.
    bool hasSensor() const
    {
        return m_source && m_source->isCamera() && !m_uri.contains(QLatin1String("pipewiresrc"));
    }
    /// Of live sources.
    void setPace(sources::Pace pace);
    /// Why no picture came for so long.
    Failure problem(std::chrono::seconds waited) const;
    quint64 frames() const { return m_source ? m_source->frames() : 0; }
    /// After a caption of a picture from a folder: show the next one.
    void advance();
    /// What pictures can come from here, the one in use marked.
    std::vector<ui::SourceOption> choices() const;
    /// `mayBrowse`: also for a film or a folder of pictures, which a visitor of a kiosk may not.
    void openSheet(bool mayBrowse);

Q_SIGNALS:
    void frameArrived(const nanocap::captions::Frame& frame);
    /// `isCamera` false for films, pictures and cards: no device is open then. `text` explains trouble.
    void stateChanged(nanocap::captions::SourceState state, const nanocap::Sentence& text, bool isCamera);
    void finished();
    void standInChanged(bool on); ///< the cards are shown instead
    void failed(const nanocap::Failure& failure);
    void itemFailed(const QString& path, const nanocap::Failure& failure);
    void chosen(const QString& uri); ///< by the person, in the sheet
    void browseRequested();          ///< for a film or a folder of pictures

private:
    void open();
    void tell(captions::SourceState state, const Sentence& text);
    void beginStandIn();
    void endStandIn();
    void goOn(captions::SourceState state);

    ui::MainWindow& m_window;
    sources::SourceOptions m_options;
    QString m_uri;
    std::unique_ptr<sources::FrameSource> m_source;
    sources::Pace m_pace = sources::Pace::Full;
    bool m_running = false;
    bool m_unceasing = false;
    std::unique_ptr<sources::FrameSource> m_standIn;
    captions::SourceState m_state = captions::SourceState::Off;
    Sentence m_stateText;
    QTimer m_reopen;
    int m_failures = 0; ///< in a row
};

} // namespace nanocap::app
