// SPDX-License-Identifier: Apache-2.0
// nanocap-engine: one model for one life, over the socket whose descriptor number is the only argument.
#include "core/engine/engine_server.h"
#include "core/torch/torch_engine.h"

#include <QCoreApplication>

#include <cstdio>
#include <sys/stat.h>

int main(int argc, char* argv[])
{
    using namespace nanocap;
    QCoreApplication application(argc, argv);
    bool isNumber = false;
    const int descriptor = argc == 2 ? QByteArray(argv[1]).toInt(&isNumber) : -1;
    struct stat info = {};
    if (!isNumber || ::fstat(descriptor, &info) != 0 || !S_ISSOCK(info.st_mode)) {
        std::fprintf(stderr,
                     "nanocap-engine is started by nanocap and nanocapctl; it is of no use by itself.\n");
        return ExitUsage;
    }
    engine::Channel channel(descriptor);
    torch_engine::TorchEngine engine;
    engine::EngineServer server(channel, engine, engine::TestHold::fromEnvironment(),
                                [&engine](Row row) { return engine.refuseAllocation(row); });
    return server.serve("nanocap-engine " NANOCAP_VERSION);
}
