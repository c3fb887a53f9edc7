// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/source_flow.h"

#include "app/sources/source_factory.h"
#include "app/sources/source_uri.h"
#include "core/base/path_text.h"
#include "ui/main_window.h"
#include "ui/sheets/source_sheet.h"
#include "ui/widgets/title_bar.h"

namespace nanocap::app {

using captions::SourceState;
using sources::FrameSource;

namespace {
ui::SourceName nameOf(const QString& uri, bool isCamera)
{
    if (isCamera)
        return ui::SourceName::Camera;
    const auto parsed = sources::parseSourceUri(uri);
    switch (parsed ? parsed->kind : sources::SourceKind::Cards) {
    case sources::SourceKind::Images:
        return ui::SourceName::Pictures;
    case sources::SourceKind::Cards:
        return ui::SourceName::Cards;
    default:
        return ui::SourceName::Film;
    }
}
} // namespace

SourceFlow::SourceFlow(ui::MainWindow& window, sources::SourceOptions options)
    : m_window(window), m_options(std::move(options))
{
    connect(this, &SourceFlow::stateChanged, m_window.titleBar(),
            [this](SourceState state, const Sentence&, bool isCamera) {
                m_window.titleBar()->setSource(state, nameOf(m_uri, isCamera));
            });
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
        tell(SourceState::Failed, source.error().message);
        Q_EMIT failed(source.error());
        return;
    }
    m_source = std::move(*source);
    connect(m_source.get(), &FrameSource::frameReady, this, &SourceFlow::frameArrived);
    connect(m_source.get(), &FrameSource::stateChanged, this,
            [this](SourceState state, const Sentence& text) {
                tell(state, text);
                if (state == SourceState::Failed && m_source->failure())
                    Q_EMIT failed(*m_source->failure());
            });
    connect(m_source.get(), &FrameSource::imageFailed, this, &SourceFlow::itemFailed);
    connect(m_source.get(), &FrameSource::finished, this, &SourceFlow::finished);
    connect(m_source.get(), &FrameSource::deviceOpenChanged, this,
            [this] { tell(m_source->state(), m_source->stateText()); });
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

Failure SourceFlow::problem(std::chrono::seconds waited) const
{
    if (m_source && m_source->failure())
        return *m_source->failure();
    const std::string uri = shownPath(m_uri).toStdString();
    return makeFailure(
        "SOURCE",
        said("Sources", "The source %1 gave no picture within %2 seconds. Check it, or choose another.")
            .with({uri, std::to_string(waited.count())}),
        {}, uri);
}

void SourceFlow::openSheet()
{
    std::vector<ui::SourceOption> sources = ui::usualSources();
    for (ui::SourceOption& source : sources)
        source.current = source.uri == m_uri;
    m_window.sheet()->open(QStringLiteral("source"), ui::sourceSheet(sources, [this](const QString& uri) {
                               setUri(uri);
                               Q_EMIT chosen(uri);
                           }));
}

void SourceFlow::tell(SourceState state, const Sentence& text)
{
    const bool isCamera =
        m_source ? m_source->isCamera()
                 : m_uri.startsWith(QLatin1String("camera:")) || m_uri.startsWith(QLatin1String("csi:"));
    Q_EMIT stateChanged(state, text, isCamera);
}

} // namespace nanocap::app
