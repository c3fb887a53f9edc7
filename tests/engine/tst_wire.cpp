// SPDX-License-Identifier: Apache-2.0
#include "core/engine/engine_server.h"
#include "core/engine/wire.h"
#include "tests/support/scripted_engine.h"

#include <gtest/gtest.h>

#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace nanocap;
using namespace nanocap::engine;
using namespace std::chrono_literals;

namespace {

struct SocketPair
{
    int ends[2] = {-1, -1};
    SocketPair() { EXPECT_EQ(0, ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends)); }
};

Caption sampleCaption()
{
    Caption c;
    c.text = "여우";
    c.words = {"여우", "<end>"};
    c.tokens = {42, 2};
    c.probabilities = {0.75F, 0.5F};
    c.attention = {std::vector<float>(49, 0.25F), std::vector<float>(49, 0.125F)};
    c.encodeMs = 4.5;
    c.decodeMs = 2.25;
    return c;
}

} // namespace

TEST(Wire, CaptionSurvivesTheWay)
{
    const auto back = wire::decode<Caption>(wire::encode(sampleCaption()));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->text, "여우");
    EXPECT_EQ(back->words, sampleCaption().words);
    EXPECT_EQ(back->tokens, sampleCaption().tokens);
    EXPECT_EQ(back->probabilities, sampleCaption().probabilities);
    EXPECT_EQ(back->attention, sampleCaption().attention);
    EXPECT_EQ(back->encodeMs, 4.5);
}

TEST(Wire, FailureKeepsWhatIsUnknownUnknown)
{
    Failure f;
    f.failureClass = FailureClass::Guard;
    f.code = "MEMORY";
    f.row = Row::Weights;
    f.required = Bytes(7);
    const auto back = wire::decode<Failure>(wire::encode(f));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->code, "MEMORY");
    EXPECT_EQ(back->row, Row::Weights);
    EXPECT_EQ(back->required, Bytes(7));
    EXPECT_FALSE(back->available);
    EXPECT_FALSE(back->signal);
}

TEST(Wire, SentenceArrivesWithItsArguments)
{
    Failure f =
        makeFailure("IO", said("Load", "%1 of %2").with({"one", said("Load", "two %1").with({"%2"})}));
    f.message += Sentence::verbatim("100 % of it.");
    const QByteArray body = wire::encode(f);
    const auto back = wire::decode<Failure>(body);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->message.text(), "one of two %2 100 % of it.");
    const auto& parts = back->message.parts();
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0].context, "Load");
    EXPECT_EQ(parts[0].pattern, "%1 of %2");
    ASSERT_EQ(parts[0].arguments.size(), 2u);
    EXPECT_EQ(parts[0].arguments[1].parts().at(0).pattern, "two %1");
    EXPECT_TRUE(parts[1].context.empty());
    for (int n = 0; n < body.size(); ++n)
        EXPECT_FALSE(wire::decode<Failure>(body.left(n))) << n << " bytes";
}

TEST(Wire, SentenceNestedWithoutEndIsRefused)
{
    Sentence nested = said("Load", "%1");
    for (int i = 0; i < 10; ++i)
        nested = said("Load", "%1").with({nested});
    EXPECT_FALSE(wire::decode<Failure>(wire::encode(makeFailure("IO", nested))));
}

TEST(Wire, OutcomeSurvivesTheWay)
{
    RowOutcome o;
    o.message = "bound";
    o.tensorBytes = Bytes(123);
    o.regained = Bytes(-5);
    o.notes = {"one", "two"};
    o.runtime = engine::Runtime{"libtorch", "XNNPACK", "AVX2", {"AVX2", "FMA"}, 3};
    const auto back = wire::decode<RowOutcome>(wire::encode(o));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->tensorBytes, Bytes(123));
    EXPECT_EQ(back->regained, Bytes(-5));
    EXPECT_FALSE(back->rss);
    EXPECT_EQ(back->notes, o.notes);
    ASSERT_TRUE(back->runtime);
    EXPECT_EQ(back->runtime->decoder, "AVX2");
    EXPECT_EQ(back->runtime->instructionSets, o.runtime->instructionSets);
    EXPECT_EQ(back->runtime->threads, 3);
}

