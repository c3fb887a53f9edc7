// SPDX-License-Identifier: Apache-2.0
// What a load of a large checkpoint takes, measured on the process itself; one load per process, because the
// kernel's high-water mark never falls.
#include "core/torch/torch_engine.h"
#include "tests/parity/python_torch.h"

#include "core/load/network_shape.h"
#include "tests/support/verify_result.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>

using namespace nanocap;

namespace {

/// Loads in a child process; 0 when the peak keeps the promise.
int loadIn(const std::string& path, engine::Precision precision, Bytes weights)
{
    torch_engine::TorchEngine engine;
    engine::LoadRequest request;
    request.path = request.displayName = path;
    request.precision = precision;
    request.threads = 2;
    Bytes baseline;
    for (const Row row : allRows) {
        const auto outcome = engine.run(row, request, {});
        if (!outcome || !outcome->peakRss) {
            std::fprintf(stderr, "%s: %s\n", std::string(codeOf(row)).c_str(),
                         outcome ? "no peak" : outcome.error().message.text().c_str());
            return 2;
        }
        if (row == Row::Class)
            baseline = *outcome->baselineRss;
        if (row != Row::Cleanup)
            continue;
        const Bytes took = *outcome->peakRss - baseline;
        const Bytes promised = weights + weights / 4 + Bytes::fromMegabytes(20);
        std::printf("%s %s: weights %s, took %s at its peak, promised %s\n", path.c_str(),
                    std::string(nameOf(precision)).c_str(), toText(weights).c_str(), toText(took).c_str(),
                    toText(promised).c_str());
        std::fflush(stdout);
        return took <= promised ? 0 : 1;
    }
    return 3;
}

TEST(LoadMemory, PeakStaysWithinAQuarterAboveTheWeights)
{
    QTemporaryDir folder;
    const QString problem =
        test::runWithTorch(QStringLiteral(NANOCAP_MAKE_CHECKPOINTS), {folder.path(), QStringLiteral("big")});
    if (problem.startsWith(QLatin1String("SKIP")))
        GTEST_SKIP() << problem.toStdString();
    ASSERT_TRUE(problem.isEmpty()) << problem.toStdString();

    using engine::Precision;
    const std::pair<const char*, Precision> loads[] = {{"big.pth", Precision::Fp32},
                                                       {"big_half.pth", Precision::Fp32},
                                                       {"big.pth", Precision::Fp16},
                                                       {"big.pth", Precision::Int8}};
    for (const auto& [name, precision] : loads) {
        const std::string path = folder.filePath(QLatin1String(name)).toStdString();
        const auto opened = checkpoint::open(path, checkpoint::Verify::Never);
        ASSERT_RESULT(opened);
        const auto network = load::deriveNetwork(*opened);
        ASSERT_RESULT(network);
        const Bytes bound = bindingBytes(*opened, *network, precision).bound;
        const pid_t child = fork();
        if (child == 0)
            _exit(loadIn(path, precision, bound));
        int status = 0;
        ASSERT_EQ(waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFEXITED(status));
        EXPECT_EQ(WEXITSTATUS(status), 0) << name << " as " << nameOf(precision);
    }
}

} // namespace
