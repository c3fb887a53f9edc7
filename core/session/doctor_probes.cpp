// SPDX-License-Identifier: Apache-2.0
#include "core/session/doctor_probes.h"

#include "core/engine/engine_process.h"
#include "core/session/load_session.h"

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>

namespace nanocap::session {

namespace {

doctor::EngineProbe probeEngine()
{
    doctor::EngineProbe probe;
    engine::CancelToken never;
    engine::EngineProcess process({}, never);
    // Row CLASS alone: libtorch is loaded and computes a little; no model is needed for that.
    const auto outcome = process.run(Row::Class, {.tensorBudget = Bytes::fromMegabytes(16)}, {});
    if (!outcome) {
        probe.failure = outcome.error();
        return probe;
    }
    probe.description = outcome->message;
    QFile maps(QStringLiteral("/proc/%1/maps").arg(process.pid()));
    if (maps.open(QIODevice::ReadOnly))
        for (const QByteArray& line : maps.readAll().split('\n'))
            if (const auto slash = line.indexOf('/'); slash >= 0)
                if (const auto file = line.mid(slash).toStdString();
                    probe.mapped.empty() || probe.mapped.back() != file)
                    probe.mapped.push_back(file);
    return probe;
}

bool hasHangulFont()
{
    QProcess fontconfig;
    fontconfig.start(QStringLiteral("fc-list"), {QStringLiteral(":charset=ac00"), QStringLiteral("family")});
    return fontconfig.waitForFinished(5'000) && !fontconfig.readAllStandardOutput().trimmed().isEmpty();
}

std::vector<std::string> speechEngines()
{
    std::vector<std::string> engines;
    const QDir plugins(QLibraryInfo::path(QLibraryInfo::PluginsPath) + QStringLiteral("/texttospeech"));
    for (const QString& file : plugins.entryList({QStringLiteral("libqtexttospeech_*.so")}, QDir::Files)) {
        const QString name = file.mid(20).chopped(3);
        if (name != QLatin1String("mock"))
            engines.push_back(name.toStdString());
    }
    return engines;
}

doctor::ModelCount countModels(const catalog::Folders& folders)
{
    doctor::ModelCount count;
    const auto reading = memory::readMemory();
    for (const auto& card : catalog::scan(folders)) {
        if (!card.problem) {
            ++count.usable;
            const auto plan = planFor(card, engine::Precision::Fp32, load::Floor::automaticFloor(), reading);
            if (plan && (!count.least || plan->leastRequired() < *count.least))
                count.least = plan->leastRequired();
            continue;
        }
        ++count.refused;
        if (count.firstProblem.empty())
            count.firstProblem =
                said("Doctor", "%1: %2")
                    .with({card.path.substr(card.path.rfind('/') + 1), card.problem->message});
    }
    return count;
}

} // namespace

std::vector<doctor::Check> checkMachine(const catalog::Folders& folders, const load::Floor& floor)
{
    doctor::DoctorHooks hooks;
    hooks.probeEngine = probeEngine;
    hooks.hangulGlyph = hasHangulFont;
    hooks.speechEngines = speechEngines;
    hooks.models = [folders] { return countModels(folders); };
    return doctor::runChecks(doctor::collectInputs(hooks, floor));
}

} // namespace nanocap::session
