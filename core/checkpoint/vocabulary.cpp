// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/content.h"
#include "core/checkpoint/text.h"

namespace nanocap::checkpoint {

namespace {

tl::unexpected<Refusal> mismatch(std::string what, std::string detail)
{
    return refuse(Code::Vocab, std::move(detail), std::move(what));
}

std::string counts(std::uint64_t words, std::int64_t expected)
{
    return std::to_string(words) + " words, " + std::to_string(expected) + " expected";
}

std::string quoted(const Value& word)
{
    return std::string(1, '\'').append(displayable(word.string(), 60)).append(1, '\'');
}

/// word_map by id: the raw text of each word (nullptr: a hole).
using WordsById = std::vector<const Value*>;

Checked<std::int64_t> readSize(const Container& top, const Checkpoint& checkpoint)
{
    const auto value = require(top, "vocab_size");
    if (!value)
        return tl::unexpected(value.error());
    const Value& size = **value;
    if (!size.isInt())
        return mismatch("vocab_size is not a whole number",
                        "vocab_size is a " + std::string(nameOf(size.kind)));
    if (size.integer < 1 || size.integer > limits::vocabulary)
        return mismatch(std::to_string(size.integer) + " words, 1 to 300000 can be read",
                        "vocab_size " + std::to_string(size.integer));
    for (const char* name : {"decoder.embedding.weight", "decoder.fc.weight"}) {
        const Tensor* tensor = checkpoint.find(name);
        if (tensor && !tensor->shape.empty() && tensor->shape[0] != size.integer)
            return mismatch(counts(static_cast<std::uint64_t>(size.integer), tensor->shape[0]),
                            "vocab_size " + std::to_string(size.integer) + ", '" + name + "' has " +
                                std::to_string(tensor->shape[0]) + " rows");
    }
    return size.integer;
}

Checked<WordsById> readWordMap(const Container& map, std::int64_t size)
{
    const std::uint64_t count = map.count / 2;
    if (count > static_cast<std::uint64_t>(size))
        return mismatch(counts(count, size), "word_map has more words than vocab_size");
    WordsById words(static_cast<std::size_t>(size), nullptr);
    std::string what, detail;
    map.eachPair([&](const Value& word, const Value& id) {
        if (!word.isText() || !id.isInt()) {
            what = "word_map is not a list of words and numbers";
            detail = "word_map has a " + std::string(nameOf(word.kind)) + " for a word and a " +
                     std::string(nameOf(id.kind)) + " for a number";
        } else if (id.integer < 0 || id.integer >= size) {
            what = "a word has number " + std::to_string(id.integer) + ", 0 to " + std::to_string(size - 1) +
                   " expected";
            detail = "word " + quoted(word);
        } else if (words[static_cast<std::size_t>(id.integer)]) {
            what = "two words have number " + std::to_string(id.integer);
            detail =
                quoted(*words[static_cast<std::size_t>(id.integer)]).append(" and ").append(quoted(word));
        } else {
            words[static_cast<std::size_t>(id.integer)] = &word;
        }
        return what.empty();
    });
    if (!what.empty())
        return mismatch(std::move(what), std::move(detail));
    return words;
}

Checked<void> checkReverse(const Value& reverse, const WordsById& words, std::uint64_t count)
{
    if (!reverse.isDict())
        return mismatch("rev_word_map is not a dictionary", "it is a " + std::string(nameOf(reverse.kind)));
    const Container& map = *reverse.container;
    if (map.count / 2 != count)
        return mismatch(counts(map.count / 2, static_cast<std::int64_t>(count)),
                        "rev_word_map and word_map differ in length");
    std::string detail;
    map.eachPair([&](const Value& id, const Value& word) {
        const bool inRange =
            id.isInt() && id.integer >= 0 && id.integer < static_cast<std::int64_t>(words.size());
        const Value* expected = inRange ? words[static_cast<std::size_t>(id.integer)] : nullptr;
        if (!expected || !word.isText() || word.size != expected->size ||
            (word.text != expected->text && word.string() != expected->string()))
            detail = "rev_word_map is not the inverse of word_map" +
                     (id.isInt() ? " at number " + std::to_string(id.integer) : std::string());
        return detail.empty();
    });
    if (!detail.empty())
        return mismatch("word_map and rev_word_map disagree", detail);
    return {};
}

void keepWords(const WordsById& words, Vocabulary& vocabulary)
{
    const std::pair<std::string_view, std::int64_t*> specials[] = {{"<start>", &vocabulary.start},
                                                                   {"<end>", &vocabulary.end},
                                                                   {"<pad>", &vocabulary.pad},
                                                                   {"<unk>", &vocabulary.unknown}};
    vocabulary.words.resize(words.size());
    for (std::size_t id = 0; id < words.size(); ++id) {
        if (!words[id])
            continue;
        vocabulary.words[id] = displayable(words[id]->string(), limits::wordBytes);
        for (const auto& [word, at] : specials)
            if (words[id]->isText(word))
                *at = static_cast<std::int64_t>(id);
    }
}

void warn(Checkpoint& checkpoint, std::uint64_t holes)
{
    const Vocabulary& words = checkpoint.vocabulary;
    if (holes > 0)
        checkpoint.warnings.push_back(
            {"VOCAB_HOLES", said("Checkpoint", "%1 of %2 word numbers have no word; captions skip them.")
                                .with({std::to_string(holes), std::to_string(words.words.size())})});
    if (words.pad < 0 || words.unknown < 0) {
        const std::string missing = words.pad >= 0 ? "<unk>" : words.unknown >= 0 ? "<pad>" : "<pad>, <unk>";
        checkpoint.warnings.push_back(
            {"VOCAB_SPECIAL", said("Checkpoint", "The word list has no %1.").with({missing})});
    }
}

} // namespace

Checked<void> readVocabulary(const Container& top, Checkpoint& checkpoint)
{
    const auto map = require(top, "word_map");
    if (!map)
        return tl::unexpected(map.error());
    if (!(*map)->isDict())
        return refuse(Code::MissingKey, "word_map is a " + std::string(nameOf((*map)->kind)), "word_map");
    const auto size = readSize(top, checkpoint);
    if (!size)
        return tl::unexpected(size.error());
    const auto words = readWordMap(*(*map)->container, *size);
    if (!words)
        return tl::unexpected(words.error());
    const std::uint64_t count = (*map)->container->count / 2;
    // Rows of the network may outnumber the words (tables padded to a round size); without a tensor that
    // confirms vocab_size, words missing at the end mean that it is wrong.
    if (!checkpoint.dims.vocabSize && !words->back())
        return mismatch(counts(count, *size), "no tensor has vocab_size rows, and the last word is missing");
    if (const Value* reverse = top.find("rev_word_map"))
        if (auto inverse = checkReverse(*reverse, *words, count); !inverse)
            return inverse;
    keepWords(*words, checkpoint.vocabulary);
    for (const auto& [word, id] :
         {std::pair("<start>", checkpoint.vocabulary.start), std::pair("<end>", checkpoint.vocabulary.end)})
        if (id < 0)
            return mismatch(std::string(word) + " is missing", "word_map has no '" + std::string(word) + "'");
    warn(checkpoint, words->size() - count);
    return {};
}

} // namespace nanocap::checkpoint
