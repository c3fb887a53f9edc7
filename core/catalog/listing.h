// SPDX-License-Identifier: Apache-2.0
// What lies in a models folder, before any checkpoint is opened: entries of models.json, then other files.
// Plain.
#pragma once

#include "core/catalog/catalog.h"

namespace nanocap::catalog {

/// Cards without checkpoint of every folder, in menu order: ids are unique, a broken models.json is a card.
std::vector<ModelCard> listCards(const Folders& folders);
/// Cards of one folder; empty when it is not there.
std::vector<ModelCard> listFolder(const std::string& folder);
/// "cards.pth.tar" -> "cards"; nothing for a file that is no checkpoint by its name.
std::optional<std::string> stemOfCheckpoint(const std::string& fileName);
/// A card for a file that no list names.
ModelCard cardForFile(const std::string& path);

} // namespace nanocap::catalog
