// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/catalog_watcher.h"

#include <QDir>
#include <QStringList>

#include <sys/stat.h>

#include <chrono>

using namespace std::chrono_literals;

namespace nanocap::catalog {

namespace {

const QStringList& namesOfInterest()
{
    static const QStringList names = {"*.pth", "*.pt", "*.pth.tar", "models.json"};
    return names;
}

QStringList filesIn(const std::string& folder)
{
    QStringList files;
    const QDir directory(QString::fromStdString(folder));
    const QStringList names = directory.entryList(namesOfInterest(), QDir::Files, QDir::Name);
    for (const QString& name : names)
        files.append(directory.filePath(name));
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
        wanted.append(filesIn(folder));
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
        const QStringList files = filesIn(folder);
        for (const QString& file : files) {
            struct stat info = {};
            const std::string path = file.toStdString();
            if (::stat(path.c_str(), &info) != 0)
                continue;
            text += path + '\n' + std::to_string(info.st_ino) + ' ' + std::to_string(info.st_size) + ' ' +
                    std::to_string(info.st_mtim.tv_sec) + '.' + std::to_string(info.st_mtim.tv_nsec) + '\n';
        }
    }
    return text;
}

} // namespace nanocap::catalog
