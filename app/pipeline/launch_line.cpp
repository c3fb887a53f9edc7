// SPDX-License-Identifier: Apache-2.0
#include "app/pipeline/launch_line.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <vector>

namespace nanocap::pipeline {

namespace {

struct Word
{
    std::string text;
    bool operatorWord = false;                ///< ">", "|", "&", ";": the line ends there for gst-launch
    std::optional<std::string> variable = {}; ///< a "$NAME" that the shell would have filled in
};

bool isSpace(char c)
{
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

/// Line continuations become blanks, as the shell drops them between words.
std::string onOneLine(const std::string& text)
{
    std::string line;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::size_t next = i + 1;
        if (text[i] == '\\') {
            while (next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r'))
                ++next;
            if (next < text.size() && text[next] == '\n') {
                line += ' ';
                i = next;
                continue;
            }
        }
        line += text[i];
    }
    return line;
}

/// Words as a POSIX shell splits them (IEEE Std 1003.1, 2.2 Quoting), without filling anything in. Empty when
/// a quote stays open.
std::optional<std::vector<Word>> shellWords(const std::string& line)
{
    std::vector<Word> words;
    for (std::size_t i = 0; i < line.size();) {
        if (isSpace(line[i])) {
            ++i;
            continue;
        }
        Word word;
        char quote = 0;
        if (std::string("|&;<>").find(line[i]) != std::string::npos) {
            words.push_back({line.substr(i, 1), true});
            ++i;
            continue;
        }
        for (; i < line.size() &&
               (quote || (!isSpace(line[i]) && std::string("|&;<>").find(line[i]) == std::string::npos));
             ++i) {
            const char c = line[i];
            if (quote ? c == quote : (c == '"' || c == '\'')) {
                quote = quote ? 0 : c;
            } else if (c == '\\' && quote != '\'' && i + 1 < line.size() &&
                       (!quote || std::string("\\\"$`").find(line[i + 1]) != std::string::npos)) {
                word.text += line[++i];
            } else {
                const bool fills =
                    (c == '$' || c == '`') && quote != '\'' && i + 1 < line.size() && !isSpace(line[i + 1]);
                if (fills && !word.variable)
                    word.variable = line.substr(i, line.find_first_of(" \t\n\"", i) - i);
                word.text += c;
            }
        }
        if (quote)
            return std::nullopt;
        words.push_back(std::move(word));
    }
    return words;
}

bool setsVariable(const std::string& word)
{
    const std::size_t equals = word.find('=');
    return equals != std::string::npos && equals > 0 &&
           std::all_of(word.begin(), word.begin() + std::ptrdiff_t(equals),
                       [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; });
}

std::string programOf(const std::string& word)
{
    return word.substr(word.rfind('/') + 1);
}

/// The place of gst-launch's name when only what may stand before a program stands before it.
std::optional<std::size_t> programPlace(const std::vector<Word>& words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& text = words[i].text;
        if (programOf(text).rfind("gst-launch", 0) == 0)
            return i;
        if (text != "$" && text != "#" && text != "sudo" && text != "env" && text != "time" &&
            text != "exec" && !setsVariable(text))
            return std::nullopt;
    }
    return std::nullopt;
}

bool isOption(const std::string& word)
{
    return word.size() > 1 && word[0] == '-' &&
           (word[1] == '-' || std::isalpha(static_cast<unsigned char>(word[1])));
}

/// Options whose value is the next word.
bool takesNextWord(const std::string& option)
{
    return option == "-X" || option == "--exclude" || option == "--gst-debug" ||
           option == "--gst-debug-level" || option == "--gst-plugin-path" || option == "--gst-plugin-load";
}

/// Blanks that were inside a word are no ends of words: the rule of gst_parse_launchv.
std::string escaped(const std::string& word)
{
    std::string text;
    bool quoted = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] == '"' && !(quoted && i > 0 && word[i - 1] == '\\'))
            quoted = !quoted;
        if (word[i] == ' ' && !quoted)
            text += '\\';
        text += word[i];
    }
    return text;
}

} // namespace

tl::expected<std::string, LineProblem> pipelineOfLine(const std::string& text)
{
    const std::string line = onOneLine(text);
    const auto words = shellWords(line);
    if (!words) {
        if (line.find("gst-launch") == std::string::npos)
            return line;
        return tl::unexpected(LineProblem{LineProblem::OpenQuote, {}});
    }
    const std::optional<std::size_t> program = programPlace(*words);
    if (!program)
        return line;
    if (programOf((*words)[*program].text).find("0.10") != std::string::npos)
        return tl::unexpected(LineProblem{LineProblem::OldProgram, (*words)[*program].text});
    std::string pipeline;
    for (std::size_t i = *program + 1; i < words->size() && !(*words)[i].operatorWord; ++i) {
        const Word& word = (*words)[i];
        if (isOption(word.text)) {
            i += takesNextWord(word.text) ? 1 : 0;
            continue;
        }
        // "2" of "2>&1" belongs to the shell.
        if ((word.text == "1" || word.text == "2") && i + 1 < words->size() && (*words)[i + 1].operatorWord)
            break;
        if (word.variable)
            return tl::unexpected(LineProblem{LineProblem::Variable, *word.variable});
        pipeline += (pipeline.empty() ? "" : " ") + escaped(word.text);
    }
    if (pipeline.empty())
        return tl::unexpected(LineProblem{LineProblem::NoPipeline, {}});
    return pipeline;
}

} // namespace nanocap::pipeline
