// SPDX-License-Identifier: Apache-2.0
#include "tests/sources/fixtures.h"

#include <QFile>
#include <QPainter>
#include <QPolygon>
#include <QProcess>

#include <cstdlib>

namespace nanocap::test {

namespace {

bool writeSprite(const QString& path, int shape)
{
    QImage image(256, 256, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(200, 120, 40));
    if (shape == 0)
        painter.drawEllipse(20, 20, 216, 216);
    else if (shape == 1)
        painter.drawRect(30, 30, 196, 196);
    else
        painter.drawPolygon(QPolygon({{128, 20}, {236, 230}, {20, 230}}));
    painter.end();
    return image.save(path);
}

} // namespace

bool writeBytes(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool ffmpeg(const QStringList& arguments, QByteArray* output)
{
    QProcess program;
    program.start("ffmpeg", QStringList{"-v", "error", "-nostdin", "-y"} + arguments);
    if (!program.waitForFinished(60000) || program.exitCode() != 0) {
        qWarning("ffmpeg: %s", program.readAllStandardError().constData());
        return false;
    }
    if (output)
        *output = program.readAllStandardOutput();
    return true;
}

bool writeDeck(const QString& folder)
{
    const QByteArray index = R"([{"file":"disc.png","noun_en":"apple","noun_ko":"사과"},
        {"file":"square.png","noun_en":"book","noun_ko":"책"},
        {"file":"triangle.png","noun_en":"unicorn","noun_ko":"유니콘"}])";
    return writeSprite(folder + "/disc.png", 0) && writeSprite(folder + "/square.png", 1) &&
           writeSprite(folder + "/triangle.png", 2) && writeBytes(folder + "/cards.json", index);
}

bool writePicture(const QString& path, const QColor& colour, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image.save(path);
}

bool isPlainRgb(const QImage& frame)
{
    return !frame.isNull() &&
           (frame.format() == QImage::Format_RGB32 || frame.format() == QImage::Format_RGB888);
}

bool isNear(const QColor& a, const QColor& b, int tolerance)
{
    return std::abs(a.red() - b.red()) <= tolerance && std::abs(a.green() - b.green()) <= tolerance &&
           std::abs(a.blue() - b.blue()) <= tolerance;
}

Recorder::Recorder(sources::FrameSource& source)
{
    using sources::FrameSource;
    connect(&source, &FrameSource::frameReady, this, [this](const captions::Frame& frame) {
        frames << frame.picture;
        notes << frame;
        framesAfterFinish += finishedCount;
    });
    connect(&source, &FrameSource::stateChanged, this,
            [this](sources::SourceState state, const Sentence&) { states << state; });
    connect(&source, &FrameSource::finished, this, [this] { ++finishedCount; });
    connect(&source, &FrameSource::imageFailed, this, [this](const QString& path, const Failure& failure) {
        failedImages << path;
        imageFailures << failure;
    });
}

} // namespace nanocap::test
