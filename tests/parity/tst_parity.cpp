// SPDX-License-Identifier: Apache-2.0
// The engine against PyTorch: checkpoints are made by Debian's python3-torch while the test runs, captioned
// by both, and compared word by word, number by number.
#include "core/torch/torch_engine.h"
#include "tests/parity/python_torch.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cstdio>

using namespace nanocap;

namespace {

/// What make_reference.py wrote; made once for all rows.
class Reference : public testing::Environment
{
public:
    static inline Reference* instance = nullptr;
    QTemporaryDir folder;
    QJsonObject cases;
    QString problem; ///< empty, "SKIP: …" or what failed

    void SetUp() override
    {
        instance = this;
        problem =
            test::runWithTorch(QStringLiteral(NANOCAP_PARITY_DIR "/make_reference.py"), {folder.path()});
        if (!problem.isEmpty())
            return;
        QFile file(folder.filePath(QStringLiteral("reference.json")));
        if (!file.open(QIODevice::ReadOnly))
            problem = QStringLiteral("reference.json is missing");
        const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
        for (const QJsonValue value : all[QStringLiteral("cases")].toArray())
            cases.insert(value[QStringLiteral("name")].toString(), value);
    }
};

const auto* const registered = testing::AddGlobalTestEnvironment(new Reference);

engine::LoadRequest requestFor(const QJsonObject& reference)
{
    engine::LoadRequest request;
    request.displayName = reference[QStringLiteral("file")].toString().toStdString();
    request.path =
        Reference::instance->folder.filePath(reference[QStringLiteral("file")].toString()).toStdString();
    request.precision =
        *engine::precisionFromName(reference[QStringLiteral("precision")].toString().toStdString());
    request.threads = 2;
    return request;
}

void expectSame(const engine::Caption& caption, const QJsonObject& said, double tolerance)
{
    EXPECT_EQ(QString::fromStdString(caption.text), said[QStringLiteral("text")].toString());
    const QJsonArray tokens = said[QStringLiteral("tokens")].toArray();
    const QJsonArray words = said[QStringLiteral("words")].toArray();
    const QJsonArray probabilities = said[QStringLiteral("probabilities")].toArray();
    const QJsonArray attention = said[QStringLiteral("attention")].toArray();
    ASSERT_EQ(caption.tokens.size(), static_cast<std::size_t>(tokens.size()));
    ASSERT_EQ(caption.attention.size(), caption.tokens.size());
    double worstProbability = 0, worstAttention = 0;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        ASSERT_EQ(caption.tokens[at], tokens[i].toInteger()) << "word " << i;
        ASSERT_EQ(QString::fromStdString(caption.words[at]), words[i].toString());
        worstProbability =
            std::max(worstProbability, std::abs(caption.probabilities[at] - probabilities[i].toDouble()));
        const QJsonArray weights = attention[i].toArray();
        ASSERT_EQ(caption.attention[at].size(), static_cast<std::size_t>(weights.size()));
        for (qsizetype p = 0; p < weights.size(); ++p) {
            const double ours = caption.attention[at][static_cast<std::size_t>(p)];
            worstAttention = std::max(worstAttention, std::abs(ours - weights[p].toDouble()));
        }
    }
    EXPECT_LE(worstProbability, tolerance);
    EXPECT_LE(worstAttention, tolerance);
    std::printf("  %2d words, probabilities within %.1e, attention within %.1e\n",
                static_cast<int>(tokens.size()), worstProbability, worstAttention);
}

struct Case
{
    const char* name;
    const char* sentence;
};
void PrintTo(const Case& one, std::ostream* out)
{
    *out << one.sentence;
}

class Parity : public testing::TestWithParam<Case>
{
};

TEST_P(Parity, SaysWhatPyTorchSays)
{
    const QString& problem = Reference::instance->problem;
    if (problem.startsWith(QLatin1String("SKIP")))
        GTEST_SKIP() << problem.toStdString();
    ASSERT_TRUE(problem.isEmpty()) << problem.toStdString();
    const QJsonObject reference = Reference::instance->cases[QLatin1String(GetParam().name)].toObject();
    ASSERT_FALSE(reference.isEmpty()) << "make_reference.py makes no case " << GetParam().name;

    torch_engine::TorchEngine engine;
    const engine::LoadRequest request = requestFor(reference);
    for (const Row row : allRows) {
        const auto outcome = engine.run(row, request, {});
        ASSERT_TRUE(outcome) << codeOf(row) << ": " << outcome.error().message.text() << " "
                             << outcome.error().detail;
    }
    const QJsonArray captions = reference[QStringLiteral("captions")].toArray();
    ASSERT_GE(captions.size(), 3);
    for (const QJsonValue said : captions) {
        QFile file(Reference::instance->folder.filePath(said[QStringLiteral("picture")].toString()));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray pixels = file.readAll();
        ASSERT_EQ(pixels.size(), 224 * 224 * 3);
        const engine::ImageView view{reinterpret_cast<const std::uint8_t*>(pixels.constData()), 224, 224,
                                     3 * 224};
        engine::CaptionOptions options;
        options.attention = true;
        const auto caption = engine.caption(view, options);
        ASSERT_TRUE(caption) << caption.error().message.text();
        expectSame(*caption, said.toObject(), reference[QStringLiteral("tolerance")].toDouble());
    }
}

INSTANTIATE_TEST_SUITE_P(
    Checkpoints, Parity,
    testing::Values(
        Case{"full", "width 1.0 with the original's sizes"}, Case{"width_050", "width 0.5"},
        Case{"width_075", "width 0.75"}, Case{"width_010", "width 0.1, where block 2 does not expand"},
        Case{"pruned", "pruned sizes, odd everywhere"}, Case{"korean", "Korean words"},
        Case{"tied", "embedding and output share their weights"},
        Case{"views", "all tensors are views of one storage"},
        Case{"strided", "transposed, channels-last and every-second-number tensors"},
        Case{"module", "names with the prefix of DataParallel"}, Case{"extra", "a key nobody needs"},
        Case{"protocol_3", "pickle protocol 3"}, Case{"protocol_4", "pickle protocol 4"},
        Case{"protocol_5", "pickle protocol 5"}, Case{"half_file", "an FP16 file"},
        Case{"bfloat_file", "a BF16 file"}, Case{"double_file", "an FP64 file"},
        Case{"mixed_file", "encoder FP16, decoder FP32"}, Case{"run_as_half", "an FP32 file run as FP16"},
        Case{"run_as_bytes", "an FP32 file run as INT8"}, Case{"tied_bytes", "tied weights run as INT8"},
        Case{"views_half", "views of one storage run as FP16"}),
    [](const testing::TestParamInfo<Case>& c) { return std::string(c.param.name); });

} // namespace
