// SPDX-License-Identifier: Apache-2.0
// The models a person can pick: models.json of each models folder plus every checkpoint found beside it.
// Plain values; scanning touches only directories and contents lists, never weights.
#pragma once

#include "core/checkpoint/checkpoint.h"
#include "core/load/plan.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace nanocap::catalog {

struct LocalText
{
    std::map<std::string, std::string> byLanguage; ///< "en", "ko"
    /// The text in `language`, else English, else any.
    const std::string& in(const std::string& language) const;
};

struct GoldenPicture
{
    std::string imagePath, caption;
};

/// One entry of the menu. Either `checkpoint` and `network` are there, or `problem` says why not.
struct ModelCard
{
    std::string id;   ///< of models.json, else the file name without its extension
    std::string path; ///< absolute
    LocalText name, description;
    std::string language;             ///< of the captions: "en", "ko"; empty = unknown
    std::optional<load::Floor> floor; ///< the model's own floor
    std::vector<GoldenPicture> golden;
    bool builtIn = false;

    Bytes fileBytes;
    std::shared_ptr<const checkpoint::Checkpoint> checkpoint;
    std::shared_ptr<const load::NetworkShape> network;
    std::optional<Failure> problem;
    /// What people call it: its name, else its id, else the file's name.
    LocalText title() const;
    std::string
        quarantine; ///< the row it took the program down in or "use"; empty when it is not quarantined
};

/// Folders searched, first to last: `extra` (--models, settings), the user's, the built-in one.
struct Folders
{
    std::vector<std::string> extra;
    std::string user;    ///< $XDG_DATA_HOME/nanocap/models
    std::string builtIn; ///< beside the program, or in the source tree of a build
    static Folders standard(const std::vector<std::string>& extra = {});
    std::vector<std::string> all() const;
};

/// Scans every folder; models.json order first, then other *.pth, *.pt, *.pth.tar by name. In the menu's
/// order: built-in models, a person's own, files that cannot be used. A folder that is not there is no error;
/// a broken models.json becomes a card whose `problem` names it. An id seen before is dropped.
std::vector<ModelCard> scan(const Folders& folders);

/// Finds FILE of the command line: an existing path wins, then an id, then a number counted from 1. Fails
/// with UNKNOWN_MODEL (class input; a usage error of the command line), or with FILE_OPEN when the name looks
/// like a path that is not there. A card that was found may still have a `problem`.
Result<ModelCard> resolve(const std::string& name, const Folders& folders);

/// Scans again and again at the price of one stat per file: a checkpoint whose identity has not changed is
/// not parsed again. A file still being copied is a card with problem TRUNCATED until a later scan finds it
/// whole. One thread at a time.
class Catalog
{
public:
    explicit Catalog(Folders folders);
    ~Catalog();
    Catalog(Catalog&&) noexcept;
    const Folders& folders() const;
    /// Scans these from now on; what was parsed stays known.
    void search(Folders folders);
    std::vector<ModelCard> scan();
    /// Contents lists parsed by the last scan: 0 when nothing changed.
    int parsedFiles() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace nanocap::catalog
