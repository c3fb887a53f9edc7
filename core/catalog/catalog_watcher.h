// SPDX-License-Identifier: Apache-2.0
// CatalogWatcher: says when a models folder may look different, so that the menu scans again. Lives in the
// thread that made it. The kernel's notices are quick but miss mounts and some file systems, so it also looks
// by itself.
#pragma once

#ifndef Q_MOC_RUN // Qt 6.4's moc cannot read the standard library's concepts
#include "core/catalog/catalog.h"
#endif

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace nanocap::catalog {

class CatalogWatcher : public QObject
{
    Q_OBJECT
public:
    explicit CatalogWatcher(Folders folders, QObject* parent = nullptr);
    /// Watches these from now on.
    void setFolders(Folders folders);
    /// Looks at once; emits changed() if something did. For a Refresh button.
    void check();

Q_SIGNALS:
    /// At most about three times a second; folders and files may have come, gone, grown or been replaced.
    void changed();

private:
    void watchAgain();
    std::string signature() const;

    Folders m_folders;
    QFileSystemWatcher m_watcher;
    QTimer m_settle, m_poll;
    std::string m_signature;
};

} // namespace nanocap::catalog
