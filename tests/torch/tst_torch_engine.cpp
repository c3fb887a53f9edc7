// SPDX-License-Identifier: Apache-2.0
// The in-process engine over a small checkpoint: ten rows, captions, and everything that can be refused.
#include "core/load/encoder_program.h"
#include "core/torch/budget_allocator.h"
#include "core/torch/torch_engine.h"
#include "tests/parity/python_torch.h"

#include "core/load/network_shape.h"
#include "tests/support/verify_result.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

using namespace nanocap;
using torch_engine::TorchEngine;
namespace allocator = torch_engine::budget_allocator;

namespace {

class Checkpoints : public testing::Environment
{
public:
    static inline Checkpoints* instance = nullptr;
    QTemporaryDir folder;
    QString problem;

    void SetUp() override
    {
        instance = this;
        problem = test::runWithTorch(QStringLiteral(NANOCAP_MAKE_CHECKPOINTS), {folder.path()});
    }
    std::string path(const char* name) const { return folder.filePath(QLatin1String(name)).toStdString(); }
    /// A copy of small.pth that a test may spoil.
    std::string copy(const char* name) const
    {
        QFile::remove(folder.filePath(QLatin1String(name)));
        QFile::copy(folder.filePath(QStringLiteral("small.pth")), folder.filePath(QLatin1String(name)));
        return path(name);
    }
};
const auto* const registered = testing::AddGlobalTestEnvironment(new Checkpoints);

engine::LoadRequest requestFor(const std::string& path)
{
    engine::LoadRequest request;
    request.path = request.displayName = path;
    request.threads = 2;
    return request;
}

class Engine : public testing::Test
{
protected:
    void SetUp() override
    {
        const QString& problem = Checkpoints::instance->problem;
        if (problem.startsWith(QLatin1String("SKIP")))
            GTEST_SKIP() << problem.toStdString();
        ASSERT_TRUE(problem.isEmpty()) << problem.toStdString();
        request = requestFor(Checkpoints::instance->path("small.pth"));
        for (std::size_t i = 0; i < picture.size(); ++i)
            picture[i] = static_cast<std::uint8_t>(i * i >> 7);
    }
    void TearDown() override { allocator::failAllocation(0); }

    /// The rows up to and including `last`; the failure of the first that fails.
    static std::optional<Failure> load(TorchEngine& engine, const engine::LoadRequest& request,
                                       Row last = Row::Cleanup, const engine::Progress& progress = {})
    {
        for (const Row row : allRows) {
            if (auto outcome = engine.run(row, request, progress); !outcome)
                return outcome.error();
            if (row == last)
                break;
        }
        return {};
    }
    engine::ImageView view() const { return {picture.data(), 224, 224, 3 * 224}; }
    std::vector<std::int64_t> tokens(const engine::LoadRequest& wanted) const
    {
        TorchEngine engine;
        if (const auto failure = load(engine, wanted)) {
            ADD_FAILURE() << failure->message.text() << " " << failure->detail;
            return {};
        }
        const auto caption = engine.caption(view(), {});
        return caption ? caption->tokens : std::vector<std::int64_t>();
    }

