// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/catalog_watcher.h"

#include "core/catalog/listing.h"

#include <QDir>
#include <QStringList>

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

using namespace std::chrono_literals;

namespace nanocap::catalog {

namespace {

/// Bytes, not QString: names need not be UTF-8. Those that are not cannot be watched, only polled.
std::vector<std::string> filesIn(const std::string& folder)
{
    namespace fs = std::filesystem;
    std::vector<std::string> files;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().string();
        if (name == "models.json" || stemOfCheckpoint(name))
            files.push_back(it->path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// A folder that is not there yet is awaited in the nearest one that is.
QString nearestFolder(const std::string& folder)
{
    QDir directory(QDir(QString::fromStdString(folder)).absolutePath());
    while (!directory.exists() && !directory.isRoot())
        directory.setPath(QDir::cleanPath(directory.path() + "/.."));
    return directory.path();
}

} // namespace

CatalogWatcher::CatalogWatcher(Folders folders, QObject* parent)
    : QObject(parent), m_folders(std::move(folders))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(300ms);
    m_poll.setInterval(2s);
    // Not restarted by each notice: a file that grows for a minute must not hold the news back for a minute.
    const auto noticed = [this] {
        if (!m_settle.isActive())
            m_settle.start();
    };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, noticed);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, noticed);
    connect(&m_settle, &QTimer::timeout, this, &CatalogWatcher::check);
    connect(&m_poll, &QTimer::timeout, this, &CatalogWatcher::check);
    m_signature = signature();
    watchAgain();
    m_poll.start();
}

void CatalogWatcher::setFolders(Folders folders)
{
    m_folders = std::move(folders);
    m_signature = signature();
    watchAgain();
}

void CatalogWatcher::check()
{
    const std::string now = signature();
    if (now == m_signature)
        return;
    m_signature = now;
    watchAgain();
    Q_EMIT changed();
}

void CatalogWatcher::watchAgain()
{
    QStringList wanted;
    for (const std::string& folder : m_folders.all()) {
        wanted.append(nearestFolder(folder));
        for (const std::string& file : filesIn(folder))
            wanted.append(QString::fromStdString(file));
    }
    wanted.removeDuplicates();
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    QStringList fresh, stale;
    for (const QString& path : wanted)
        if (!watched.contains(path))
            fresh.append(path);
    for (const QString& path : watched)
        if (!wanted.contains(path))
            stale.append(path);
    if (!stale.isEmpty())
        m_watcher.removePaths(stale);
    if (!fresh.isEmpty())
        m_watcher.addPaths(fresh);
}

std::string CatalogWatcher::signature() const
{
    std::string text;
    for (const std::string& folder : m_folders.all()) {
        for (const std::string& path : filesIn(folder)) {
            struct stat info = {};
            if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode))
                continue;
            text += path + '\n' + std::to_string(info.st_ino) + ' ' + std::to_string(info.st_size) + ' ' +
                    std::to_string(info.st_mtim.tv_sec) + '.' + std::to_string(info.st_mtim.tv_nsec) + '\n';
        }
    }
    return text;
}

} // namespace nanocap::catalog
