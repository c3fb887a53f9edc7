// SPDX-License-Identifier: Apache-2.0
// A small checkpoint with everything right, of which a test changes one thing.
#pragma once

#include "tests/checkpoint/corpus/pickle_writer.h"
#include "tests/checkpoint/corpus/zip_writer.h"

namespace corpus {

struct Model
{
    Model();

    std::string root = "archive";
    std::vector<pk::Pair> tensors;  ///< name (pickled), value (pickled)
    std::vector<pk::Pair> storages; ///< key, bytes
    std::vector<pk::Pair> words;    ///< word (pickled), id (pickled)
    std::string vocabSize;          ///< pickled; empty: left out
    std::string stateDict;          ///< pickled; empty: made of `tensors`
    std::string wordMap;            ///< pickled; empty: made of `words`
    std::string reverse;            ///< pickled; empty: left out
    std::vector<pk::Pair> more;     ///< other keys of the file's dictionary
    std::string version = "3\n";    ///< empty: no such entry
    std::string byteOrder;          ///< empty: no such entry
    int protocol = 2;

    std::string pickle() const; ///< data.pkl
    /// All entries in the order torch.save writes them; `contents` replaces data.pkl.
    std::vector<Entry> entries() const { return entriesWith(pickle()); }
    std::vector<Entry> entriesWith(const std::string& contents) const;
    std::string file() const { return zip(entries()); }
    std::string fileWith(const std::string& contents) const { return zip(entriesWith(contents)); }
    /// `value` as the one tensor "w" of the state dict, beside the word list.
    static Model withTensor(const std::string& value, std::size_t storageBytes = 24);
};

/// Little-endian float32 bytes of 1, 2, 3, …
std::string floats(std::size_t count);
Entry& find(std::vector<Entry>& entries, const std::string& nameInRoot);

} // namespace corpus
