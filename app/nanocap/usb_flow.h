// SPDX-License-Identifier: Apache-2.0
// UsbFlow: what goes over a USB drive: models in, settings in and out, the report out. GUI thread; drives are
// asked, read and written in threads beside it.
#pragma once

#include "app/drives/drive_finder.h"
#include "app/drives/drive_folder.h"
#include "app/drives/model_import.h"
#include "app/nanocap/program.h"
#include "app/settings/settings_store.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace nanocap::ui {
class ListPage;
}

namespace nanocap::app {

class UsbFlow : public QObject
{
    Q_OBJECT
public:
    UsbFlow(Program& program, SettingsStore& store, std::shared_ptr<drives::DriveFinder> drives);
    ~UsbFlow() override;
    /// The page of the models that lie on drives.
    void openImport();
    void saveReport();
    void saveSettings();
    void takeSettings();

Q_SIGNALS:
    void working(); ///< a copy is under way: time passes, and nobody need touch anything

private:
    struct DriveModels
    {
        drives::Drive drive;
        std::vector<drives::ModelFile> models;
        std::optional<Failure> problem;
    };
    /// Shared with the thread that copies.
    struct Copy
    {
        std::string from;
        std::atomic<std::int64_t> done = 0, all = 0;
        std::atomic<bool> cancelled = false;
    };
    using Folder = std::function<void(const std::string& folder)>;
    using Found = Result<std::vector<drives::Drive>>;

    void withDrive(const QString& title, Folder then);
    void useDrive(const drives::Drive& drive, Folder then);
    void lookForModels();
    void renew();
    void choose(const QString& id);
    void copy(const std::string& from);
    void copied(const Result<std::shared_ptr<drives::PendingModel>>& model);
    void askToKeep();
    void keep();
    void tell(const QString& title, const Failure& failure);

    Program& m_program;
    SettingsStore& m_store;
    std::shared_ptr<drives::DriveFinder> m_drives;
    ui::ListPage* m_page;
    std::vector<DriveModels> m_found;
    std::optional<Failure> m_problem;
    bool m_looking = false;
    std::shared_ptr<Copy> m_copy;
    std::shared_ptr<drives::PendingModel> m_pending; ///< waits for the operator's word
    QTimer m_progress;
};

} // namespace nanocap::app
