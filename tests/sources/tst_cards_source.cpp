// SPDX-License-Identifier: Apache-2.0
#include "app/sources/card_reel.h"
#include "app/sources/source_factory.h"
#include "tests/sources/fixtures.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace nanocap;
using namespace nanocap::sources;
using namespace nanocap::test;
using namespace std::chrono_literals;

class CardsSourceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sameSeedDrawsTheSame();
    void anotherSeedDrawsOtherCards();
    void everyPictureComesBeforeAnyComesAgain();
    void captionFollowsTheGrammar_data();
    void captionFollowsTheGrammar();
    void restingCardFillsMostOfTheFrame();
    void pictureMoves();
    void aPictureThatIsGoneIsReplaced();
    void deliversFramesUntilStopped();
    void turnsFrames();
    void refusesABadDeck_data();
    void refusesABadDeck();

private:
    CardDeck deck() const { return *CardDeck::read(m_folder.path()); }
    std::unique_ptr<FrameSource> source(SourceOptions options = {}) const;

    QTemporaryDir m_folder;
};

std::unique_ptr<FrameSource> CardsSourceTest::source(SourceOptions options) const
{
    options.cardFolder = m_folder.path();
    return std::move(*createSource("cards:", options));
}

void CardsSourceTest::initTestCase()
{
    QVERIFY(writeDeck(m_folder.path()));
}

void CardsSourceTest::sameSeedDrawsTheSame()
{
    CardReel one(deck(), 5);
    CardReel other(deck(), 5);
    QImage a, b;
    // Not in order of time on purpose: a frame depends on nothing drawn before.
    for (const auto time : {6100ms, 0ms, 3000ms, 17900ms}) {
        one.draw(time, a);
        other.draw(time, b);
        QCOMPARE(a.size(), CardReel::frameSize);
        QCOMPARE(a.format(), QImage::Format_RGB32);
        QCOMPARE(a, b);
    }
    CardReel fresh(deck(), 5);
    fresh.draw(3000ms, b);
    one.draw(3000ms, a);
    QCOMPARE(a, b);
}

void CardsSourceTest::anotherSeedDrawsOtherCards()
{
    QStringList captions[2];
    for (quint64 number = 0; number < 12; ++number) {
        captions[0] << deck().card(1, number).caption("en");
        captions[1] << deck().card(2, number).caption("en");
    }
    QVERIFY(captions[0] != captions[1]);
}

void CardsSourceTest::everyPictureComesBeforeAnyComesAgain()
{
    const CardDeck cards = deck();
    int pairs = 0;
    QSet<int> colours;
    for (quint64 round = 0; round < 20; ++round) {
        QSet<QString> first;
        for (quint64 i = 0; i < 3; ++i) {
            const Card card = cards.card(9, round * 3 + i);
            first << card.pictures.front().file;
            colours << card.colour;
            if (card.pictures.size() == 2) {
                ++pairs;
                QVERIFY(card.pictures[0].file != card.pictures[1].file);
            }
        }
        QCOMPARE(first.size(), 3);
    }
    QVERIFY(pairs > 5 && pairs < 55);
    QVERIFY(colours.size() >= 6);
}

void CardsSourceTest::captionFollowsTheGrammar_data()
{
    QTest::addColumn<QStringList>("english");
    QTest::addColumn<QStringList>("korean");
    QTest::addColumn<int>("colour");
    QTest::addColumn<QString>("en");
    QTest::addColumn<QString>("ko");
    QTest::newRow("one, with an") << QStringList{"apple"} << QStringList{"사과"} << 4
                                  << "an apple on a blue background"
                                  << "파란 배경 위에 사과";
    QTest::newRow("two on orange") << QStringList{"fox", "slice of pizza"} << QStringList{"여우", "피자"} << 1
                                   << "a fox and a slice of pizza on an orange background"
                                   << "주황색 배경 위에 여우 그리고 피자";
    QTest::newRow("unicorn takes a") << QStringList{"unicorn"} << QStringList{"유니콘"} << 10
                                     << "a unicorn on a gray background"
                                     << "회색 배경 위에 유니콘";
}

void CardsSourceTest::captionFollowsTheGrammar()
{
    QFETCH(QStringList, english);
    QFETCH(QStringList, korean);
    QFETCH(int, colour);
    Card card;
    for (qsizetype i = 0; i < english.size(); ++i)
        card.pictures << CardPicture{{}, english[i], korean[i]};
    card.colour = colour;
    QTEST(card.caption("en"), "en");
    QTEST(card.caption("ko"), "ko");
}

