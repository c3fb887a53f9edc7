// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/content.h"

#include <algorithm>

namespace nanocap::checkpoint {

namespace {

constexpr std::size_t unused = static_cast<std::size_t>(-1);

Checked<Tensor> tensorFrom(const Value& name, const Value& value, const Pickle& pickle)
{
    if (!name.isText())
        return refuse(Code::NotATensor,
                      "a key of model_state_dict is of type " + std::string(nameOf(name.kind)),
                      "model_state_dict", "a name of type " + std::string(nameOf(name.kind)));
    const std::string key(name.string().substr(0, limits::tensorName));
    if (name.size > limits::tensorName)
        return refuse(Code::PickleLimit, "a tensor name of " + std::to_string(name.size) + " bytes");
    if (value.kind != Kind::Tensor)
        return refuse(Code::NotATensor, "'" + key + "' is of type " + std::string(nameOf(value.kind)), key,
                      std::string(nameOf(value.kind)));
    const TensorUse& use = pickle.tensors[static_cast<std::size_t>(value.integer)];
    Tensor tensor;
    tensor.name = key;
    tensor.shape.assign(use.size, use.size + use.rank);
    tensor.stride.assign(use.stride, use.stride + use.rank);
    tensor.offset = static_cast<std::uint64_t>(use.offset);
    tensor.storage = use.storage;
    return tensor;
}

/// Training wrappers (DataParallel, torch.compile) put a word in front of every name.
void stripCommonPrefix(std::vector<Tensor>& tensors)
{
    for (const std::string_view prefix : {"module.", "_orig_mod.", "module.", "_orig_mod."}) {
        const bool common = std::all_of(tensors.begin(), tensors.end(), [&](const Tensor& tensor) {
            return tensor.name.size() > prefix.size() && tensor.name.starts_with(prefix);
        });
        if (common)
            for (Tensor& tensor : tensors)
                tensor.name.erase(0, prefix.size());
    }
}

bool isFloat(DType dtype)
{
    return dtype == DType::F32 || dtype == DType::F64 || dtype == DType::F16 || dtype == DType::BF16;
}

/// Weights and statistics of the network must be floating point; counters and extra tensors need not be.
bool mustBeFloat(std::string_view name)
{
    if (!name.starts_with("encoder.") && !name.starts_with("decoder."))
        return false;
    return name.ends_with(".weight") || name.ends_with(".bias") || name.ends_with(".running_mean") ||
           name.ends_with(".running_var") || name.ends_with(".weight_ih") || name.ends_with(".weight_hh") ||
           name.ends_with(".bias_ih") || name.ends_with(".bias_hh");
}

Checked<void> readStateDict(const Container& top, const Pickle& pickle, const std::vector<Storage>& storages,
                            Checkpoint& checkpoint)
{
    const auto state = require(top, "model_state_dict");
    if (!state)
        return tl::unexpected(state.error());
    const Value& dict = **state;
    if (!dict.isDict() || dict.container->count == 0)
        return refuse(Code::MissingKey,
                      "model_state_dict is " + std::string(dict.isDict() ? "empty" : nameOf(dict.kind)),
                      "model_state_dict");
    std::optional<Refusal> wrong;
    checkpoint.tensors.reserve(dict.container->count / 2);
    dict.container->eachPair([&](const Value& name, const Value& value) {
        auto tensor = tensorFrom(name, value, pickle);
        if (!tensor) {
            wrong = std::move(tensor.error());
            return false;
        }
        tensor->dtype = storages[tensor->storage].dtype;
        checkpoint.tensors.push_back(std::move(*tensor));
        return true;
    });
    if (wrong)
        return tl::unexpected(std::move(*wrong));
    stripCommonPrefix(checkpoint.tensors);
    for (const Tensor& tensor : checkpoint.tensors)
        if (!isFloat(tensor.dtype) && mustBeFloat(tensor.name))
            return refuse(Code::DType, "'" + tensor.name + "' is " + std::string(nameOf(tensor.dtype)),
                          tensor.name, std::string(nameOf(tensor.dtype)));
    return {};
}

/// Keeps the storages the model uses and numbers them anew, in the order of their first tensor.
void keepUsedStorages(const std::vector<Storage>& all, Checkpoint& checkpoint)
{
    std::vector<std::size_t> newIndex(all.size(), unused);
    for (Tensor& tensor : checkpoint.tensors) {
        std::size_t& index = newIndex[tensor.storage];
        if (index == unused) {
            index = checkpoint.storages.size();
            checkpoint.storages.push_back(all[tensor.storage]);
        }
        tensor.storage = index;
    }
}

std::optional<std::int64_t> sizeOf(const Checkpoint& checkpoint, std::string_view name, std::size_t dim)
{
    const Tensor* tensor = checkpoint.find(name);
    if (!tensor || tensor->shape.size() <= dim)
        return std::nullopt;
    return tensor->shape[dim];
}

void readDimensions(Checkpoint& checkpoint)
{
    Dimensions& dims = checkpoint.dims;
    dims.vocabSize = sizeOf(checkpoint, "decoder.embedding.weight", 0);
    if (!dims.vocabSize)
        dims.vocabSize = sizeOf(checkpoint, "decoder.fc.weight", 0);
    dims.embedDim = sizeOf(checkpoint, "decoder.embedding.weight", 1);
    dims.attentionDim = sizeOf(checkpoint, "decoder.encoder_att.weight", 0);
    dims.encoderChannels = sizeOf(checkpoint, "decoder.init_h.weight", 1);
    // The GRU cell stacks three gates.
    if (const auto rows = sizeOf(checkpoint, "decoder.decode_step.weight_ih", 0); rows && *rows % 3 == 0)
        dims.decoderDim = *rows / 3;
    if (dims.encoderChannels)
        dims.widthMult = static_cast<double>(*dims.encoderChannels) / 576;
}

/// Pruned checkpoints often carry the figures of the model before pruning; the tensors are right.
void warnStaleDims(const Container& top, Checkpoint& checkpoint)
{
    const std::pair<std::string_view, std::optional<std::int64_t>> figures[] = {
        {"decoder_dim", checkpoint.dims.decoderDim},
        {"attention_dim", checkpoint.dims.attentionDim},
        {"embed_dim", checkpoint.dims.embedDim},
    };
    std::string stale;
    for (const auto& [key, actual] : figures) {
        const Value* told = top.find(key);
        if (!told || !told->isInt() || !actual || told->integer == *actual)
            continue;
        stale += (stale.empty() ? "" : ", ") + std::string(key) + " says " + std::to_string(told->integer) +
                 ", the tensors have " + std::to_string(*actual);
    }
    if (!stale.empty())
        checkpoint.warnings.push_back(
            {"STALE_DIMS",
             said("Checkpoint", "Figures in the file differ from its tensors, which are used: %1.")
                 .with({stale})});
}

} // namespace

Checked<const Value*> require(const Container& top, std::string_view key)
{
    const Value* value = top.find(key);
    if (!value)
        return refuse(Code::MissingKey, "the dictionary has no '" + std::string(key) + "'", std::string(key));
    return value;
}

Checked<void> readContent(const Pickle& pickle, const std::vector<Storage>& storages, Checkpoint& checkpoint)
{
    if (!pickle.top.isDict())
        return refuse(Code::NotDict, "the contents list is of type " + std::string(nameOf(pickle.top.kind)),
                      "model_state_dict");
    const Container& top = *pickle.top.container;
    if (auto state = readStateDict(top, pickle, storages, checkpoint); !state)
        return state;
    keepUsedStorages(storages, checkpoint);
    readDimensions(checkpoint);
    if (auto words = readVocabulary(top, checkpoint); !words)
        return words;
    warnStaleDims(top, checkpoint);
    if (const Value* epoch = top.find("epoch"); epoch && epoch->isInt())
        checkpoint.epoch = epoch->integer;
    return {};
}

} // namespace nanocap::checkpoint
