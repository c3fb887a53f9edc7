// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/content.h"

#include "core/checkpoint/tensor_names.h"
#include "core/checkpoint/text.h"

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
        return refuse(Code::NotATensor, "'" + key + "' is of type " + std::string(typeOf(value)), key,
                      std::string(typeOf(value)),
                      value.isDict() ? std::optional(said(
                                           "Checkpoint",
                                           "'%1' in model_state_dict is itself a dictionary (%2). Save one "
                                           "state dict whose names begin with '%1.'."))
                                     : std::nullopt);
    const TensorUse& use = pickle.tensors[static_cast<std::size_t>(value.integer)];
    Tensor tensor;
    tensor.name = isUtf8(key) ? key : displayable(key, limits::tensorName);
    tensor.shape.assign(use.size, use.size + use.rank);
    tensor.stride.assign(use.stride, use.stride + use.rank);
    tensor.offset = static_cast<std::uint64_t>(use.offset);
    tensor.storage = use.storage;
    return tensor;
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
                      "model_state_dict is " + std::string(dict.isDict() ? "empty" : typeOf(dict)),
                      "model_state_dict", dict.isDict() ? "empty" : std::string(typeOf(dict)),
                      said("Checkpoint", "The model file has no tensors in '%1' (%2). Save "
                                         "model.state_dict() under this name."));
    std::optional<Refusal> wrong;
    checkpoint.tensors.reserve(dict.container->count / 2);
    dict.container->eachPair([&](const Value& name, const Value& value) {
        if (name.isText() && isAveragingCount(name.string()))
            return true;
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
    if (auto plain = dropWrapperWords(checkpoint.tensors); !plain)
        return plain;
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

/// The first texts of a dictionary's keys, quoted, for a sentence.
std::string keysOf(const Container& dict)
{
    constexpr int most = 5;
    std::string keys;
    int shown = 0;
    dict.eachPair([&](const Value& key, const Value&) {
        if (key.isText() && ++shown <= most)
            keys += (keys.empty() ? "'" : ", '") + displayable(key.string(), 40) + "'";
        return shown <= most;
    });
    return shown > most ? keys + ", …" : keys;
}

bool holdsTensors(const Value& value)
{
    if (!value.isDict())
        return false;
    return !value.container->eachPair(
        [](const Value&, const Value& inner) { return inner.kind != Kind::Tensor; });
}

/// Says what was found beside what is missing: a bare state dict, weights under another name, or other keys.
tl::unexpected<Refusal> missingKey(const Container& top, std::string_view key)
{
    std::string detail = "the dictionary has no '" + std::string(key) + "'";
    std::string found = keysOf(top);
    if (key == "model_state_dict") {
        bool bare = false;
        std::string elsewhere;
        top.eachPair([&](const Value& name, const Value& value) {
            bare = bare || (name.isText() && value.kind == Kind::Tensor);
            if (name.isText() && elsewhere.empty() && holdsTensors(value))
                elsewhere = name.string();
            return !bare;
        });
        if (bare)
            return refuse(Code::MissingKey, std::move(detail), std::string(key), std::move(found),
                          said("Checkpoint",
                               "The model file lacks '%1': it is a bare state dict (%2). Save a "
                               "dictionary with %1, word_map and vocab_size."));
        if (!elsewhere.empty())
            return refuse(Code::MissingKey, std::move(detail), std::string(key), std::move(elsewhere),
                          said("Checkpoint",
                               "The model file lacks '%1'; it has tensors under '%2'. Save them "
                               "as '%1', beside word_map and vocab_size."));
    }
    if (found.empty())
        return refuse(Code::MissingKey, std::move(detail), std::string(key));
    return refuse(
        Code::MissingKey, std::move(detail), std::string(key), std::move(found),
        said("Checkpoint", "The model file lacks '%1'; it has %2. Save the checkpoint with this key."));
}

} // namespace

Checked<const Value*> require(const Container& top, std::string_view key)
{
    const Value* value = top.find(key);
    if (!value)
        return missingKey(top, key);
    return value;
}

Checked<void> readContent(const Pickle& pickle, const std::vector<Storage>& storages, Checkpoint& checkpoint)
{
    if (!pickle.top.isDict())
        return refuse(Code::NotDict, "the contents list is of type " + std::string(nameOf(pickle.top.kind)),
                      "model_state_dict", std::string(nameOf(pickle.top.kind)),
                      said("Checkpoint",
                           "The model file lacks '%1': it holds no dictionary, its type is %2. Save "
                           "a dictionary with %1, word_map and vocab_size."));
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