    engine::LoadRequest request;
    std::vector<std::uint8_t> picture = std::vector<std::uint8_t>(224 * 224 * 3);
};

TEST_F(Engine, TenRowsThenACaption)
{
    TorchEngine engine;
    Bytes tensors;
    for (const Row row : allRows) {
        const auto outcome = engine.run(row, request, {});
        ASSERT_RESULT(outcome) << codeOf(row);
        EXPECT_FALSE(outcome->message.empty()) << codeOf(row);
        ASSERT_TRUE(outcome->rss && outcome->peakRss) << codeOf(row);
        EXPECT_LE(*outcome->rss, *outcome->peakRss) << codeOf(row);
        EXPECT_EQ(outcome->baselineRss.has_value(), row == Row::Class);
        EXPECT_EQ(outcome->runtime.has_value(), row == Row::Class);
        const bool cleans = row == Row::Cleanup1 || row == Row::Cleanup2 || row == Row::Cleanup;
        EXPECT_EQ(outcome->regained.has_value(), cleans) << codeOf(row);
        if (row < Row::Build)
            EXPECT_EQ(outcome->tensorBytes, Bytes()) << codeOf(row);
        else
            EXPECT_GT(outcome->tensorBytes, Bytes::fromKilobytes(300)) << codeOf(row);
        tensors = outcome->tensorBytes;
    }
    engine::CaptionOptions options;
    options.attention = true;
    const auto caption = engine.caption(view(), options);
    ASSERT_RESULT(caption);
    ASSERT_GE(caption->tokens.size(), 1u);
    ASSERT_LE(caption->tokens.size(), 50u);
    EXPECT_EQ(caption->words.size(), caption->tokens.size());
    EXPECT_EQ(caption->probabilities.size(), caption->tokens.size());
    ASSERT_EQ(caption->attention.size(), caption->tokens.size());
    for (std::size_t i = 0; i < caption->tokens.size(); ++i) {
        EXPECT_GT(caption->probabilities[i], 1.0f / 120) << "the likeliest of 120 words";
        EXPECT_LE(caption->probabilities[i], 1.0f);
        ASSERT_EQ(caption->attention[i].size(), 49u);
        float sum = 0;
        for (const float weight : caption->attention[i])
            sum += weight;
        EXPECT_NEAR(sum, 1.0f, 1e-4);
    }
    EXPECT_GT(caption->encodeMs, 0);
    EXPECT_GT(caption->decodeMs, 0);
    EXPECT_EQ(allocator::used(), tensors) << "a caption leaves no tensor behind";
    EXPECT_TRUE(engine.caption(view(), {})->attention.empty());

    ASSERT_TRUE(engine.cleanUp());
    engine.end();
    engine.end();
    EXPECT_EQ(allocator::used(), Bytes()) << "nothing is left after the end";
    EXPECT_FALSE(engine.caption(view(), {}));
}

TEST_F(Engine, RowsComeInOrder)
{
    TorchEngine engine;
    const auto early = engine.run(Row::Build, request, {});
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().code, "ENGINE_ERROR");
    EXPECT_EQ(early.error().row, Row::Build);
    const auto caption = engine.caption(view(), {});
    ASSERT_FALSE(caption);
    EXPECT_EQ(caption.error().code, "ENGINE_ERROR");
    EXPECT_FALSE(load(engine, request)) << "and the right order still works";
}

TEST_F(Engine, ExactlyAsManyWordsAsABenchmarkAsksFor)
{
    TorchEngine engine;
    ASSERT_FALSE(load(engine, request));
    engine::CaptionOptions options;
    for (const int words : {1, 20, 77}) {
        options.exactWords = words;
        EXPECT_EQ(engine.caption(view(), options)->tokens.size(), static_cast<std::size_t>(words));
    }
}

TEST_F(Engine, ABadPictureIsAnInputFailureAndTheNextOneIsCaptioned)
{
    TorchEngine engine;
    ASSERT_FALSE(load(engine, request));
    const auto bad = engine.caption({picture.data(), 224, 224, 100}, {});
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().failureClass, FailureClass::Input);
    EXPECT_TRUE(engine.caption(view(), {}));
}