TEST(Wire, EveryCutBodyIsRefused)
{
    const QByteArray body = wire::encode(wire::RunRow{
        Row::Build,
        {.path = "/m.pth", .displayName = "m.pth", .precision = Precision::Int8, .tensorBudget = Bytes(9)}});
    for (int n = 0; n < body.size(); ++n)
        EXPECT_FALSE(wire::decode<wire::RunRow>(body.left(n))) << n << " bytes";
    EXPECT_FALSE(wire::decode<wire::RunRow>(body + 'x')) << "bytes left over";
    EXPECT_TRUE(wire::decode<wire::RunRow>(body));
}

TEST(Wire, EnumerationPastItsEndIsRefused)
{
    QByteArray body = wire::encode(wire::RunRow{Row::Cleanup, {}});
    body[0] = 10;
    EXPECT_FALSE(wire::decode<wire::RunRow>(body));
}

TEST(Wire, PictureWhoseSizeLiesIsRefused)
{
    wire::CaptionImage image{4, 2, QByteArray(23, '\0'), {}};
    EXPECT_FALSE(wire::decode<wire::CaptionImage>(wire::encode(image)));
    image.pixels = QByteArray(24, '\0');
    EXPECT_TRUE(wire::decode<wire::CaptionImage>(wire::encode(image)));
    image.width = 0;
    EXPECT_FALSE(wire::decode<wire::CaptionImage>(wire::encode(image)));
}

TEST(Channel, MessageArrivesWholeAndEndIsNoticed)
{
    SocketPair sockets;
    Channel here(sockets.ends[0]);
    {
        Channel there(sockets.ends[1]);
        std::thread sender(
            [&] { EXPECT_TRUE(here.send(wire::Kind::Captioned, QByteArray(3'000'000, 'p'))); });
        const auto received = there.receive(10s);
        sender.join();
        ASSERT_EQ(received.state, Channel::State::Message);
        EXPECT_EQ(received.message.kind, wire::Kind::Captioned);
        EXPECT_EQ(received.message.body.size(), 3'000'000);
    }
    EXPECT_EQ(here.receive(10s).state, Channel::State::Closed);
}

TEST(Channel, SizeBeyondTheLimitIsCorrupt)
{
    SocketPair sockets;
    Channel here(sockets.ends[0]);
    ASSERT_EQ(4, ::write(sockets.ends[1], "\xff\xff\xff\xff", 4));
    EXPECT_EQ(here.receive(10s).state, Channel::State::Corrupt);
    ::close(sockets.ends[1]);
}

TEST(EngineServer, AnswersRowsAndLeavesAtEndOfFile)
{
    SocketPair sockets;
    tests::ScriptedEngine scripted;
    scripted.progressSteps = {Bytes::fromMegabytes(32), Bytes::fromMegabytes(64)};
    int exitCode = -1;
    std::thread engineThread([&, fd = sockets.ends[1]] {
        Channel channel(fd);
        EngineServer server(channel, scripted, std::nullopt, {});
        exitCode = server.serve("test");
    });
    {
        Channel caller(sockets.ends[0]);
        const auto hello = caller.receive(10s);
        ASSERT_EQ(hello.message.kind, wire::Kind::Hello);
        EXPECT_EQ(wire::decode<wire::Hello>(hello.message.body)->version, wire::version);
        caller.send(wire::Kind::RunRow, wire::RunRow{Row::Build, {}});
        EXPECT_EQ(caller.receive(10s).message.kind, wire::Kind::Progress);
        EXPECT_EQ(caller.receive(10s).message.kind, wire::Kind::Progress);
        EXPECT_EQ(caller.receive(10s).message.kind, wire::Kind::Outcome);
    }
    engineThread.join();
    EXPECT_EQ(exitCode, 0);
    EXPECT_EQ(scripted.calls, std::vector<std::string>{"run BUILD"});
}

TEST(EngineServer, NonsenseEndsIt)
{
    SocketPair sockets;
    tests::ScriptedEngine scripted;
    Channel caller(sockets.ends[0]);
    caller.send(wire::Kind::RunRow, QByteArray("nonsense"));
    Channel channel(sockets.ends[1]);
    EXPECT_EQ(EngineServer(channel, scripted, std::nullopt, {}).serve("test"), 1);
}
