// SPDX-License-Identifier: Apache-2.0
#include "core/engine/engine_server.h"

#include <unistd.h>

namespace nanocap::engine {

using wire::Kind;

EngineServer::EngineServer(Channel& channel, Engine& engine, std::optional<TestHold> hold,
                           RefuseAllocation refuseAllocation)
    : m_channel(channel), m_engine(engine), m_hold(hold), m_refuseAllocation(std::move(refuseAllocation))
{
}

int EngineServer::serve(const std::string& programVersion)
{
    wire::Hello hello;
    hello.pid = ::getpid();
    hello.program = programVersion;
    m_channel.send(Kind::Hello, hello);
    while (true) {
        const auto received = m_channel.receive(std::chrono::hours(1));
        switch (received.state) {
        case Channel::State::Timeout:
            break;
        case Channel::State::Closed:
            return 0;
        case Channel::State::Corrupt:
            return 1;
        case Channel::State::Message:
            if (!answer(received.message))
                return m_channel.isOpen() ? 1 : 0;
        }
    }
}

bool EngineServer::answer(const wire::Message& message)
{
    const auto outcome = [this](const Result<RowOutcome>& result) {
        return result ? m_channel.send(Kind::Outcome, *result) : m_channel.send(Kind::Failed, result.error());
    };
    switch (message.kind) {
    case Kind::RunRow: {
        const auto request = wire::decode<wire::RunRow>(message.body);
        return request && runRow(*request);
    }
    case Kind::CaptionImage: {
        const auto request = wire::decode<wire::CaptionImage>(message.body);
        if (!request)
            return false;
        const ImageView view{reinterpret_cast<const std::uint8_t*>(request->pixels.constData()),
                             request->width, request->height, request->width * 3};
        const auto caption = m_engine.caption(view, request->options);
        return caption ? m_channel.send(Kind::Captioned, *caption)
                       : m_channel.send(Kind::Failed, caption.error());
    }
    case Kind::CleanUp:
        return outcome(m_engine.cleanUp());
    default:
        return false;
    }
}

bool EngineServer::runRow(const wire::RunRow& request)
{
    if (m_hold && m_hold->row == request.row) {
        if (m_hold->fault != Fault::Alloc)
            play(m_hold->fault);
        return m_channel.send(Kind::Failed, m_refuseAllocation(request.row));
    }
    // Notes are small and the caller reads between them; a note a second would do, one per 4 MB is plenty.
    Bytes lastDone(-1);
    const auto progress = [&](Bytes done, Bytes total) {
        if (done == total || lastDone < Bytes() || done - lastDone >= Bytes::fromMegabytes(4)) {
            lastDone = done;
            return m_channel.send(Kind::Progress, wire::ProgressNote{done, total});
        }
        return m_channel.isOpen();
    };
    const auto result = m_engine.run(request.row, request.request, progress);
    return result ? m_channel.send(Kind::Outcome, *result) : m_channel.send(Kind::Failed, result.error());
}

} // namespace nanocap::engine