TEST_F(Engine, PackedPrecisionsSetAsideWhatTheyPromise)
{
    const auto opened = checkpoint::open(request.path);
    ASSERT_RESULT(opened);
    const auto network = load::deriveNetwork(*opened);
    ASSERT_RESULT(network);
    Bytes before = Bytes::fromMegabytes(1000);
    for (const engine::Precision precision :
         {engine::Precision::Fp32, engine::Precision::Fp16, engine::Precision::Int8}) {
        request.precision = precision;
        TorchEngine engine;
        ASSERT_FALSE(load(engine, request, Row::Build));
        const load::BindingBytes bytes = bindingBytes(*opened, *network, precision);
        const Bytes activations = load::encoderProgram(*network).activationBytes;
        const Bytes rounding = Bytes::fromKilobytes(16); // the heap rounds 200 blocks up
        Bytes promised = bytes.bound + bytes.transient + activations;
        EXPECT_GE(allocator::used(), promised);
        EXPECT_LE(allocator::used(), promised + rounding);
        ASSERT_TRUE(engine.run(Row::Eval, request, {}) && engine.run(Row::Cleanup2, request, {}) &&
                    engine.run(Row::Weights, request, {}));
        promised = bytes.bound + activations;
        EXPECT_GE(allocator::used(), promised) << "as it was read the encoder is gone";
        EXPECT_LE(allocator::used(), promised + rounding);
        EXPECT_LT(allocator::used(), before);
        before = allocator::used();
    }
}

TEST_F(Engine, AModelOverTheBudgetIsRefusedBeforeAWeightIsRead)
{
    TorchEngine engine;
    request.tensorBudget = Bytes::fromKilobytes(200);
    const auto failure = load(engine, request);
    ASSERT_TRUE(failure);
    EXPECT_EQ(failure->code, "MEMORY");
    EXPECT_EQ(failure->failureClass, FailureClass::Guard);
    EXPECT_EQ(failure->row, Row::Build);
    EXPECT_EQ(failure->available, request.tensorBudget);
    ASSERT_TRUE(failure->required);
    EXPECT_GT(*failure->required, request.tensorBudget);
    EXPECT_THAT(failure->message.text(), testing::HasSubstr("the engine may use 0.2 MB"));

    request.tensorBudget = Bytes::fromMegabytes(64);
    EXPECT_FALSE(tokens(request).empty());
}

TEST_F(Engine, ARefusalOnRequestNamesTheRow)
{
    TorchEngine engine;
    ASSERT_FALSE(load(engine, request, Row::Eval));
    for (const Row row : {Row::Class, Row::Weights, Row::Cleanup}) {
        const Failure failure = engine.refuseAllocation(row);
        EXPECT_EQ(failure.code, "MEMORY");
        EXPECT_EQ(failure.row, row);
    }
    EXPECT_RESULT(engine.run(Row::Cleanup2, request, {})) << "the engine itself goes on";
}

TEST_F(Engine, WhicheverAllocationFailsTheFailureIsCleanAndTheNextLoadWorks)
{
    const std::vector<std::int64_t> good = tokens(request);
    ASSERT_FALSE(good.empty());
    const std::int64_t before = allocator::allocations();
    ASSERT_EQ(tokens(request), good);
    const std::int64_t count = allocator::allocations() - before;
    ASSERT_GT(count, 200);
    for (std::int64_t n = 1; n <= count; ++n) {
        SCOPED_TRACE("allocation " + std::to_string(n) + " of " + std::to_string(count));
        {
            TorchEngine engine;
            allocator::failAllocation(n);
            std::optional<Failure> failure = load(engine, request);
            if (!failure) {
                auto caption = engine.caption(view(), {});
                ASSERT_FALSE(caption) << "nothing was refused";
                failure = std::move(caption.error());
            } else {
                EXPECT_TRUE(failure->row);
            }
            ASSERT_EQ(failure->code, "MEMORY") << failure->message.text() << " " << failure->detail;
            ASSERT_EQ(failure->failureClass, FailureClass::Guard);
        }
        ASSERT_EQ(allocator::used(), Bytes()) << "everything is given back";
        if (n % 16 == 0 || n == count) {
            ASSERT_EQ(tokens(request), good);
        }
    }
}

TEST_F(Engine, ProgressTellsEveryByteAndAtLeastEveryMegabyte)
{
    std::vector<Bytes> told;
    Bytes whole;
    TorchEngine engine;
    ASSERT_FALSE(load(engine, request, Row::Weights, [&](Bytes done, Bytes total) {
        told.push_back(done);
        whole = total;
        return true;
    }));
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back(), whole);
    for (std::size_t i = 0; i < told.size(); ++i) {
        const Bytes step = told[i] - (i ? told[i - 1] : Bytes());
        EXPECT_GT(step, Bytes());
        EXPECT_LE(step, Bytes::fromMegabytes(1));
    }
}

