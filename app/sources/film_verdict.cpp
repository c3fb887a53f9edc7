// SPDX-License-Identifier: Apache-2.0
#include "app/sources/film_verdict.h"

#include "core/base/number_text.h"
#include "core/base/path_text.h"

namespace nanocap::sources {

namespace {

/// What the helper process wrote, whatever bytes they are.
std::string textOf(const char* words)
{
    return QString::fromUtf8(words).toStdString();
}

std::string seconds(int64_t ms)
{
    return fixedText(double(ms) / 1000, 1);
}

Saying copyAgain()
{
    return said("Films", "Copy the file again, or choose another one.");
}

Saying convert()
{
    return said("Films",
                "Convert it, for example with: ffmpeg -i FILM -c:v libx264 -pix_fmt yuv420p NEW.mp4");
}

Saying makeSmaller()
{
    return said("Films", "Make it smaller, for example with: ffmpeg -i FILM -vf scale=1280:-2 NEW.mp4");
}

struct Reason
{
    Sentence why;  ///< stands behind a colon
    Sentence what; ///< what to do
};

Reason reasonOf(const film::Ending& ending)
{
    using film::Outcome;
    const std::string name = textOf(ending.name);
    switch (ending.outcome) {
    case Outcome::Empty:
        return {said("Films", "the file is empty"), copyAgain()};
    case Outcome::Unreadable:
        return {said("Films", "the file cannot be read (%1)").with({textOf(ending.words)}), copyAgain()};
    case Outcome::NoIndex:
        return {said("Films", "the list of its pictures, which stands at the end of "
                              "the file, is missing, so it was cut off"),
                copyAgain()};
    case Outcome::Playlist:
        return {
            said("Films", "it is a list that names other files or addresses (%1), and those are never opened")
                .with({name}),
            said("Films", "Choose the film itself.")};
    case Outcome::Still:
        return {said("Films", "it is a single picture, not a film"),
                said("Films", "Choose the folder it lies in as a source of pictures: images:FOLDER")};
    case Outcome::SoundOnly:
        return {said("Films", "there are no pictures in it"),
                said("Films", "Choose a file with moving pictures.")};
    case Outcome::UnknownCodec:
        return {said("Films", "its pictures are coded as \"%1\", for which this system has no decoder")
                    .with({name}),
                convert()};
    case Outcome::PixelFormat:
        return {
            said("Films", "its pictures are in the pixel format \"%1\", which cannot be read").with({name}),
            convert()};
    case Outcome::Matrix:
        return {said("Films", "its colours are in the matrix \"%1\", which cannot be read").with({name}),
                convert()};
    case Outcome::TooLarge:
        return {said("Films", "its pictures have %1x%2 points, and the largest that are read have %3 million")
                    .with({std::to_string(ending.width), std::to_string(ending.height),
                           std::to_string(film::largestArea / 1'000'000)}),
                makeSmaller()};
    case Outcome::NoMemory:
        return {said("Films", "decoding it takes more than %1 MB of memory")
                    .with({std::to_string(film::memoryShare >> 20)}),
                makeSmaller()};
    case Outcome::Broken:
        return {
            said("Films", "the decoder \"%1\" does not accept it (%2)").with({name, textOf(ending.words)}),
            convert()};
    case Outcome::CutOff:
        return {said("Films", "it is cut off before its first whole picture"), copyAgain()};
    case Outcome::Ended:
        if (ending.damaged > 0)
            return {
                said("Films", "none of its %1 pictures is undamaged").with({std::to_string(ending.damaged)}),
                copyAgain()};
        return {said("Films", "there are no pictures in it"),
                said("Films", "Choose a file with moving pictures.")};
    case Outcome::NoFilm:
        break;
    }
    return {said("Films", "it is no film in any known format"),
            said("Films", "Choose an MP4, MOV, MKV, WebM or AVI file.")};
}

Reason reasonOf(const FilmEnd& end)
{
    switch (end.trouble) {
    case FilmEnd::Trouble::None:
        break;
    case FilmEnd::Trouble::NoProgram:
        return {said("Films", "the program nanocap-film, which decodes films, is not installed"),
                said("Films", "Install it, or choose another source.")};
    case FilmEnd::Trouble::NotOpened:
        return {said("Films", "the file cannot be read (%1)").with({end.words.toStdString()}), copyAgain()};
    case FilmEnd::Trouble::Died:
        return {said("Films", "the program that decodes it, nanocap-film, ended before the film did (%1)")
                    .with({end.words.toStdString()}),
                convert()};
    case FilmEnd::Trouble::Stuck:
        return {said("Films", "no picture came for %1 seconds")
                    .with({std::to_string(FilmPlayer::stuckAfterMs / 1000)}),
                convert()};
    }
    return reasonOf(end.ending);
}

} // namespace

FilmVerdict verdictOn(const FilmEnd& end, const QString& file)
{
    using film::Outcome;
    const film::Ending& ending = end.ending;
    const std::string path = shownPath(file).toStdString();
    const std::string name = path.substr(path.rfind('/') + 1);
    const bool played = end.trouble == FilmEnd::Trouble::None && ending.pictures > 0;
    if (played && ending.outcome == Outcome::CutOff) {
        if (ending.wholeMs > ending.reachedMs)
            return {{},
                    said("Films", "The film %1 is cut off after %2 s of %3 s. Copy it again to see the rest.")
                        .with({name, seconds(ending.reachedMs), seconds(ending.wholeMs)})};
        return {{},
                said("Films", "The film %1 is cut off after %2 s. Copy it again to see the rest.")
                    .with({name, seconds(ending.reachedMs)})};
    }
    if (played && ending.outcome == Outcome::Ended) {
        Sentence text = said("Films", "The film has ended.");
        if (ending.damaged > 0)
            text +=
                said("Films", "%1 of its %2 pictures are damaged and were not shown.")
                    .with({std::to_string(ending.damaged), std::to_string(ending.damaged + ending.pictures)});
        return {{}, text};
    }
    const Reason reason = reasonOf(end);
    const std::string words =
        end.trouble == FilmEnd::Trouble::None ? textOf(ending.words) : end.words.toStdString();
    return {makeFailure(
                "SOURCE",
                said("Films", "The film %1 cannot be played: %2. %3").with({name, reason.why, reason.what}),
                words.empty() ? path : path + ": " + words, path),
            {}};
}

} // namespace nanocap::sources
