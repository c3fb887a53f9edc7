// SPDX-License-Identifier: Apache-2.0
// The built-in English model and a picture for it: a real checkpoint of 8 MB for tests of everything around a
// load.
#pragma once

#include "core/catalog/catalog.h"

#include <filesystem>
#include <string>
#include <unistd.h>

namespace nanocap::tests {

inline std::string builtInModel()
{
    return NANOCAP_SOURCE_DIR "/resources/models/flashcards-en.pth";
}
inline std::string demonstrationCard()
{
    return NANOCAP_SOURCE_DIR "/resources/cards/fox-blue.png";
}

/// A copy that a test may damage; removed with the object.
class ModelCopy
{
public:
    explicit ModelCopy(const std::string& name)
        : m_path(std::filesystem::temp_directory_path() / (name + "-" + std::to_string(::getpid()) + ".pth"))
    {
        std::filesystem::copy_file(builtInModel(), m_path, std::filesystem::copy_options::overwrite_existing);
    }
    ~ModelCopy() { std::filesystem::remove(m_path); }
    std::string path() const { return m_path.string(); }
    void truncate() const { std::filesystem::resize_file(m_path, std::filesystem::file_size(m_path) / 2); }

private:
    std::filesystem::path m_path;
};

} // namespace nanocap::tests
