// SPDX-License-Identifier: Apache-2.0
#include "app/nanocapctl/commands.h"
#include "app/nanocapctl/output.h"

#include "core/base/qt_text.h"
#include "core/journal/journal.h"

#include <QJsonArray>

namespace nanocap::ctl {

namespace {

/// The recorder keeps text; JSON has numbers, and null for what is unknown.
QJsonValue valueOf(const std::string& text)
{
    if (text == "unknown" || text == "none")
        return QJsonValue::Null;
    bool isNumber = false;
    const QString value = toQString(text);
    const qlonglong number = value.toLongLong(&isNumber);
    return isNumber && QString::number(number) == value ? QJsonValue(number) : QJsonValue(value);
}

} // namespace

int showJournal(const Arguments& a)
{
    const journal::Journal journal;
    const auto entries = journal.read();
    const auto last = journal::lastLife(entries, journal::bootId());
    if (a.json) {
        QJsonArray list;
        for (const auto& entry : entries) {
            QJsonObject object{{"event", toQString(entry.event)}};
            for (const auto& [key, value] : entry.fields)
                object[toQString(key)] = valueOf(value);
            list.append(object);
        }
        printJson(
            {{"schema", 1},
             {"path", toQString(journal.path())},
             {"problem", journal.problem().empty() ? QJsonValue() : QJsonValue(toQString(journal.problem()))},
             {"last_life", toQString(last.sentence.text())},
             {"entries", list}});
        return ExitDone;
    }
    for (const auto& entry : entries)
        print(toQString(entry.toText()));
    if (entries.empty() && journal.problem().empty())
        print(QStringLiteral("The flight recorder is empty (%1).").arg(toQString(journal.path())));
    if (!last.sentence.empty())
        print(toQString(last.sentence.text()));
    if (!journal.problem().empty())
        print(toQString(journal.problem()));
    return ExitDone;
}

} // namespace nanocap::ctl