TEST_F(Engine, StoppedHalfwayIsCancelled)
{
    TorchEngine engine;
    const auto failure =
        load(engine, request, Row::Cleanup, [](Bytes done, Bytes total) { return done < total / 2; });
    ASSERT_TRUE(failure);
    EXPECT_EQ(failure->code, "CANCELLED");
    EXPECT_EQ(failure->failureClass, FailureClass::Cancelled);
    EXPECT_EQ(failure->row, Row::Weights);
    EXPECT_FALSE(tokens(request).empty());
}

TEST_F(Engine, AFlippedBitInAWeightIsAChecksumFailure)
{
    const std::string path = Checkpoints::instance->copy("flipped.pth");
    const auto opened = checkpoint::open(path, checkpoint::Verify::Never);
    ASSERT_RESULT(opened);
    const checkpoint::Tensor* const tensor = opened->find("decoder.fc.weight");
    ASSERT_NE(tensor, nullptr);
    QFile file(QString::fromStdString(path));
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    ASSERT_TRUE(file.seek(static_cast<qint64>(opened->storages[tensor->storage].fileOffset) + 40));
    char byte = 0;
    ASSERT_TRUE(file.peek(&byte, 1) == 1 && file.putChar(static_cast<char>(byte ^ 1)));
    file.close();

    TorchEngine engine;
    const auto failure = load(engine, requestFor(path));
    ASSERT_TRUE(failure);
    EXPECT_EQ(failure->code, "CHECKSUM");
    EXPECT_EQ(failure->row, Row::Weights);
}

TEST_F(Engine, AFileThatShrinksWhileItIsReadHasChanged)
{
    const std::string path = Checkpoints::instance->copy("shrinking.pth");
    TorchEngine engine;
    const auto failure = load(engine, requestFor(path), Row::Cleanup,
                              [&](Bytes, Bytes) { return QFile(QString::fromStdString(path)).resize(1000); });
    ASSERT_TRUE(failure);
    EXPECT_EQ(failure->code, "CHANGED");
    EXPECT_EQ(failure->row, Row::Weights);
}

struct Bad
{
    const char *file, *code, *subject;
    Row row;
};

TEST_F(Engine, BadWeightsAreRefusedByName)
{
    const Bad table[] = {{"nan.pth", "WEIGHT_NAN", "decoder.fc.weight", Row::Weights},
                         {"infinite.pth", "WEIGHT_NAN", "encoder.3.block.1.1.running_var", Row::Weights},
                         {"missing.pth", "SHAPE", "decoder.init_h.bias", Row::Checkpoint}};
    for (const Bad& bad : table) {
        for (const engine::Precision precision :
             {engine::Precision::Fp32, engine::Precision::Fp16, engine::Precision::Int8}) {
            engine::LoadRequest wanted = requestFor(Checkpoints::instance->path(bad.file));
            wanted.precision = precision;
            TorchEngine engine;
            const auto failure = load(engine, wanted);
            ASSERT_TRUE(failure) << bad.file;
            EXPECT_EQ(failure->code, bad.code) << bad.file;
            EXPECT_EQ(failure->subject, bad.subject) << bad.file;
            EXPECT_EQ(failure->row, bad.row) << bad.file;
            EXPECT_THAT(failure->message.text(), testing::HasSubstr(bad.subject));
        }
    }
}

TEST_F(Engine, AFileThatIsNotThereIsACheckpointFailure)
{
    TorchEngine engine;
    const auto failure = load(engine, requestFor(Checkpoints::instance->path("nothing.pth")));
    ASSERT_TRUE(failure);
    EXPECT_EQ(failure->code, "FILE_OPEN");
    EXPECT_EQ(failure->row, Row::Checkpoint);
}

} // namespace
