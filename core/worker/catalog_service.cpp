// SPDX-License-Identifier: Apache-2.0
#include "core/worker/catalog_service.h"

#include "core/catalog/catalog_watcher.h"
#include "core/session/load_session.h"

#include <algorithm>
#include <filesystem>

namespace nanocap::worker {

class CatalogService::Scanner : public QObject
{
public:
    Scanner(catalog::Folders folders, std::optional<load::Floor> floor, std::string wanted)
        : m_catalog(std::move(folders)), m_floor(floor), m_wanted(std::move(wanted))
    {
    }

    std::shared_ptr<const CatalogSnapshot> scan()
    {
        auto snapshot = std::make_shared<CatalogSnapshot>();
        snapshot->cards = m_catalog.scan();
        if (!m_wanted.empty()) {
            snapshot->wanted = findWanted(snapshot->cards);
            snapshot->wantedName = m_wanted;
        }
        const auto reading = memory::readMemory();
        for (const auto& card : snapshot->cards) {
            CardPlans plans;
            for (auto precision : {engine::Precision::Fp32, engine::Precision::Fp16, engine::Precision::Int8})
                if (auto plan = session::planFor(card, precision, session::floorFor(card, m_floor), reading))
                    plans[static_cast<std::size_t>(precision)] = std::move(*plan);
            snapshot->plans.push_back(std::move(plans));
        }
        return snapshot;
    }

    void setFloor(std::optional<load::Floor> floor) { m_floor = floor; }
    void want(std::string name) { m_wanted = std::move(name); }
    void search(catalog::Folders folders) { m_catalog.search(std::move(folders)); }

private:
    /// A path that is in none of the folders joins the menu as its first card.
    Result<std::string> findWanted(std::vector<catalog::ModelCard>& cards) const
    {
        auto card = catalog::resolve(m_wanted, m_catalog.folders());
        if (!card)
            return fail(card.error());
        for (const catalog::ModelCard& known : cards)
            if (std::error_code error;
                known.path == card->path || std::filesystem::equivalent(known.path, card->path, error))
                return known.path;
        cards.insert(cards.begin(), std::move(*card));
        return cards.front().path;
    }

    catalog::Catalog m_catalog;
    std::optional<load::Floor> m_floor;
    std::string m_wanted;
};

CatalogService::CatalogService(catalog::Folders folders, std::optional<load::Floor> floor, std::string wanted,
                               QObject* parent)
    : QObject(parent), m_scanner(new Scanner(folders, floor, std::move(wanted))), m_folders(folders),
      m_watcher(std::make_unique<catalog::CatalogWatcher>(folders))
{
    m_thread.setObjectName(QStringLiteral("catalog"));
    m_scanner->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_scanner, &QObject::deleteLater);
    connect(m_watcher.get(), &catalog::CatalogWatcher::changed, this, &CatalogService::refresh);
    m_thread.start(QThread::LowPriority);
}

CatalogService::~CatalogService()
{
    m_thread.quit();
    m_thread.wait();
}

void CatalogService::want(const std::string& name)
{
    QMetaObject::invokeMethod(m_scanner, [scanner = m_scanner, name] { scanner->want(name); });
    refresh();
}

void CatalogService::setFloor(std::optional<load::Floor> floor)
{
    QMetaObject::invokeMethod(m_scanner, [scanner = m_scanner, floor] { scanner->setFloor(floor); });
    refresh();
}

void CatalogService::addFolder(const std::string& folder)
{
    std::vector<std::string>& extra = m_folders.extra;
    extra.erase(std::remove(extra.begin(), extra.end(), folder), extra.end());
    extra.insert(extra.begin(), folder);
    m_watcher->setFolders(m_folders);
    QMetaObject::invokeMethod(m_scanner,
                              [scanner = m_scanner, folders = m_folders] { scanner->search(folders); });
    refresh();
}

void CatalogService::refresh()
{
    QMetaObject::invokeMethod(m_scanner, [this, scanner = m_scanner] {
        const auto snapshot = scanner->scan();
        QMetaObject::invokeMethod(this, [this, snapshot] { Q_EMIT scanned(snapshot); });
    });
}

} // namespace nanocap::worker
