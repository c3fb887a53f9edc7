// SPDX-License-Identifier: Apache-2.0
#include "app/nanocapctl/commands.h"
#include "app/nanocapctl/output.h"

#include "core/base/path_text.h"
#include "core/base/qt_text.h"
#include "core/captions/picture_file.h"
#include "core/session/load_session.h"
#include "core/session/report_json.h"

namespace nanocap::ctl {

namespace {

void printCaption(const QString& image, const engine::Caption& c)
{
    print(QStringLiteral("%1: %2").arg(shownPath(image), toQString(c.text)));
    double least = 1;
    for (float p : c.probabilities)
        least = std::min(least, double(p));
    print(QStringLiteral("    %1 words, least certain %2 %, encoder %3 ms, words %4 ms")
              .arg(toQString(c.text).split(QLatin1Char(' '), Qt::SkipEmptyParts).size())
              .arg(least * 100, 0, 'f', 0)
              .arg(c.encodeMs, 0, 'f', 1)
              .arg(c.decodeMs, 0, 'f', 1));
}

void printReport(const load::LoadReport& report)
{
    for (const auto& note : report.allNotes())
        print(QStringLiteral("note: ") + toQString(note));
    QString line = QStringLiteral("Loaded in %1 s. Engine's peak %2, predicted %3")
                       .arg(report.seconds, 0, 'f', 2)
                       .arg(toQString(toText(report.measuredPeak)), toQString(toText(report.predictedPeak)));
    if (report.measuredPeak && report.predictedPeak && report.measuredPeak->count() > 0)
        line += QStringLiteral(" (%1 % off)")
                    .arg(100.0 * double(report.predictedPeak->count() - report.measuredPeak->count()) /
                             double(report.measuredPeak->count()),
                         0, 'f', 1);
    print(line + QLatin1Char('.'));
}

struct Captioned
{
    QJsonArray entries;
    int exitCode = ExitDone;
    std::optional<Failure> failure; ///< of the engine: nothing after it was captioned
};

Captioned captionAll(session::LoadSession& session, const Arguments& a)
{
    Captioned all;
    for (const QString& path : a.images) {
        const auto image = captions::readPicture(path);
        const Result<engine::Caption> caption =
            image ? session.caption(*image, {a.attention, 0}) : fail(image.error());
        all.entries.append(session::captionEntry(path, caption, a.attention));
        if (caption) {
            if (!a.json)
                printCaption(path, *caption);
            continue;
        }
        if (!a.json)
            printFailure(caption.error());
        all.exitCode = exitCodeFor(caption.error());
        if (image) {
            all.failure = caption.error();
            break;
        }
    }
    return all;
}

} // namespace

int loadAndCaption(const Arguments& a, const engine::CancelToken& cancel)
{
    const auto card = catalog::resolve(pathBytes(a.file), a.folders);
    if (!card) {
        load::LoadReport nothing = load::notBegun({"", pathBytes(a.file), a.precision});
        nothing.failure = card.error();
        QJsonObject object = session::loadJson(nothing);
        if (a.command == QLatin1String("caption"))
            object["captions"] = QJsonArray();
        return reportFailure(card.error(), a.json, object);
    }

    session::LoadIntent intent{*card, a.precision, session::floorFor(*card, a.floor), true, a.threads};
    session::LoadSession::Observer observer;
    if (!a.json) {
        print(QStringLiteral("Loading %1").arg(shownPath(card->path)));
        observer.loading = [shown = std::string()](const load::LoadEvent& event) mutable {
            load::on(
                event, [](const load::RowFinished& row) { printRow(row.report); },
                [&shown](const load::RowStalled& row) {
                    if (!row.why.empty() && row.why.text() != shown)
                        print(QStringLiteral("   … ") + QString::fromStdString(row.why.text()));
                    shown = row.why.text();
                });
        };
    }
    session::LoadSession session(std::move(intent), std::move(observer), cancel);
    const auto report = session.load();
    QJsonObject object = session::loadJson(report);
    const bool captions = a.command == QLatin1String("caption");
    if (captions)
        object["captions"] = QJsonArray();
    if (report.failure)
        return reportFailure(*report.failure, a.json, object);
    if (!a.json)
        printReport(report);

    Captioned all;
    if (captions)
        all = captionAll(session, a);
    session.end();
    if (!a.json)
        return all.exitCode;
    if (captions)
        object["captions"] = all.entries;
    if (all.failure)
        object["failure"] = session::toJson(*all.failure);
    printJson(object);
    return all.exitCode;
}

} // namespace nanocap::ctl
