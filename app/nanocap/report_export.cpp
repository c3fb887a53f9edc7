// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/report_export.h"

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

QString text(std::string_view s)
{
    return QString::fromUtf8(s.data(), qsizetype(s.size()));
}

QString plainText(const std::optional<load::LoadReport>& report)
{
    QString out = QStringLiteral("Nanocap " NANOCAP_VERSION " on ") + QSysInfo::prettyProductName() +
                  QStringLiteral(", kernel ") + QSysInfo::kernelVersion() + QStringLiteral(", ") +
                  QSysInfo::currentCpuArchitecture() + QLatin1Char('\n');
    const auto memory = memory::readMemory();
    out += QStringLiteral("Memory: %1 available of %2, limited by %3\n")
               .arg(text(toText(memory.available)), text(toText(memory.total)),
                    memory.limitedBy.empty() ? QStringLiteral("unknown") : text(memory.limitedBy));
    out += QStringLiteral("Largest users of memory:\n");
    for (const auto& user : memory::topMemoryUsers(5))
        out += QStringLiteral("  %1 %2\n")
                   .arg(text(toText(user.proportional.value_or(user.rss))), 9)
                   .arg(text(user.kind.plainName));
    out += QLatin1Char('\n');
    if (!report)
        return out + QStringLiteral("No model was loaded since the program started.\n");
    out += QStringLiteral("Model %1 (%2), %3\n")
               .arg(text(report->model.id), text(report->model.path),
                    text(engine::nameOf(report->model.precision)));
    for (const auto& row : report->rows)
        out += QStringLiteral("%1 %2 %3 s  available %4 -> %5  engine %6 (peak %7)  %8\n")
                   .arg(text(codeOf(row.row)), -10)
                   .arg(text(nameOf(row.state)), -7)
                   .arg(row.seconds, 7, 'f', 3)
                   .arg(text(toText(row.availableBefore)), text(toText(row.availableAfter)),
                        text(toText(row.engineRss)), text(toText(row.enginePeakRss)), text(row.message));
    out += QStringLiteral("Engine's peak: predicted %1, measured %2\n")
               .arg(text(toText(report->predictedPeak)), text(toText(report->measuredPeak)));
    if (report->failure)
        out += QStringLiteral("Failure %1 (%2): %3\n%4\n")
                   .arg(text(report->failure->code), text(nameOf(report->failure->failureClass)),
                        text(report->failure->message), text(report->failure->detail));
    return out;
}

QString journalText()
{
    QString out = QStringLiteral("\nFlight recorder, newest last:\n");
    for (const auto& entry : journal::Journal().read())
        out += text(entry.toText()) + QLatin1Char('\n');
    return out;
}

std::optional<Failure> save(const QString& path, const QByteArray& bytes)
{
    const std::string problem = writeWholeFile(path.toStdString(), bytes.toStdString());
    if (problem.empty())
        return std::nullopt;
    Failure f;
    f.failureClass = FailureClass::Input;
    f.code = "IO";
    f.subject = path.toStdString();
    f.message = "The file " + f.subject + " cannot be written: " + problem + ".";
    return f;
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
