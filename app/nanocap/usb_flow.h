// SPDX-License-Identifier: Apache-2.0
// UsbFlow: what goes onto a USB drive and comes from it besides models: the report, the settings. GUI thread;
// drives are asked, read and written in threads beside it.
#pragma once

#include "app/drives/drive_finder.h"
#include "app/nanocap/program.h"
#include "app/settings/settings_store.h"

#include <QObject>

#include <functional>
#include <memory>

namespace nanocap::app {

class UsbFlow : public QObject
{
    Q_OBJECT
public:
    UsbFlow(Program& program, SettingsStore& store, std::shared_ptr<drives::DriveFinder> drives);
    void saveReport();
    void saveSettings();
    void takeSettings();

private:
    using Folder = std::function<void(const std::string& folder)>;
    using Found = Result<std::vector<drives::Drive>>;

    /// Asks which when there are several.
    void withDrive(const QString& title, Folder then);
    void useDrive(const drives::Drive& drive, Folder then);
    void tell(const QString& title, const Failure& failure);

    Program& m_program;
    SettingsStore& m_store;
    std::shared_ptr<drives::DriveFinder> m_drives;
};

} // namespace nanocap::app
