// SPDX-License-Identifier: Apache-2.0
#include "core/journal/journal.h"

#include "core/base/whole_file.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sys/stat.h>

#include <filesystem>

namespace nanocap::journal {

namespace {

QString fileIn(const std::string& folder)
{
    return QString::fromStdString(folder + "/quarantine.json");
}

QString keyOf(const std::string& path)
{
    std::error_code error;
    const auto absolute = std::filesystem::absolute(path, error);
    return QString::fromStdString(error ? path : absolute.lexically_normal().string());
}

/// Inode, size and time of the file as text: 64-bit figures do not survive a JSON number. Not the device,
/// whose number may be another one after the next boot.
QString identityOf(const std::string& path)
{
    struct stat info = {};
    if (::stat(path.c_str(), &info) != 0)
        return {};
    return QStringLiteral("%1:%2:%3")
        .arg(info.st_ino)
        .arg(info.st_size)
        .arg(qint64(info.st_mtim.tv_sec) * 1000000000 + info.st_mtim.tv_nsec);
}

QJsonArray readModels(const std::string& folder)
{
    QFile file(fileIn(folder));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.read(1 << 20)).object()["models"].toArray();
}

bool writeModels(const std::string& folder, const QJsonArray& models)
{
    QDir().mkpath(QString::fromStdString(folder));
    const QJsonObject document{{"schema", 1}, {"models", models}};
    return writeWholeFile(fileIn(folder).toStdString(), QJsonDocument(document).toJson().toStdString())
        .empty();
}

bool take(QJsonArray& models, const QString& key)
{
    bool taken = false;
    for (qsizetype i = models.size() - 1; i >= 0; --i)
        if (models[i].toObject()["path"].toString() == key) {
            models.removeAt(i);
            taken = true;
        }
    return taken;
}

} // namespace

Quarantine::Quarantine(std::string folder) : m_folder(std::move(folder)) {}

bool Quarantine::add(const std::string& modelPath, const std::string& reason)
{
    QJsonArray models = readModels(m_folder);
    const QString key = keyOf(modelPath);
    take(models, key);
    while (models.size() >= 100)
        models.removeFirst();
    models.append(QJsonObject{
        {"path", key}, {"identity", identityOf(modelPath)}, {"reason", QString::fromStdString(reason)}});
    return writeModels(m_folder, models);
}

bool Quarantine::remove(const std::string& modelPath)
{
    QJsonArray models = readModels(m_folder);
    return !take(models, keyOf(modelPath)) || writeModels(m_folder, models);
}

std::optional<std::string> Quarantine::reason(const std::string& modelPath) const
{
    const QJsonArray models = readModels(m_folder);
    const QString key = keyOf(modelPath);
    for (const QJsonValue& value : models) {
        const QJsonObject model = value.toObject();
        if (model["path"].toString() != key)
            continue;
        const QString identity = model["identity"].toString();
        if (identity.isEmpty() || identity == identityOf(modelPath))
            return model["reason"].toString().toStdString();
    }
    return std::nullopt;
}

} // namespace nanocap::journal
