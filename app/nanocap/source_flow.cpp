// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/source_flow.h"

#include "app/sources/camera_list.h"
#include "app/sources/source_factory.h"
#include "app/sources/source_uri.h"
#include "core/base/path_text.h"
#include "core/session/recovery_ladder.h"
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
    m_reopen.setSingleShot(true);
    connect(&m_reopen, &QTimer::timeout, this, [this] {
        m_source.reset();
        if (m_running)
            start();
    });
}

void SourceFlow::setUri(const QString& uri)
{
    m_uri = uri;
    m_source.reset();
    m_reopen.stop();
    m_failures = 0;
    endStandIn();
    if (m_running)
        start();
}

void SourceFlow::setOrientation(sources::Orientation orientation)
{
    m_options.orientation = orientation;
    if (m_source)
        m_source->setOrientation(orientation);
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
    m_source->setPace(m_pace);
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
    m_reopen.stop();
    endStandIn();
    if (m_source)
        m_source->stop();
}

void SourceFlow::setPace(sources::Pace pace)
{
    m_pace = pace;
    if (m_source)
        m_source->setPace(pace);
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

std::vector<ui::SourceOption> SourceFlow::choices() const
{
    std::vector<ui::SourceOption> cameras;
    for (const sources::NamedCamera& camera : sources::connectedCameras())
        cameras.push_back({camera.uri, camera.name, camera.isFirst && m_uri == QLatin1String("camera:")});
    return ui::sourceOptions(cameras, m_uri);
}

void SourceFlow::openSheet(bool mayBrowse)
{
    ui::SheetContent sheet = ui::sourceSheet(choices(), [this](const QString& uri) {
        setUri(uri);
        Q_EMIT chosen(uri);
    });
    if (mayBrowse)
        sheet.actions.push_back({QStringLiteral("browse"), tr("Open a film or pictures\u2026"),
                                 ui::Icon::Folder, false, [this] { Q_EMIT browseRequested(); }});
    m_window.sheet()->open(QStringLiteral("source"), sheet);
}

void SourceFlow::tell(SourceState state, const Sentence& text)
{
    const bool isCamera =
        m_source ? m_source->isCamera()
                 : m_uri.startsWith(QLatin1String("camera:")) || m_uri.startsWith(QLatin1String("csi:"));
    m_state = state;
    m_stateText = text;
    // While the cards stand in, the window shows them and not each attempt of the source.
    if (m_standIn && state != SourceState::On && state != SourceState::Off) {
        goOn(state);
        return;
    }
    endStandIn();
    Q_EMIT stateChanged(state, text, isCamera);
    goOn(state);
}

void SourceFlow::goOn(SourceState state)
{
    if (state == SourceState::On)
        m_failures = 0;
    if (!m_unceasing || !m_running)
        return;
    const bool silent = state == SourceState::Busy || state == SourceState::NoFrames ||
                        state == SourceState::Unplugged || state == SourceState::Failed;
    if (silent && !m_standIn)
        beginStandIn();
    if (state == SourceState::Failed && !m_reopen.isActive())
        m_reopen.start(session::RecoveryLadder::waitAfter(++m_failures));
    else if (state == SourceState::Finished)
        m_reopen.start(session::RecoveryLadder::waitAfter(1));
}

void SourceFlow::beginStandIn()
{
    auto cards = sources::createSource(QStringLiteral("cards:"), m_options);
    if (!cards || m_uri == QLatin1String("cards:"))
        return;
    m_standIn = std::move(*cards);
    connect(m_standIn.get(), &FrameSource::frameReady, this, &SourceFlow::frameArrived);
    connect(m_standIn.get(), &FrameSource::stateChanged, this,
            [this](SourceState state, const Sentence& text) { Q_EMIT stateChanged(state, text, false); });
    m_standIn->start();
    Q_EMIT standInChanged(true);
}

void SourceFlow::endStandIn()
{
    if (!m_standIn)
        return;
    // It may be what is calling: its pictures end now, the object later.
    m_standIn->disconnect(this);
    m_standIn->stop();
    m_standIn.release()->deleteLater();
    // What was said of a card says nothing of what is there now.
    Q_EMIT stateChanged(m_running ? SourceState::Starting : SourceState::Off, {}, false);
    Q_EMIT standInChanged(false);
}

} // namespace nanocap::app
