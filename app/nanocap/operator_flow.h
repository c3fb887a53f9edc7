// SPDX-License-Identifier: Apache-2.0
// OperatorFlow: the operator's page: what a kiosk's owner sets and does, from the window alone. It stands
// over the program as a whole, as an unattended run does, and may use every flow. GUI thread.
#pragma once

#include "app/nanocap/import_flow.h"
#include "app/nanocap/operator_models.h"
#include "app/nanocap/operator_session.h"
#include "app/nanocap/operator_source.h"
#include "app/nanocap/program.h"
#include "app/nanocap/settings_rows.h"
#include "app/nanocap/usb_flow.h"

#include <QObject>

namespace nanocap::ui {
class ListPage;
}

namespace nanocap::app {

class OperatorFlow : public QObject
{
    Q_OBJECT
public:
    OperatorFlow(Program& program, SettingsStore& store,
                 std::shared_ptr<drives::DriveFinder> drives = drives::systemDrives(),
                 access::TriesClock clock = access::TriesClock::system());

    OperatorSession session;

Q_SIGNALS:
    void restartRequested();
    void exitRequested();

private:
    void show();
    void renew();
    void choose(const QString& id);
    void leave();
    void openMenu();
    void openRecorder();
    void load(const session::LoadIntent& intent);
    void ask(const QString& title, const QString& text, const QString& yes, std::function<void()> then);
    std::vector<ui::RowContent> machineRows() const;

    Program& m_program;
    SettingsStore& m_store;
    ui::ListPage* m_page;
    ui::ListPage* m_recorder;
    SettingsRows m_settings;
    OperatorModels m_models;
    OperatorSource m_source;
    UsbFlow m_usb;
    ImportFlow m_import;
};

} // namespace nanocap::app
