// SPDX-License-Identifier: Apache-2.0
#include "app/nanocapctl/commands.h"
#include "app/nanocapctl/output.h"

#include "core/base/qt_text.h"
#include "core/journal/journal.h"
#include "core/session/window_status.h"

namespace nanocap::ctl {

namespace {

/// Whole seconds from a time of the boot's clock until now; null stays null.
QJsonValue secondsSince(const QJsonValue& ms)
{
    if (!ms.isDouble())
        return QJsonValue::Null;
    return (journal::millisecondsSinceBoot() - ms.toInteger()) / 1000;
}

QString figure(const QJsonValue& bytes)
{
    return toQString(bytes.isDouble() ? toText(Bytes(bytes.toInteger())) : std::string("unknown"));
}

void printStatus(const QJsonObject& s)
{
    const auto line = [](const char* name, const QString& value) {
        print(QStringLiteral("%1 %2").arg(QLatin1String(name), -13).arg(value));
    };
    const QJsonObject model = s["model"].toObject(), source = s["source"].toObject(),
                      memory = s["memory"].toObject(), failure = s["failure"].toObject(),
                      retry = s["retry"].toObject();
    line("window", QStringLiteral("process %1, version %2, page %3, %4")
                       .arg(s["pid"].toInteger())
                       .arg(s["version"].toString(), s["page"].toString(), s["doing"].toString()));
    line("model", model.isEmpty() ? QStringLiteral("none")
                                  : QStringLiteral("%1, %2, %3")
                                        .arg(model["id"].toString(), model["precision"].toString(),
                                             model["file"].toString()));
    const QJsonValue age = s["last_caption_seconds_ago"];
    line("captions",
         QStringLiteral("%1 since the start; the last one %2")
             .arg(s["captions"].toInteger())
             .arg(age.isNull() ? QStringLiteral("never") : QStringLiteral("%1 s ago").arg(age.toInteger())));
    line("source",
         QStringLiteral("%1: %2%3%4")
             .arg(source["uri"].toString(), source["state"].toString(),
                  source["text"].toString().isEmpty() ? QString()
                                                      : QStringLiteral(". ") + source["text"].toString(),
                  source["cards_stand_in"].toBool() ? QStringLiteral(" The cards are shown meanwhile.")
                                                    : QString()));
    line("memory", QStringLiteral("%1 available; window %2, engine %3")
                       .arg(figure(memory["available"]), figure(memory["window_rss"]),
                            model.isEmpty() ? QStringLiteral("none") : figure(memory["engine_rss"])));
    if (!failure.isEmpty())
        line("failure", QStringLiteral("%1 (%2), %3 in a row")
                            .arg(failure["message"].toString(), failure["code"].toString())
                            .arg(s["failures_in_a_row"].toInteger()));
    if (!retry.isEmpty())
        line("next try",
             QStringLiteral("in %1 s: %2")
                 .arg(retry["in_seconds"].toInteger())
                 .arg(retry["model"].isNull() ? QStringLiteral("the smallest model that fits then")
                                              : retry["model"].toString()));
    for (const auto& [key, name] : {std::pair{"self_test", "self-test"}, {"notice", "last start"}})
        if (const QString text = s[QLatin1String(key)].toString(); !text.isEmpty())
            line(name, text);
}

} // namespace

int status(const Arguments& a)
{
    const auto window = session::findRunningWindow();
    if (!window) {
        if (a.json)
            printJson({{"schema", 1}, {"running", false}});
        else
            print(
                QStringLiteral("No window of Nanocap is running here as far as this user can see; root sees "
                               "everybody's."));
        return ExitNotRunning;
    }
    QJsonObject s = window->status;
    s["running"] = true;
    s["responding"] = window->responds();
    s["age_seconds"] = qint64(window->age.count() / 1000);
    s["last_caption_seconds_ago"] = secondsSince(s["last_caption_ms"]);
    if (QJsonObject retry = s["retry"].toObject(); !retry.isEmpty()) {
        const QJsonValue since = secondsSince(retry["at_ms"]);
        retry["in_seconds"] = std::max<qint64>(0, -since.toInteger());
        retry.remove(QStringLiteral("at_ms"));
        s["retry"] = retry;
    }
    for (const char* inner : {"boot", "started", "written_ms", "last_caption_ms"})
        s.remove(QLatin1String(inner));
    if (a.json) {
        printJson(s);
    } else {
        if (!window->responds())
            print(
                QStringLiteral("The window does not answer: it has said nothing for %1 s. What it said last:")
                    .arg(window->age.count() / 1000));
        printStatus(s);
    }
    return window->responds() ? ExitDone : ExitNotRunning;
}

} // namespace nanocap::ctl
