// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/source_flow.h"

#include "app/sources/source_factory.h"
#include "app/sources/source_uri.h"

namespace nanocap::app {

namespace {

ui::SourceState toWindow(sources::SourceState state)
{
    switch (state) {
    case sources::SourceState::Off:
        return ui::SourceState::Off;
    case sources::SourceState::Starting:
        return ui::SourceState::Starting;
    case sources::SourceState::On:
        return ui::SourceState::On;
    case sources::SourceState::Busy:
        return ui::SourceState::Busy;
    case sources::SourceState::NoFrames:
        return ui::SourceState::NoFrames;
    case sources::SourceState::Unplugged:
        return ui::SourceState::Unplugged;
    case sources::SourceState::Finished:
        return ui::SourceState::Finished;
    case sources::SourceState::Failed:
        return ui::SourceState::None;
    }
    return ui::SourceState::None;
}

} // namespace

SourceFlow::SourceFlow(ui::MainWindow& window, worker::ModelService& service, sources::SourceOptions options)
    : m_window(window), m_service(service), m_options(std::move(options))
{
}

void SourceFlow::setUri(const QString& uri)
{
    m_uri = uri;
    m_source.reset();
    if (m_running)
        start();
}

void SourceFlow::open()
{
    if (m_uri.isEmpty())
        m_uri = sources::defaultSource();
    auto source = sources::createSource(m_uri, m_options);
    if (!source) {
        m_window.setSourceState(ui::SourceState::None, source.error().message, false);
        Q_EMIT failed(source.error());
        return;
    }
    m_source = std::move(*source);
    using sources::FrameSource;
    connect(m_source.get(), &FrameSource::frameReady, this, &SourceFlow::showFrame);
    connect(m_source.get(), &FrameSource::stateChanged, this, &SourceFlow::showState);
    connect(m_source.get(), &FrameSource::imageFailed, this, &SourceFlow::itemFailed);
    connect(m_source.get(), &FrameSource::finished, this, &SourceFlow::finished);
    connect(m_source.get(), &FrameSource::deviceOpenChanged, this,
            [this] { showState(m_source->state(), m_source->stateText()); });
}

void SourceFlow::start()
{
    m_running = true;
    if (!m_source)
        open();
    if (m_source)
        m_source->start();
}

void SourceFlow::stop()
{
    m_running = false;
    if (m_source)
        m_source->stop();
}

void SourceFlow::advance()
{
    if (m_source)
        m_source->advance();
}

void SourceFlow::showFrame(const captions::Frame& frame)
{
    m_window.setFrame(frame.picture);
    m_service.submitFrame(frame);
}

void SourceFlow::showState(sources::SourceState state, const Sentence& text)
{
    const bool isDevice = m_source->isDeviceOpen() || m_uri.startsWith(QLatin1String("camera:")) ||
                          m_uri.startsWith(QLatin1String("csi:"));
    m_window.setSourceState(toWindow(state), text, isDevice);
    if (state == sources::SourceState::Failed && m_source->failure())
        Q_EMIT failed(*m_source->failure());
}

} // namespace nanocap::app
