// SPDX-License-Identifier: Apache-2.0
#include "app/nanocapctl/commands.h"
#include "app/nanocapctl/output.h"
#include "core/base/path_text.h"

#include "core/base/qt_text.h"
#include "core/session/load_session.h"
#include "core/session/report_json.h"

namespace nanocap::ctl {

int plan(const Arguments& a)
{
    const auto card = catalog::resolve(pathBytes(a.file), a.folders);
    if (!card)
        return reportFailure(card.error(), a.json);
    QJsonObject object{{"schema", 1}};
    object["model"] = session::toJson({card->id, card->path, a.precision},
                                      card->checkpoint ? card->checkpoint->dims : checkpoint::Dimensions());
    const auto planned =
        session::planFor(*card, a.precision, session::floorFor(*card, a.floor), memory::readMemory());
    if (!planned)
        return reportFailure(planned.error(), a.json, object);
    if (a.json) {
        const QJsonObject figures = session::toJson(*planned);
        for (auto it = figures.begin(); it != figures.end(); ++it)
            object[it.key()] = it.value();
        printJson(object);
    } else {
        print(shownPath(card->path));
        printPlan(*planned);
    }
    return ExitDone;
}

} // namespace nanocap::ctl