void CardsSourceTest::restingCardFillsMostOfTheFrame()
{
    CardReel reel(deck(), 3);
    QImage frame;
    for (int number = 0; number < 6; ++number) {
        const auto time = CardReel::cardTime * number + 3000ms;
        reel.draw(time, frame);
        const QColor colour = cardColour(reel.cardAt(time).colour);
        // Where no picture is: near the four corners of the card.
        int near = 0;
        for (const QPoint at : {QPoint(60, 45), QPoint(580, 45), QPoint(60, 435), QPoint(580, 435)})
            near += isNear(frame.pixelColor(at), colour, 75) ? 1 : 0;
        QVERIFY2(near >= 3, qPrintable(QString("card %1: %2 corners show its colour").arg(number).arg(near)));
    }
}

void CardsSourceTest::pictureMoves()
{
    CardReel reel(deck(), 3);
    QImage a, b;
    reel.draw(2000ms, a);
    reel.draw(2500ms, b);
    QVERIFY(a != b);
}

void CardsSourceTest::aPictureThatIsGoneIsReplaced()
{
    const QImage picture = deck().picture({"gone.png", "fox", "여우"});
    QVERIFY(!picture.isNull());
    QVERIFY(qAlpha(picture.pixel(128, 128)) == 255);
}

void CardsSourceTest::deliversFramesUntilStopped()
{
    const auto cards = source();
    Recorder seen(*cards);
    QThread* deliveredIn = nullptr;
    connect(cards.get(), &FrameSource::frameReady, this, [&] { deliveredIn = QThread::currentThread(); });
    QCOMPARE(cards->state(), SourceState::Off);
    cards->start();
    QTRY_VERIFY_WITH_TIMEOUT(seen.frames.size() >= 5, 20000);
    QCOMPARE(deliveredIn, QThread::currentThread());
    QCOMPARE(seen.states, (QList<SourceState>{SourceState::Starting, SourceState::On}));
    QVERIFY(!cards->isDeviceOpen());
    for (const QImage& frame : seen.frames) {
        QVERIFY(isPlainRgb(frame));
        QCOMPARE(frame.size(), QSize(640, 480));
    }
    // Frames still held here must not be drawn over.
    const QImage kept = seen.frames.front();
    const QImage copy = kept.copy();

    cards->stop();
    const auto count = seen.frames.size();
    QCOMPARE(cards->state(), SourceState::Off);
    QTest::qWait(150);
    QCOMPARE(seen.frames.size(), count);

    cards->start();
    QTRY_VERIFY_WITH_TIMEOUT(seen.frames.size() >= count + 5, 20000);
    QCOMPARE(kept, copy);
    QCOMPARE(cards->frames(), quint64(seen.frames.size()));
}

void CardsSourceTest::turnsFrames()
{
    SourceOptions options;
    options.orientation.rotation = 90;
    const auto cards = source(options);
    Recorder seen(*cards);
    cards->start();
    QTRY_VERIFY_WITH_TIMEOUT(!seen.frames.isEmpty(), 20000);
    QCOMPARE(seen.frames.last().size(), QSize(480, 640));
    cards->setOrientation({});
    QTRY_VERIFY_WITH_TIMEOUT(seen.frames.last().size() == QSize(640, 480), 20000);
}

void CardsSourceTest::refusesABadDeck_data()
{
    QTest::addColumn<QByteArray>("index");
    QTest::addColumn<QString>("says");
    QTest::newRow("no list") << QByteArray() << "cards.json is missing";
    QTest::newRow("not JSON") << QByteArray("{") << "cards.json is not readable";
    QTest::newRow("an empty list") << QByteArray("[]") << "cards.json names no picture";
    QTest::newRow("entries without files")
        << QByteArray("[{\"noun_en\":\"fox\"}, 3]") << "cards.json names no picture";
}

void CardsSourceTest::refusesABadDeck()
{
    QFETCH(QByteArray, index);
    QFETCH(QString, says);
    QTemporaryDir folder;
    if (!index.isEmpty())
        QVERIFY(writeBytes(folder.filePath("cards.json"), index));
    SourceOptions options;
    options.cardFolder = folder.path();
    const auto cards = createSource("cards:", options);
    QVERIFY(!cards.has_value());
    QCOMPARE(cards.error().code, std::string("SOURCE"));
    QVERIFY2(QString::fromStdString(cards.error().message.text()).contains(says),
             cards.error().message.text().c_str());
}

QTEST_MAIN(CardsSourceTest)
#include "tst_cards_source.moc"
