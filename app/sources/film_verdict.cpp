// SPDX-License-Identifier: Apache-2.0
#include "app/sources/film_verdict.h"

#include "app/sources/frame_source.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace nanocap::sources {

namespace {

QString seconds(int64_t ms)
{
    return QString::number(double(ms) / 1000, 'f', 1);
}

QString copyAgain()
{
    return QCoreApplication::translate("Films", "Copy the file again, or choose another one.");
}

QString convert()
{
    return QCoreApplication::translate(
        "Films", "Convert it, for example with: ffmpeg -i FILM -c:v libx264 -pix_fmt yuv420p NEW.mp4");
}

QString makeSmaller()
{
    return QCoreApplication::translate(
        "Films", "Make it smaller, for example with: ffmpeg -i FILM -vf scale=1280:-2 NEW.mp4");
}

struct Reason
{
    QString why;  ///< stands behind a colon
    QString what; ///< what to do
};

Reason reasonOf(const film::Ending& ending)
{
    using film::Outcome;
    const QString name = QString::fromUtf8(ending.name);
    switch (ending.outcome) {
    case Outcome::Empty:
        return {QCoreApplication::translate("Films", "the file is empty"), copyAgain()};
    case Outcome::Unreadable:
        return {QCoreApplication::translate("Films", "the file cannot be read (%1)")
                    .arg(QString::fromUtf8(ending.words)),
                copyAgain()};
    case Outcome::NoIndex:
        return {QCoreApplication::translate("Films", "the list of its pictures, which stands at the end of "
                                                     "the file, is missing, so it was cut off"),
                copyAgain()};
    case Outcome::Playlist:
        return {
            QCoreApplication::translate(
                "Films", "it is a list that names other files or addresses (%1), and those are never opened")
                .arg(name),
            QCoreApplication::translate("Films", "Choose the film itself.")};
    case Outcome::Still:
        return {QCoreApplication::translate("Films", "it is a single picture, not a film"),
                QCoreApplication::translate(
                    "Films", "Choose the folder it lies in as a source of pictures: images:FOLDER")};
    case Outcome::SoundOnly:
        return {QCoreApplication::translate("Films", "there are no pictures in it"),
                QCoreApplication::translate("Films", "Choose a file with moving pictures.")};
    case Outcome::UnknownCodec:
        return {QCoreApplication::translate(
                    "Films", "its pictures are coded as \"%1\", for which this system has no decoder")
                    .arg(name),
                convert()};
    case Outcome::PixelFormat:
        return {QCoreApplication::translate(
                    "Films", "its pictures are in the pixel format \"%1\", which cannot be read")
                    .arg(name),
                convert()};
    case Outcome::Matrix:
        return {
            QCoreApplication::translate("Films", "its colours are in the matrix \"%1\", which cannot be read")
                .arg(name),
            convert()};
    case Outcome::TooLarge:
        return {QCoreApplication::translate(
                    "Films", "its pictures have %1x%2 points, and the largest that are read have %3 million")
                    .arg(ending.width)
                    .arg(ending.height)
                    .arg(film::largestArea / 1'000'000),
                makeSmaller()};
    case Outcome::NoMemory:
        return {QCoreApplication::translate("Films", "decoding it takes more than %1 MB of memory")
                    .arg(film::memoryShare >> 20),
                makeSmaller()};
    case Outcome::Broken:
        return {QCoreApplication::translate("Films", "the decoder \"%1\" does not accept it (%2)")
                    .arg(name, QString::fromUtf8(ending.words)),
                convert()};
    case Outcome::CutOff:
        return {QCoreApplication::translate("Films", "it is cut off before its first whole picture"),
                copyAgain()};
    case Outcome::Ended:
        if (ending.damaged > 0)
            return {QCoreApplication::translate("Films", "none of its %1 pictures is undamaged")
                        .arg(ending.damaged),
                    copyAgain()};
        return {QCoreApplication::translate("Films", "there are no pictures in it"),
                QCoreApplication::translate("Films", "Choose a file with moving pictures.")};
    case Outcome::NoFilm:
        break;
    }
    return {QCoreApplication::translate("Films", "it is no film in any known format"),
            QCoreApplication::translate("Films", "Choose an MP4, MOV, MKV, WebM or AVI file.")};
}

Reason reasonOf(const FilmEnd& end)
{
    switch (end.trouble) {
    case FilmEnd::Trouble::None:
        break;
    case FilmEnd::Trouble::NoProgram:
        return {QCoreApplication::translate(
                    "Films", "the program nanocap-film, which decodes films, is not installed"),
                QCoreApplication::translate("Films", "Install it, or choose another source.")};
    case FilmEnd::Trouble::NotOpened:
        return {QCoreApplication::translate("Films", "the file cannot be read (%1)").arg(end.words),
                copyAgain()};
    case FilmEnd::Trouble::Died:
        return {QCoreApplication::translate(
                    "Films", "the program that decodes it, nanocap-film, ended before the film did (%1)")
                    .arg(end.words),
                convert()};
    case FilmEnd::Trouble::Stuck:
        return {QCoreApplication::translate("Films", "no picture came for %1 seconds")
                    .arg(FilmPlayer::stuckAfterMs / 1000),
                convert()};
    }
    return reasonOf(end.ending);
}

} // namespace

FilmVerdict verdictOn(const FilmEnd& end, const QString& file)
{
    using film::Outcome;
    const film::Ending& ending = end.ending;
    const QString name = QFileInfo(file).fileName();
    const bool played = end.trouble == FilmEnd::Trouble::None && ending.pictures > 0;
    if (played && ending.outcome == Outcome::CutOff) {
        if (ending.wholeMs > ending.reachedMs)
            return {{},
                    QCoreApplication::translate(
                        "Films", "The film %1 is cut off after %2 s of %3 s. Copy it again to see the rest.")
                        .arg(name, seconds(ending.reachedMs), seconds(ending.wholeMs))};
        return {{},
                QCoreApplication::translate(
                    "Films", "The film %1 is cut off after %2 s. Copy it again to see the rest.")
                    .arg(name, seconds(ending.reachedMs))};
    }
    if (played && ending.outcome == Outcome::Ended) {
        const QString text = QCoreApplication::translate("Films", "The film has ended.");
        if (ending.damaged == 0)
            return {{}, text};
        return {
            {},
            text + u' ' +
                QCoreApplication::translate("Films", "%1 of its %2 pictures are damaged and were not shown.")
                    .arg(ending.damaged)
                    .arg(ending.damaged + ending.pictures)};
    }
    const Reason reason = reasonOf(end);
    const QString words = end.trouble == FilmEnd::Trouble::None ? QString::fromUtf8(ending.words) : end.words;
    return {inputFailure("SOURCE",
                         QCoreApplication::translate("Films", "The film %1 cannot be played: %2. %3")
                             .arg(name, reason.why, reason.what),
                         words.isEmpty() ? file : file + QStringLiteral(": ") + words, file),
            {}};
}

} // namespace nanocap::sources
