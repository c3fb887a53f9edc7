// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/storages.h"

#include "core/checkpoint/limits.h"

namespace nanocap::checkpoint {

namespace {

std::string userOf(const StorageUse& use)
{
    return use.firstUser.empty() ? "data/" + std::string(use.key) : std::string(use.firstUser);
}

} // namespace

Checked<std::vector<Storage>> joinStorages(const Pickle& pickle, const Archive& archive)
{
    if (pickle.storageFault)
        return tl::unexpected(*pickle.storageFault);
    std::vector<Storage> storages;
    storages.reserve(pickle.storages.size());
    for (const StorageUse& use : pickle.storages) {
        const std::string entry = "data/" + std::string(use.key);
        const StorageRecord* found = archive.find(use.key);
        if (!found)
            return refuse(Code::StorageMissing, "no entry '" + entry + "'", userOf(use));
        Storage storage;
        storage.key = found->key;
        storage.dtype = static_cast<DType>(use.type);
        const std::uint64_t item = itemSize(storage.dtype);
        const bool sane = use.numel >= 0 && use.numel <= limits::storageNumel;
        if (!sane || static_cast<std::uint64_t>(use.numel) * item != found->record.size)
            return refuse(Code::StorageSize,
                          "entry '" + entry + "' has " + std::to_string(found->record.size) + " bytes, " +
                              std::to_string(use.numel) + " elements of " + std::to_string(item) +
                              " bytes are expected",
                          userOf(use));
        storage.numel = static_cast<std::uint64_t>(use.numel);
        storage.bytes = found->record.size;
        storage.fileOffset = found->record.offset;
        storage.crc32 = found->record.crc;
        storage.hasChecksum = found->record.hasChecksum();
        storages.push_back(std::move(storage));
    }
    if (pickle.tensorFault)
        return tl::unexpected(*pickle.tensorFault);
    return storages;
}

} // namespace nanocap::checkpoint
