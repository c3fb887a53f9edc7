// SPDX-License-Identifier: Apache-2.0
#include "app/nanocapctl/commands.h"
#include "app/nanocapctl/output.h"

#include "core/base/qt_text.h"
#include "core/session/doctor_probes.h"

#include <QJsonArray>

namespace nanocap::ctl {

int doctor(const Arguments& a)
{
    const auto checks = session::checkMachine(a.folders, a.floor.value_or(load::Floor()));
    QJsonArray list;
    for (const auto& check : checks) {
        const QString id = toQString(check.id), value = toQString(check.value);
        const auto statusName = nanocap::doctor::nameOf(check.status);
        const QString status = toQString(statusName);
        const QString message = toQString(check.message.text());
        list.append(QJsonObject{{"id", id}, {"status", status}, {"value", value}, {"message", message}});
        if (!a.json)
            print(QStringLiteral("%1 %2 %3  %4").arg(status, -4).arg(id, -12).arg(value, -28).arg(message));
    }
    if (a.json)
        printJson({{"schema", 1}, {"checks", list}});
    return nanocap::doctor::anyFailed(checks) ? ExitEngine : ExitDone;
}

} // namespace nanocap::ctl
