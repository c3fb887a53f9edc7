// SPDX-License-Identifier: Apache-2.0
#include "app/nanocapctl/output.h"

#include "core/base/path_text.h"
#include "core/base/qt_text.h"
#include "core/session/report_json.h"

#include <QJsonDocument>

#include <cstdio>

namespace nanocap::ctl {

namespace {

QString figure(const MaybeBytes& bytes)
{
    return toQString(toText(bytes));
}

void printNeed(const char* name, Bytes bytes, const char* what)
{
    print(QStringLiteral("  %1 %2  %3")
              .arg(QLatin1String(name), -10)
              .arg(figure(bytes), 9)
              .arg(QLatin1String(what)));
}

} // namespace

void print(const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

void printJson(const QJsonObject& object)
{
    print(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)).trimmed());
}

void printFailure(const Failure& failure)
{
    std::fprintf(stderr, "nanocapctl: %s (%s)\n", qUtf8Printable(shownPath(failure.message.text())),
                 failure.code.c_str());
    if (!failure.detail.empty())
        std::fprintf(stderr, "  %s\n", qUtf8Printable(shownPath(failure.detail)));
}

int reportFailure(const Failure& failure, bool json, QJsonObject object)
{
    if (json) {
        object["schema"] = 1;
        object["failure"] = session::toJson(failure);
        printJson(object);
    } else {
        printFailure(failure);
    }
    return exitCodeFor(failure);
}

void printRow(const RowReport& row)
{
    const QString code = toQString(codeOf(row.row));
    const QString state = toQString(nameOf(row.state));
    QString line = QStringLiteral("%1 %2 %3").arg(int(indexOf(row.row)) + 1, 2).arg(code, -10).arg(state, -7);
    if (row.state != RowState::Skipped)
        line += QStringLiteral(" %1 s  available %2  engine %3")
                    .arg(row.seconds, 6, 'f', 2)
                    .arg(figure(row.availableAfter), 9)
                    .arg(figure(row.engineRss), 8);
    print(line + QStringLiteral("  ") + toQString(row.message));
}

static void printPastLoad(const load::PastLoad& past)
{
    const auto precision = engine::nameOf(past.precision);
    QString line =
        QStringLiteral("  %1  %2  %3  peak %4  %5 s")
            .arg(toQString(past.date), toQString(precision), toQString(past.outcome), figure(past.peak))
            .arg(past.seconds, 0, 'f', 2);
    if (past.stepMilliseconds)
        line += QStringLiteral("  %1 ms per word").arg(*past.stepMilliseconds, 0, 'f', 2);
    print(line);
}

void printPlan(const load::Plan& plan)
{
    print(QStringLiteral("What this load needs:"));
    printNeed("runtime", plan.need.runtime, "libtorch");
    printNeed("weights", plan.need.weights, "tensors of the network");
    printNeed("converted", plan.need.converted, "copies while weights are bound");
    printNeed("parsing", plan.need.parsing, "contents list and vocabulary");
    printNeed("working", plan.need.working, "working memory of a caption");
    printNeed("total", plan.need.total, "");
    printNeed("reserve", plan.reserve, "kept free for the rest of the machine");
    if (plan.floor.automatic)
        print(QStringLiteral("  floor           auto  only what is needed must be available"));
    else
        printNeed("floor", plan.floor.minimum, "minimum that must be available");
    printNeed("required", plan.required, "the greater of floor and total + reserve");
    print(QStringLiteral("Available now: %1%2")
              .arg(figure(plan.reading.available),
                   plan.reading.limitedBy.empty()
                       ? QString()
                       : QStringLiteral(", limited by ") + toQString(plan.reading.limitedBy)));
    if (plan.reading.memAvailableEstimated)
        print(QStringLiteral(
            "  estimated from free memory and caches: this kernel does not tell MemAvailable"));
    for (const std::string& warning : plan.reading.warnings)
        print(QStringLiteral("  warning: ") + toQString(warning));
    if (plan.reading.swapTotal)
        print(QStringLiteral("Swap%1: %2 free of %3, not counted")
                  .arg(plan.reading.swapIsZram ? QStringLiteral(" (zram)") : QString(),
                       figure(plan.reading.swapFree), figure(plan.reading.swapTotal)));
    if (plan.reading.available) {
        const Bytes spare = *plan.reading.available - plan.required;
        print(spare < Bytes() ? QStringLiteral("Deficit: %1").arg(figure(-spare))
                              : QStringLiteral("To spare: %1").arg(figure(spare)));
    }
    const auto fit = load::nameOf(plan.fit);
    print(QStringLiteral("Verdict: %1").arg(toQString(fit)));
    print(QStringLiteral("Predicted peak of the engine: %1%2")
              .arg(figure(plan.predictedPeak),
                   plan.learned ? QStringLiteral(" (%1)").arg(toQString(plan.learnedNote)) : QString()));
    if (!plan.history.empty())
        print(QStringLiteral("Last loads of these contents on this device:"));
    for (const load::PastLoad& past : plan.history)
        printPastLoad(past);
    print(QStringLiteral("Row by row:"));
    for (Row row : allRows)
        print(QStringLiteral("  %1 still needed before it %2  engine after it %3")
                  .arg(toQString(codeOf(row)), -10)
                  .arg(figure(plan.stillNeeded[indexOf(row)]), 9)
                  .arg(figure(plan.bytesAfter[indexOf(row)]), 9));
}

} // namespace nanocap::ctl
