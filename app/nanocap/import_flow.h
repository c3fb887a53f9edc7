// SPDX-License-Identifier: Apache-2.0
// ImportFlow: models that come on a drive: the page that lists them, the copy with its progress, the
// operator's word where no checksum vouches for one. GUI thread; drives are read in threads beside it.
#pragma once

#include "app/drives/drive_finder.h"
#include "app/drives/drive_folder.h"
#include "app/drives/model_import.h"
#include "app/nanocap/program.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace nanocap::ui {
class ListPage;
}

namespace nanocap::app {

class ImportFlow : public QObject
{
    Q_OBJECT
public:
    ImportFlow(Program& program, std::shared_ptr<drives::DriveFinder> drives);
    ~ImportFlow() override;
    void open();

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

    void lookForModels();
    void renew();
    void choose(const QString& id);
    void copy(const std::string& from);
    void copied(const Result<std::shared_ptr<drives::PendingModel>>& model);
    void askToKeep();
    void keep();
    void refuse(const Failure& failure);

    Program& m_program;
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
