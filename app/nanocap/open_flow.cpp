// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/open_flow.h"

#include "app/nanocap/opened_file.h"
#include "core/base/path_text.h"
#include "ui/main_window.h"
#include "ui/sheets/notice_sheet.h"
#include "ui/text/local_text.h"

namespace nanocap::app {

OpenFlow::OpenFlow(ui::MainWindow& window, const Behaviour& behaviour)
    : m_window(window), m_behaviour(behaviour)
{
    connect(&m_window, &ui::MainWindow::dropped, this, [this](const QList<QUrl>& addresses) {
        QStringList paths;
        for (const QUrl& address : addresses)
            paths << pathOfAddress(address);
        paths.removeAll(QString());
        if (!paths.isEmpty())
            open(paths);
    });
}

bool OpenFlow::open(const QStringList& paths)
{
    if (m_behaviour.kiosk)
        return false;
    const auto opened = whatAre(paths);
    if (!opened) {
        m_window.sheet()->open(QStringLiteral("notice"),
                               ui::noticeSheet(tr("Not opened"), ui::localText(opened.error().message)));
        return true;
    }
    for (const std::string& folder : opened->modelFolders)
        Q_EMIT modelFolderOpened(folder);
    if (!opened->source.isEmpty())
        Q_EMIT sourceOpened(opened->source);
    if (!opened->model.isEmpty())
        Q_EMIT modelOpened(opened->model);
    return true;
}

} // namespace nanocap::app
