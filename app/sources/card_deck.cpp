// SPDX-License-Identifier: Apache-2.0
#include "app/sources/card_deck.h"

#include "app/sources/frame_source.h"
#include "core/base/installation.h"

#include <QColor>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QRandomGenerator>

#include <array>
#include <cmath>
#include <numeric>

namespace nanocap::sources {

namespace {

struct NamedColour
{
    const char* english;
    const char* korean;
    QRgb value;
};

// The middle of the range in which the recipe of the built-in models draws each colour.
constexpr std::array<NamedColour, colourCount> colours{{{"red", "빨간", 0xffd2231f},
                                                        {"orange", "주황색", 0xfff28a1c},
                                                        {"yellow", "노란", 0xfff5dd3c},
                                                        {"green", "초록색", 0xff3fae55},
                                                        {"blue", "파란", 0xff2f63cf},
                                                        {"purple", "보라색", 0xff7b40ae},
                                                        {"pink", "분홍색", 0xfff59cc0},
                                                        {"brown", "갈색", 0xff7a4a24},
                                                        {"white", "하얀", 0xfff9f9f7},
                                                        {"black", "검은", 0xff121214},
                                                        {"gray", "회색", 0xff8e8e90}}};

QString withArticle(const QString& noun)
{
    const bool vowel = QStringLiteral("aeiou").contains(noun.left(1)) && !noun.startsWith(u"unicorn");
    return (vowel ? QStringLiteral("an ") : QStringLiteral("a ")) + noun;
}

/// Mean colour of what is not transparent, looked at in a coarse grid.
QColor meanColour(const QImage& image)
{
    quint64 red = 0, green = 0, blue = 0, alpha = 0;
    for (int y = 0; y < image.height(); y += 8) {
        for (int x = 0; x < image.width(); x += 8) {
            const QRgb pixel = image.pixel(x, y);
            const auto weight = quint64(qAlpha(pixel));
            red += weight * quint64(qRed(pixel));
            green += weight * quint64(qGreen(pixel));
            blue += weight * quint64(qBlue(pixel));
            alpha += weight;
        }
    }
    if (alpha == 0)
        return Qt::gray;
    return QColor(int(red / alpha), int(green / alpha), int(blue / alpha));
}

int distance(const QColor& a, const QColor& b)
{
    return 2 * std::abs(a.red() - b.red()) + 3 * std::abs(a.green() - b.green()) +
           std::abs(a.blue() - b.blue());
}

tl::unexpected<Failure> missing(const QString& folder, const Sentence& why)
{
    return fail(makeFailure(
        "SOURCE",
        said("Sources", "The built-in cards cannot be shown: %1. Install the program's data again, or choose "
                        "another source.")
            .with({why}),
        "folder: " + folder.toStdString(), folder.toStdString()));
}

} // namespace

QColor cardColour(int colour)
{
    return QColor::fromRgb(colours.at(size_t(colour)).value);
}

QString cardColourName(int colour, const QString& language)
{
    const NamedColour& named = colours.at(size_t(colour));
    return QString::fromUtf8(language == u"ko" ? named.korean : named.english);
}

QString Card::caption(const QString& language) const
{
    QStringList nouns;
    for (const CardPicture& picture : pictures)
        nouns << (language == u"ko" ? picture.korean : withArticle(picture.english));
    const QString name = cardColourName(colour, language);
    if (language == u"ko")
        return name + QStringLiteral(" 배경 위에 ") + nouns.join(QStringLiteral(" 그리고 "));
    return nouns.join(QStringLiteral(" and ")) + QStringLiteral(" on ") + withArticle(name) +
           QStringLiteral(" background");
}

QString CardDeck::builtInFolder()
{
    return QString::fromStdString(resourceFolder()) + QStringLiteral("/cards");
}

Result<CardDeck> CardDeck::read(const QString& folder)
{
    QFile file(folder + QStringLiteral("/cards.json"));
    if (!file.open(QIODevice::ReadOnly))
        return missing(folder, said("Sources", "their list cards.json is missing"));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isArray())
        return missing(folder, said("Sources", "their list cards.json is not readable"));

    CardDeck deck;
    deck.m_folder = folder;
    const QJsonArray entries = document.array();
    for (const QJsonValue& value : entries) {
        const QJsonObject entry = value.toObject();
        const CardPicture picture{entry[u"file"].toString(), entry[u"noun_en"].toString(),
                                  entry[u"noun_ko"].toString()};
        if (!picture.file.isEmpty() && !picture.english.isEmpty())
            deck.m_pictures << picture;
    }
    if (deck.m_pictures.isEmpty())
        return missing(folder, said("Sources", "their list cards.json names no picture"));
    return deck;
}

Card CardDeck::card(quint32 seed, quint64 number) const
{
    const auto count = quint64(m_pictures.size());
    const quint64 round = number / count;
    QList<int> order(m_pictures.size());
    std::iota(order.begin(), order.end(), 0);
    const quint32 shuffleSeed[] = {seed, quint32(round)};
    QRandomGenerator shuffle(shuffleSeed);
    for (auto i = order.size() - 1; i > 0; --i)
        std::swap(order[i], order[qsizetype(shuffle.bounded(quint32(i + 1)))]);

    const quint32 cardSeed[] = {seed, quint32(number), 0xca4d};
    QRandomGenerator random(cardSeed);
    Card card;
    const int first = order[qsizetype(number % count)];
    card.pictures << m_pictures[first];
    if (count > 1 && random.bounded(100) < 45) {
        const int second = (first + 1 + int(random.bounded(quint32(count - 1)))) % int(count);
        card.pictures << m_pictures[second];
    }

    // A fox on orange can hardly be seen, so of a few colours the one farthest from all pictures is taken.
    QList<QColor> means;
    for (const CardPicture& shown : card.pictures)
        means << meanColour(picture(shown));
    int best = -1;
    for (int attempt = 0; attempt < 3; ++attempt) {
        const int colour = int(random.bounded(quint32(colourCount)));
        int nearest = 1 << 20;
        for (const QColor& mean : means)
            nearest = std::min(nearest, distance(cardColour(colour), mean));
        if (nearest > best) {
            best = nearest;
            card.colour = colour;
        }
    }
    return card;
}

QImage CardDeck::picture(const CardPicture& picture) const
{
    QImage image(m_folder + QLatin1Char('/') + picture.file);
    if (!image.isNull())
        return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    image = QImage(256, 256, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::darkGray);
    painter.drawEllipse(16, 16, 224, 224);
    return image;
}

} // namespace nanocap::sources
