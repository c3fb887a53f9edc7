// SPDX-License-Identifier: Apache-2.0
// SourceFlow: the only owner of the picture source: which one, opened when, its state in the title bar, and
// the sheet in which another is chosen. GUI thread.
#pragma once

#include "app/sources/frame_source.h"
#include "ui/sheets/source_sheet.h"

#include <QObject>

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
    /// What follows the scheme: a file, a folder, a camera's name.
    QString place() const { return m_uri.section(QLatin1Char(':'), 1); }
    /// Of the camera's picture, from the next one on.
    void setOrientation(sources::Orientation orientation);
    void start();
    /// Closes the device.
    void stop();
    /// Why no picture came for so long.
    Failure problem(std::chrono::seconds waited) const;
    quint64 frames() const { return m_source ? m_source->frames() : 0; }
    /// After a caption of a picture from a folder: show the next one.
    void advance();
    /// What pictures can come from here, the one in use marked.
    std::vector<ui::SourceOption> choices() const;
    void openSheet();

Q_SIGNALS:
    void frameArrived(const nanocap::captions::Frame& frame);
    /// `isCamera` false for films, pictures and cards: no device is open then. `text` explains trouble.
    void stateChanged(nanocap::captions::SourceState state, const nanocap::Sentence& text, bool isCamera);
    void finished();
    void failed(const nanocap::Failure& failure);
    void itemFailed(const QString& path, const nanocap::Failure& failure);
    void chosen(const QString& uri); ///< by the person, in the sheet

private:
    void open();
    void tell(captions::SourceState state, const Sentence& text);

    ui::MainWindow& m_window;
    sources::SourceOptions m_options;
    QString m_uri;
    std::unique_ptr<sources::FrameSource> m_source;
    bool m_running = false;
};

} // namespace nanocap::app
