// SPDX-License-Identifier: Apache-2.0
// CatalogService: scans the models folders in a thread of its own and watches them, so that neither a slow
// card reader nor a large checkpoint holds up the window. Lives in the GUI thread; snapshots cross as values.
#pragma once

#include "core/catalog/catalog.h"
#include "core/engine/precision.h"
#include "core/memory/reading.h"

#include <QObject>
#include <QThread>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace nanocap::catalog {
class CatalogWatcher;
}

namespace nanocap::worker {

/// Plans of one card, one for each precision; the reading in them is the scan's, `load::withReading` renews
/// it.
using CardPlans = std::array<std::optional<load::Plan>, 3>;

struct CatalogSnapshot
{
    std::vector<catalog::ModelCard> cards;
    std::vector<CardPlans> plans; ///< same order
    /// Path of the model asked for by name (path, id or number), which is one of the cards; or why there is
    /// none.
    std::optional<Result<std::string>> wanted;
    std::string wantedName = {}; ///< as it was asked for
};

class CatalogService : public QObject
{
    Q_OBJECT
public:
    /// `floor`: the command line's or the setting's, when given. `wanted`: see CatalogSnapshot.
    CatalogService(catalog::Folders folders, std::optional<load::Floor> floor, std::string wanted = {},
                   QObject* parent = nullptr);
    ~CatalogService() override;
    /// Scans now; scanned() follows. Also happens by itself when a folder changes.
    void refresh();
    /// Asks for this model (path, id or number) from now on: CatalogSnapshot::wanted. Scans.
    void want(const std::string& name);
    /// Plans are made against this floor from now on. Scans.
    void setFloor(std::optional<load::Floor> floor);
    /// Searches this folder first, from now on. Scans.
    void addFolder(const std::string& folder);

Q_SIGNALS:
    void scanned(const std::shared_ptr<const nanocap::worker::CatalogSnapshot>& snapshot);

private:
    class Scanner;
    Scanner* m_scanner = nullptr; ///< lives in m_thread
    catalog::Folders m_folders;
    QThread m_thread;
    std::unique_ptr<catalog::CatalogWatcher> m_watcher;
};

} // namespace nanocap::worker
