// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/listing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <set>

namespace nanocap::catalog {

namespace fs = std::filesystem;

namespace {

constexpr qint64 largestList = 1 << 20;
constexpr std::size_t mostFiles = 500;

std::string absolutePath(const std::string& path)
{
    std::error_code error;
    const fs::path absolute = fs::absolute(path, error);
    return error ? path : absolute.lexically_normal().string();
}

std::string text(const QJsonValue& value)
{
    return value.toString().toStdString();
}

/// {"en": "…", "ko": "…"}, or one string for English.
LocalText localText(const QJsonValue& value)
{
    LocalText result;
    if (value.isString())
        result.byLanguage["en"] = text(value);
    const QJsonObject object = value.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        if (it.value().isString())
            result.byLanguage[it.key().toStdString()] = text(it.value());
    return result;
}

std::optional<load::Floor> floorFrom(const QJsonValue& value)
{
    if (value.toString() == QLatin1String("auto"))
        return load::Floor::automaticFloor();
    const double megabytes = value.toDouble(-1);
    if (megabytes < 0 || megabytes > 1e6)
        return std::nullopt;
    return load::Floor{Bytes(static_cast<std::int64_t>(megabytes * (1 << 20))), false};
}

ModelCard brokenList(const std::string& file, const Sentence& what)
{
    ModelCard card;
    card.id = "models.json";
    card.path = file;
    card.name.byLanguage["en"] = "models.json";
    Sentence message = said("Catalog", "The list of models %1 is damaged: %2.").with({file, what});
    message += said("Catalog", "Correct it, or remove it: the checkpoints beside it are listed without it.");
    card.problem = makeFailure("CATALOG", std::move(message), {}, file);
    return card;
}

ModelCard cardFromEntry(const QJsonObject& entry, const std::string& folder)
{
    ModelCard card;
    card.id = text(entry["id"]);
    card.path = absolutePath(folder + "/" + text(entry["file"]));
    card.name = localText(entry["name"]);
    card.description = localText(entry["description"]);
    card.language = text(entry["language"]);
    card.floor = floorFrom(entry["minimum_available_mb"]);
    const QJsonArray golden = entry["golden"].toArray();
    for (const QJsonValue& value : golden) {
        const QJsonObject picture = value.toObject();
        if (picture["image"].isString() && picture["caption"].isString())
            card.golden.push_back(
                {absolutePath(folder + "/" + text(picture["image"])), text(picture["caption"])});
    }
    return card;
}

std::vector<ModelCard> readList(const std::string& folder)
{
    const std::string path = folder + "/models.json";
    std::error_code missing;
    if (!fs::exists(path, missing))
        return {};
    // By its bytes: a folder's name need not be UTF-8.
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return {brokenList(path, said("Catalog", "it cannot be read"))};
    QByteArray bytes(largestList, '\0');
    file.read(bytes.data(), bytes.size());
    bytes.truncate(file.gcount());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (document.isNull())
        return {
            brokenList(path, said("Catalog", "%1 at byte %2")
                                 .with({error.errorString().toStdString(), std::to_string(error.offset)}))};
    if (document.object()["schema"].toInt() != 1 || !document.object()["models"].isArray())
        return {brokenList(path, said("Catalog", "it needs \"schema\": 1 and a list \"models\""))};
    std::vector<ModelCard> cards;
    const QJsonArray models = document.object()["models"].toArray();
    for (const QJsonValue& value : models) {
        const QJsonObject entry = value.toObject();
        if (text(entry["id"]).empty() || text(entry["file"]).empty())
            cards.push_back(brokenList(
                path,
                said("Catalog", "entry %1 needs an id and a file").with({std::to_string(cards.size() + 1)})));
        else
            cards.push_back(cardFromEntry(entry, folder));
    }
    return cards;
}

bool lessByName(const std::string& a, const std::string& b)
{
    const auto lower = [](unsigned char letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    };
    const auto less = [&](char x, char y) {
        return lower(static_cast<unsigned char>(x)) < lower(static_cast<unsigned char>(y));
    };
    if (std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), less))
        return true;
    return !std::lexicographical_compare(b.begin(), b.end(), a.begin(), a.end(), less) && a < b;
}

} // namespace

std::optional<std::string> stemOfCheckpoint(const std::string& fileName)
{
    constexpr std::array<std::string_view, 3> endings = {".pth.tar", ".pth", ".pt"};
    if (fileName.empty() || fileName.front() == '.')
        return std::nullopt;
    for (const std::string_view ending : endings)
        if (fileName.size() > ending.size() &&
            std::string_view(fileName).substr(fileName.size() - ending.size()) == ending)
            return fileName.substr(0, fileName.size() - ending.size());
    return std::nullopt;
}

ModelCard cardForFile(const std::string& path)
{
    ModelCard card;
    card.path = absolutePath(path);
    const std::string name = fs::path(card.path).filename().string();
    card.id = stemOfCheckpoint(name).value_or(name);
    card.name.byLanguage["en"] = card.id;
    return card;
}

std::vector<ModelCard> listFolder(const std::string& folder)
{
    const std::string absolute = absolutePath(folder);
    std::error_code error;
    if (!fs::is_directory(absolute, error))
        return {};
    std::vector<ModelCard> cards = readList(absolute);
    std::set<std::string> listed, ids;
    for (const ModelCard& card : cards) {
        listed.insert(card.path);
        ids.insert(card.id);
    }
    std::vector<std::string> names;
    for (fs::directory_iterator it(absolute, error), end; !error && it != end && names.size() < mostFiles;
         it.increment(error))
        if (stemOfCheckpoint(it->path().filename().string()) && !it->is_directory(error))
            names.push_back(it->path().filename().string());
    std::sort(names.begin(), names.end(), lessByName);
    for (const std::string& name : names) {
        ModelCard card = cardForFile(absolute + "/" + name);
        if (listed.count(card.path))
            continue;
        if (!ids.insert(card.id).second) { // x.pt beside x.pth
            card.id = name;
            card.name.byLanguage["en"] = name;
        }
        cards.push_back(std::move(card));
    }
    return cards;
}

std::vector<ModelCard> listCards(const Folders& folders)
{
    std::vector<ModelCard> cards;
    std::set<std::string> ids, paths;
    for (const std::string& folder : folders.all())
        for (ModelCard& card : listFolder(folder)) {
            const bool isList = card.problem && card.problem->code == "CATALOG";
            if (!isList && (ids.count(card.id) || paths.count(card.path)))
                continue;
            ids.insert(card.id);
            paths.insert(card.path);
            card.builtIn = folder == folders.builtIn;
            cards.push_back(std::move(card));
        }
    return cards;
}

} // namespace nanocap::catalog
