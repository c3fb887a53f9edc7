// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/content.h"
#include "core/checkpoint/text.h"

#include <charconv>

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
        return mismatch("vocab_size is of type " + std::string(nameOf(size.kind)) + ", not a whole number",
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
            what = word.isInt() && id.isText()
                       ? std::string("word_map has the numbers for words, the way rev_word_map should be")
                       : "word_map gives a word as " + std::string(typeOf(word)) + " and its number as " +
                             std::string(typeOf(id));
            detail = "word " + (word.isText() ? quoted(word) : std::string(typeOf(word)));
        } else if (!isUtf8(word.string())) {
            what = "a word is not whole text: " + quoted(word);
            detail = "the word with number " + std::to_string(id.integer) + " has half a character";
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

/// "0", "12": how JSON writes the number of a word; -1 for any other text.
std::int64_t numberOf(std::string_view text)
{
    std::int64_t number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size() && number >= 0;
    return whole && (text.size() == 1 || text.front() != '0') ? number : -1;
}

/// True when every key is a number as text: the dictionary went through JSON.
bool wentThroughJson(const Container& map)
{
    return map.count > 0 && map.eachPair([](const Value& key, const Value&) {
        return key.isText() && numberOf(key.string()) >= 0;
    });
}

Checked<void> checkReverse(const Value& reverse, const WordsById& words, std::uint64_t count)
{
    if (!reverse.isDict())
        return mismatch("rev_word_map is not a dictionary", "it is a " + std::string(typeOf(reverse)));
    const Container& map = *reverse.container;
    if (map.count / 2 != count)
        return mismatch(counts(map.count / 2, static_cast<std::int64_t>(count)),
                        "rev_word_map and word_map differ in length");
    const bool json = wentThroughJson(map);
    std::string detail;
    map.eachPair([&](const Value& id, const Value& word) {
        const std::int64_t number = json ? numberOf(id.string()) : id.isInt() ? id.integer : -1;
        const bool inRange = number >= 0 && number < static_cast<std::int64_t>(words.size());
        const Value* expected = inRange ? words[static_cast<std::size_t>(number)] : nullptr;
        if (!expected || !word.isText() || word.size != expected->size ||
            (word.text != expected->text && word.string() != expected->string()))
            detail = "rev_word_map is not the inverse of word_map" +
                     (number >= 0 ? " at number " + std::to_string(number) : std::string());
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
        return refuse(Code::MissingKey, "word_map is a " + std::string(nameOf((*map)->kind)), "word_map",
                      std::string(nameOf((*map)->kind)),
                      said("Checkpoint",
                           "The model file has no dictionary under '%1' (its type is %2). Save one "
                           "from each word to its number."));
    const auto size = readSize(top, checkpoint);
    if (!size)
        return tl::unexpected(size.error());
    auto words = readWordMap(*(*map)->container, *size);
    if (!words && (*map)->container->dictClass == DictClass::Counter)
        words.error().subject += "; word_map is a Counter and seems to hold counts";
    if (!words)
        return tl::unexpected(words.error());
    if (typeOf(**map) != nameOf((*map)->kind))
        checkpoint.warnings.push_back(
            {"VOCAB_TYPE",
             said("Checkpoint", "The word list is a %1, not a plain dictionary; its figures were "
                                "taken as the numbers of the words.")
                 .with({std::string(typeOf(**map))})});
    const std::uint64_t count = (*map)->container->count / 2;
    // Rows of the network may outnumber the words (tables padded to a round size); without a tensor that
    // confirms vocab_size, words missing at the end mean that it is wrong.
    if (!checkpoint.dims.vocabSize && !words->back())
        return mismatch(counts(count, *size), "no tensor has vocab_size rows, and the last word is missing");
    if (const Value* reverse = top.find("rev_word_map")) {
        if (auto inverse = checkReverse(*reverse, *words, count); !inverse)
            return inverse;
        if (wentThroughJson(*reverse->container))
            checkpoint.warnings.push_back(
                {"VOCAB_JSON",
                 said("Checkpoint", "The numbers in rev_word_map became texts (JSON does that); "
                                    "they were read as numbers.")});
    }
    keepWords(*words, checkpoint.vocabulary);
    for (const auto& [word, id] :
         {std::pair("<start>", checkpoint.vocabulary.start), std::pair("<end>", checkpoint.vocabulary.end)})
        if (id < 0)
            return mismatch(std::string(word) + " is missing", "word_map has no '" + std::string(word) + "'");
    warn(checkpoint, words->size() - count);
    return {};
}

} // namespace nanocap::checkpoint
