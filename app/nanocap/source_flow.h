// SPDX-License-Identifier: Apache-2.0
// SourceFlow: joins the frame source to the window's preview and to the model. GUI thread.
#pragma once

#include "app/sources/frame_source.h"
#include "core/worker/model_service.h"
#include "ui/main_window.h"

#include <QObject>

#include <memory>

namespace nanocap::app {

class SourceFlow : public QObject
{
    Q_OBJECT
public:
    SourceFlow(ui::MainWindow& window, worker::ModelService& service, sources::SourceOptions options);
    /// Takes effect at the next start(), at once when running. Empty = the original's order: CSI, camera,
    /// cards.
    void setUri(const QString& uri);
    const QString& uri() const { return m_uri; }
    void start();
    /// Closes the device.
    void stop();
    bool isRunning() const { return m_running; }
    quint64 frames() const { return m_source ? m_source->frames() : 0; }
    /// After a caption of a picture from a folder: show the next one.
    void advance();

Q_SIGNALS:
    void finished();
    void failed(const nanocap::Failure& failure);
    void itemFailed(const QString& path, const nanocap::Failure& failure);

private:
    void open();
    void showFrame(const captions::Frame& frame);
    void showState(sources::SourceState state, const Sentence& text);

    ui::MainWindow& m_window;
    worker::ModelService& m_service;
    sources::SourceOptions m_options;
    QString m_uri;
    std::unique_ptr<sources::FrameSource> m_source;
    bool m_running = false;
};

} // namespace nanocap::app
