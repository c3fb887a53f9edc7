// SPDX-License-Identifier: Apache-2.0
// OperatorSource: where pictures come from, on a page: what is connected, and films and folders found by
// going through folders inside the window, since a file dialog would be a second one. GUI thread; folders are
// read in a thread beside it.
#pragma once

#include "app/drives/drive_finder.h"
#include "app/nanocap/program.h"
#include "app/settings/settings_store.h"

#include <QObject>

#include <memory>

namespace nanocap::ui {
class ListPage;
}

namespace nanocap::app {

class OperatorSource : public QObject
{
    Q_OBJECT
public:
    OperatorSource(Program& program, SettingsStore& store, std::shared_ptr<drives::DriveFinder> drives);
    void open();

private:
    struct Entry
    {
        QString path, name;
        bool isFolder = false;
    };
    struct Listing
    {
        std::vector<Entry> entries;
        bool hasPictures = false;
        QString problem;
    };
    static Listing read(const QString& folder);
    void renew();
    void renewPlaces();
    void renewFolder();
    void choose(const QString& id);
    void openFolder(const QString& folder);
    void openDrive(const QString& id);
    void goUp();
    void take(const QString& uri);

    Program& m_program;
    SettingsStore& m_store;
    std::shared_ptr<drives::DriveFinder> m_drives;
    std::vector<drives::Drive> m_found;
    ui::ListPage* m_page;
    QStringList m_folders; ///< that lead to the one in view; empty = the sources themselves
    Listing m_listing;
    bool m_reading = false;
};

} // namespace nanocap::app
