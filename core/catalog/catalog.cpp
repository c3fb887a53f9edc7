// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/catalog.h"

#include "core/catalog/listing.h"
#include "core/journal/journal.h"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>

namespace nanocap::catalog {

namespace {

/// What opening one file gave; kept as long as the file stays the same.
struct Opened
{
    checkpoint::FileIdentity identity;
    std::shared_ptr<const checkpoint::Checkpoint> checkpoint;
    std::shared_ptr<const load::NetworkShape> network;
    std::optional<Failure> problem;
};

std::optional<checkpoint::FileIdentity> identityOf(const std::string& path)
{
    struct stat info = {};
    if (::stat(path.c_str(), &info) != 0)
        return std::nullopt;
    return checkpoint::FileIdentity{static_cast<std::uint64_t>(info.st_dev),
                                    static_cast<std::uint64_t>(info.st_ino),
                                    static_cast<std::uint64_t>(info.st_size),
                                    std::int64_t(info.st_mtim.tv_sec) * 1000000000 + info.st_mtim.tv_nsec};
}

Opened openFile(const std::string& path, const checkpoint::FileIdentity& identity)
{
    Opened opened;
    opened.identity = identity;
    // Weights are not read here: a menu must not pull gigabytes through an SD card.
    auto checkpoint = checkpoint::open(path, checkpoint::Verify::Never);
    if (!checkpoint) {
        opened.problem = checkpoint.error();
        return opened;
    }
    opened.checkpoint = std::make_shared<const checkpoint::Checkpoint>(std::move(*checkpoint));
    if (auto network = load::deriveNetwork(*opened.checkpoint))
        opened.network = std::make_shared<const load::NetworkShape>(std::move(*network));
    else
        opened.problem = network.error();
    return opened;
}

/// Fills the card from `cache` or from the file. True when the file had to be opened.
bool fill(ModelCard& card, std::map<std::string, Opened>& cache)
{
    if (card.problem) // a broken list, not a model
        return false;
    const auto identity = identityOf(card.path);
    const auto known = cache.find(card.path);
    const bool fresh = !identity || known == cache.end() || known->second.identity != *identity;
    const Opened& opened = fresh ? cache[card.path] =
                                       openFile(card.path, identity.value_or(checkpoint::FileIdentity()))
                                 : known->second;
    card.fileBytes = Bytes(static_cast<std::int64_t>(opened.identity.size));
    card.checkpoint = opened.checkpoint;
    card.network = opened.network;
    card.problem = opened.problem;
    card.quarantine = journal::Quarantine().reason(card.path).value_or(std::string());
    return fresh;
}

/// The order of the menu: what came with the program, then a person's own, and what cannot be used last.
void sortForMenu(std::vector<ModelCard>& cards)
{
    const auto rank = [](const ModelCard& card) { return card.problem ? 2 : card.builtIn ? 0 : 1; };
    std::stable_sort(cards.begin(), cards.end(),
                     [&](const ModelCard& a, const ModelCard& b) { return rank(a) < rank(b); });
}

Failure unknownModel(const std::string& name, const std::vector<ModelCard>& cards)
{
    Sentence message = said("Catalog", "There is no model \"%1\".").with({name});
    std::string known;
    for (std::size_t i = 0; i < cards.size(); ++i)
        known += (i ? ", " : "") + std::to_string(i + 1) + " " + cards[i].id;
    if (!cards.empty())
        message += said("Catalog", "Known: %1.").with({known});
    return makeFailure("UNKNOWN_MODEL", std::move(message), {}, name);
}

} // namespace

struct Catalog::State
{
    Folders folders;
    std::map<std::string, Opened> cache;
    int parsed = 0;
};

Catalog::Catalog(Folders folders) : m_state(std::make_unique<State>())
{
    m_state->folders = std::move(folders);
}
Catalog::~Catalog() = default;
Catalog::Catalog(Catalog&&) noexcept = default;
const Folders& Catalog::folders() const
{
    return m_state->folders;
}
void Catalog::search(Folders folders)
{
    m_state->folders = std::move(folders);
}

int Catalog::parsedFiles() const
{
    return m_state->parsed;
}

std::vector<ModelCard> Catalog::scan()
{
    std::vector<ModelCard> cards = listCards(m_state->folders);
    m_state->parsed = 0;
    std::map<std::string, Opened> kept;
    for (ModelCard& card : cards) {
        m_state->parsed += fill(card, m_state->cache);
        if (const auto it = m_state->cache.find(card.path); it != m_state->cache.end())
            kept.insert(*it);
    }
    // A file that is gone keeps neither its memory nor its descriptor.
    m_state->cache = std::move(kept);
    sortForMenu(cards);
    return cards;
}

std::vector<ModelCard> scan(const Folders& folders)
{
    return Catalog(folders).scan();
}

Result<ModelCard> resolve(const std::string& name, const Folders& folders)
{
    std::vector<ModelCard> cards = listCards(folders);
    std::map<std::string, Opened> cache;
    const auto filled = [&cache](ModelCard card) {
        fill(card, cache);
        return card;
    };
    std::error_code error;
    const bool exists = !name.empty() && std::filesystem::exists(name, error);
    const ModelCard file = cardForFile(name);
    if (exists) {
        for (const ModelCard& card : cards)
            if (card.path == file.path && !card.problem)
                return filled(card);
        return filled(file);
    }
    for (const ModelCard& card : cards)
        if (card.id == name)
            return filled(card);
    // Numbers are the menu's, whose order depends on what is in the files.
    for (ModelCard& card : cards)
        card = filled(std::move(card));
    sortForMenu(cards);
    std::size_t number = 0;
    const auto [stop, parseError] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (parseError == std::errc() && stop == name.data() + name.size() && number >= 1 &&
        number <= cards.size())
        return cards[number - 1];
    if (name.find('/') != std::string::npos || stemOfCheckpoint(name)) {
        const ModelCard missing = filled(file);
        if (missing.problem)
            return fail(*missing.problem);
    }
    return fail(unknownModel(name, cards));
}

} // namespace nanocap::catalog
