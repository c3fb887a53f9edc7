// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/report_export.h"

#include "core/base/qt_text.h"
#include "core/base/whole_file.h"
#include "core/journal/journal.h"
#include "core/memory/process_list.h"
#include "core/session/report_json.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QSysInfo>

namespace nanocap::app {

namespace {

QString plainText(const std::optional<load::LoadReport>& report)
{
    QString out = QStringLiteral("Nanocap " NANOCAP_VERSION " on ") + QSysInfo::prettyProductName() +
                  QStringLiteral(", kernel ") + QSysInfo::kernelVersion() + QStringLiteral(", ") +
                  QSysInfo::currentCpuArchitecture() + QLatin1Char('\n');
    const auto memory = memory::readMemory();
    out += QStringLiteral("Memory: %1 available of %2, limited by %3\n")
               .arg(toQString(toText(memory.available)), toQString(toText(memory.total)),
                    memory.limitedBy.empty() ? QStringLiteral("unknown") : toQString(memory.limitedBy));
    out += QStringLiteral("Largest users of memory:\n");
    for (const auto& user : memory::topMemoryUsers(5, memory.limitedBy))
        out += QStringLiteral("  %1 %2\n")
                   .arg(toQString(toText(user.proportional.value_or(user.rss))), 9)
                   .arg(toQString(user.kind.plainName));
    out += QLatin1Char('\n');
    if (!report)
        return out + QStringLiteral("No model was loaded since the program started.\n");
    out += QStringLiteral("Model %1 (%2), %3\n")
               .arg(toQString(report->model.id), toQString(report->model.path),
                    toQString(engine::nameOf(report->model.precision)));
    for (const auto& row : report->rows)
        out += QStringLiteral("%1 %2 %3 s  available %4 -> %5  engine %6 (peak %7)  %8\n")
                   .arg(toQString(codeOf(row.row)), -10)
                   .arg(toQString(nameOf(row.state)), -7)
                   .arg(row.seconds, 7, 'f', 3)
                   .arg(toQString(toText(row.availableBefore)), toQString(toText(row.availableAfter)),
                        toQString(toText(row.engineRss)), toQString(toText(row.enginePeakRss)),
                        toQString(row.message));
    out += QStringLiteral("Engine's peak: predicted %1, measured %2\n")
               .arg(toQString(toText(report->predictedPeak)), toQString(toText(report->measuredPeak)));
    if (report->failure)
        out += QStringLiteral("Failure %1 (%2): %3\n%4\n")
                   .arg(toQString(report->failure->code), toQString(nameOf(report->failure->failureClass)),
                        toQString(report->failure->message.text()), toQString(report->failure->detail));
    return out;
}

QString journalText()
{
    QString out = QStringLiteral("\nFlight recorder, newest last:\n");
    for (const auto& entry : journal::Journal().read())
        out += toQString(entry.toText()) + QLatin1Char('\n');
    return out;
}

std::optional<Failure> save(const QString& path, const QByteArray& bytes)
{
    const std::string problem = writeWholeFile(path.toStdString(), bytes.toStdString());
    if (problem.empty())
        return std::nullopt;
    Failure failure = makeFailure(
        "IO", said("Report", "The file %1 cannot be written: %2.").with({path.toStdString(), problem}), {},
        path.toStdString());
    failure.failureClass = FailureClass::Input; // nothing of a checkpoint
    return failure;
}

} // namespace

Result<QString> exportReport(const std::optional<load::LoadReport>& report, const QImage& timeline)
{
    const QDir folder(QString::fromStdString(journal::stateFolder()) + QStringLiteral("/reports/") +
                      QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")));
    QDir().mkpath(folder.path());
    QJsonObject object = report ? session::loadJson(*report) : QJsonObject{{"schema", 1}};
    if (report && report->plan)
        object["plan"] = session::toJson(*report->plan);
    object["version"] = QStringLiteral(NANOCAP_VERSION);
    object["system"] = QSysInfo::prettyProductName();
    object["kernel"] = QSysInfo::kernelVersion();
    if (auto problem = save(folder.filePath(QStringLiteral("report.json")), QJsonDocument(object).toJson()))
        return fail(*problem);
    if (auto problem =
            save(folder.filePath(QStringLiteral("report.txt")), (plainText(report) + journalText()).toUtf8()))
        return fail(*problem);
    timeline.save(folder.filePath(QStringLiteral("timeline.png")));
    return folder.path();
}

} // namespace nanocap::app
