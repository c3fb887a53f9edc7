// SPDX-License-Identifier: Apache-2.0
// What a live scene is called, on pictures made here: with a sensor's noise, drifting light, things that come
// in, blur, darkness and a feed that has frozen. Time is a number.
#include "core/captions/scene_sense.h"

#include <QDir>
#include <QFontDatabase>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <functional>
#include <random>

using namespace nanocap::captions;

namespace {

constexpr QSize frameSize{640, 480};
constexpr qint64 frameMs = 100;

/// A room: a wall with a gradient, a table, a few things on it.
QImage room()
{
    QImage image(frameSize, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient wall(0, 0, 640, 300);
    wall.setColorAt(0, QColor(150, 145, 135));
    wall.setColorAt(1, QColor(105, 100, 98));
    painter.fillRect(image.rect(), wall);
    painter.fillRect(0, 330, 640, 150, QColor(90, 66, 48));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(180, 40, 36));
    painter.drawEllipse(90, 250, 110, 110);
    painter.setBrush(QColor(40, 90, 160));
    painter.drawRect(300, 170, 90, 190);
    painter.setBrush(QColor(220, 200, 120));
    painter.drawPolygon(QPolygon({{470, 350}, {530, 210}, {590, 350}}));
    // A bookshelf's worth of detail.
    for (int i = 0; i < 40; ++i) {
        painter.setBrush(QColor::fromHsv((i * 47) % 360, 120, 80 + (i * 31) % 150));
        painter.drawRect(20 + i * 15, 30, 13, 90 + (i * 13) % 40);
    }
    return image;
}

/// Each colour plus normal noise of `deviation`, the same for the same seed.
QImage noisy(QImage image, double deviation, unsigned seed)
{
    // Drawn from a table: a normal number for every colour of every picture would take minutes.
    static const std::vector<float> table = [] {
        std::mt19937 random(1);
        std::normal_distribution<float> normal(0, 1);
        std::vector<float> numbers(65'537);
        std::generate(numbers.begin(), numbers.end(), [&] { return normal(random); });
        return numbers;
    }();
    std::mt19937 random(seed);
    for (int y = 0; y < image.height(); ++y) {
        auto* pixel = reinterpret_cast<QRgb*>(image.scanLine(y));
        std::size_t at = random() % table.size();
        const auto with = [&](int level) {
            at = at + 1 < table.size() ? at + 1 : 0;
            return std::clamp(int(float(level) + float(deviation) * table[at] + 0.5F), 0, 255);
        };
        for (int x = 0; x < image.width(); ++x)
            pixel[x] = qRgb(with(qRed(pixel[x])), with(qGreen(pixel[x])), with(qBlue(pixel[x])));
    }
    return image;
}

QImage mapped(QImage image, const std::function<double(double level, int x, int y)>& level)
{
    for (int y = 0; y < image.height(); ++y) {
        auto* pixel = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const auto at = [&](int old) { return std::clamp(int(std::lround(level(old, x, y))), 0, 255); };
            pixel[x] = qRgb(at(qRed(pixel[x])), at(qGreen(pixel[x])), at(qBlue(pixel[x])));
        }
    }
    return image;
}

/// About a normal blur of `sigma` pixels: three means over a window, a side.
QImage blurred(QImage image, double sigma)
{
    const int reach = std::max(1, int(std::lround(sigma * 0.94)));
    for (int pass = 0; pass < 3; ++pass)
        for (const bool across : {true, false}) {
            const QImage from = image.copy();
            const int lines = across ? image.height() : image.width();
            const int length = across ? image.width() : image.height();
            for (int line = 0; line < lines; ++line) {
                const auto pixel = [&](int i) {
                    i = std::clamp(i, 0, length - 1);
                    return across ? from.pixel(i, line) : from.pixel(line, i);
                };
                int red = 0, green = 0, blue = 0;
                const auto add = [&](QRgb colour, int sign) {
                    red += sign * qRed(colour);
                    green += sign * qGreen(colour);
                    blue += sign * qBlue(colour);
                };
                for (int i = -reach; i <= reach; ++i)
                    add(pixel(i), 1);
                const int count = 2 * reach + 1;
                for (int i = 0; i < length; ++i) {
                    const QRgb mean = qRgb(red / count, green / count, blue / count);
                    across ? image.setPixel(i, line, mean) : image.setPixel(line, i, mean);
                    add(pixel(i - reach), -1);
                    add(pixel(i + reach + 1), 1);
                }
            }
        }
    return image;
}

QImage with(QImage image, const std::function<void(QPainter&)>& draw)
{
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter);
    return image;
}

QImage plain(int level)
{
    QImage image(frameSize, QImage::Format_RGB32);
    image.fill(QColor(level, level, level));
    return image;
}

using Film = std::function<QImage(int frame)>; ///< a frame every 100 ms

/// A sense that has seen `film` up to and without `until`.
void show(SceneSense& sense, const Film& film, int from, int until)
{
    for (int frame = from; frame < until; ++frame)
        sense.look(film(frame), frame * frameMs);
}

Film still(const QImage& picture, double noise)
{
    return [=](int frame) { return noisy(picture, noise, unsigned(frame)); };
}

const char* nameOf(SceneState state)
{
    constexpr const char* names[] = {"moving", "still", "dark", "covered", "blurred", "frozen"};
    return names[int(state)];
}

} // namespace

class TestSceneSense : public QObject
{
    Q_OBJECT

    std::vector<QImage> m_noisyRoom;

    /// The room with a camera's usual noise; made once.
    Film seenRoom()
    {
        return [this](int frame) { return m_noisyRoom[std::size_t(frame) % m_noisyRoom.size()]; };
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (unsigned seed = 0; seed < 13; ++seed)
            m_noisyRoom.push_back(noisy(room(), 4, seed));
    }

    void aSceneIsCalledByItsName_data()
    {
        QTest::addColumn<Film>("film");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* tag, const Film& film, const char* name) {
            QTest::newRow(tag) << film << name;
        };
        row(
            "a room without noise, as a test picture", [](int) { return room(); }, "still");
        row("a camera's usual noise", still(room(), 4), "still");
        row("a cheap camera at night", still(room(), 16), "still");
        row(
            "noise of which neighbours share (JPEG)",
            [](int frame) {
                std::mt19937 random{unsigned(frame)};
                std::vector<int> blocks(80 * 60);
                for (int& block : blocks)
                    block = int(random() % 5) - 2;
                return mapped(room(), [&](double level, int x, int y) {
                    return level + blocks[std::size_t(y / 8 * 80 + x / 8)];
                });
            },
            "still");
        row(
            "a lamp that flickers by a tenth",
            [](int frame) {
                return noisy(mapped(room(), [=](double level, int,
                                                int) { return level * (1 + 0.05 * std::sin(frame)); }),
                             4, unsigned(frame));
            },
            "still");
        row(
            "bands of mains light that roll",
            [](int frame) {
                return noisy(mapped(room(),
                                    [=](double level, int, int y) {
                                        return level * (1 + 0.02 * std::sin(y / 40.0 + frame * 2.0));
                                    }),
                             3, unsigned(frame));
            },
            "still");
        row(
            "dusk: half the light within 5 seconds",
            [](int frame) {
                return noisy(
                    mapped(room(), [=](double level, int, int) { return level * (1 - 0.01 * frame); }), 3,
                    unsigned(frame));
            },
            "still");
        row(
            "exposure that hunts up and down",
            [](int frame) {
                return noisy(mapped(room(), [=](double level, int,
                                                int) { return level * std::pow(1.02, frame % 10) - 10; }),
                             3, unsigned(frame));
            },
            "still");
        row(
            "hot pixels that come and go",
            [](int frame) {
                QImage image = room();
                std::mt19937 random{unsigned(frame)};
                for (int i = 0; i < 20; ++i)
                    image.setPixel(int(random() % 640), int(random() % 480), qRgb(255, 255, 255));
                return noisy(image, 4, unsigned(frame));
            },
            "still");
        row(
            "a person who walks through",
            [](int frame) {
                return noisy(
                    with(room(),
                         [=](QPainter& p) { p.fillRect(frame * 10, 120, 90, 300, QColor(60, 60, 80)); }),
                    4, unsigned(frame));
            },
            "moving");
        row(
            "a hand's breadth that sways",
            [](int frame) {
                return noisy(with(room(),
                                  [=](QPainter& p) {
                                      p.fillRect(300 + int(30 * std::sin(frame * 0.7)), 380, 40, 60,
                                                 QColor(220, 180, 150));
                                  }),
                             4, unsigned(frame));
            },
            "moving");
        row(
            "a thing that creeps, a pixel in 100 ms",
            [](int frame) {
                return noisy(
                    with(room(),
                         [=](QPainter& p) { p.fillRect(200 + frame, 380, 60, 60, QColor(220, 220, 220)); }),
                    4, unsigned(frame));
            },
            "moving");
        row(
            "a camera that is carried",
            [](int frame) { return noisy(room().copy(frame * 3 % 100, 0, 640, 480), 4, unsigned(frame)); },
            "moving");
        row("a lens cap", still(plain(2), 1), "dark");
        row(
            "a lens cap, all bits zero", [](int) { return plain(0); }, "dark");
        row("night, with a sensor that tries hard",
            still(mapped(room(), [](double l, int, int) { return l * 0.08; }), 12), "dark");
        row("a room at dusk is dim, not dark",
            still(mapped(room(), [](double l, int, int) { return l * 0.3; }), 6), "still");
        row("a candle in the dark is something to see",
            still(with(plain(3),
                       [](QPainter& p) {
                           p.setBrush(QColor(255, 220, 140));
                           p.drawEllipse(220, 140, 180, 180);
                       }),
                  4),
            "still");
        row(
            "a hand before the lens, red and without an edge",
            [](int frame) {
                return noisy(with(plain(0),
                                  [](QPainter& p) {
                                      QRadialGradient glow(320, 200, 500);
                                      glow.setColorAt(0, QColor(140, 60, 50));
                                      glow.setColorAt(1, QColor(70, 30, 26));
                                      p.fillRect(QRect(QPoint(), frameSize), glow);
                                  }),
                             5, unsigned(frame));
            },
            "covered");
        row("a white wall", still(plain(200), 4), "covered");
        row("a sheet of writing on a wall",
            still(with(plain(200),
                       [](QPainter& p) {
                           p.setPen(Qt::black);
                           p.setFont(QFont(QStringLiteral("DejaVu Sans"), 40));
                           p.drawText(60, 240, QStringLiteral("open at nine"));
                       }),
                  4),
            "still");
        row("out of focus by 1.5 % of its width", still(blurred(room(), 10), 3), "blurred");
        row("out of focus and noisy", still(blurred(room(), 12), 10), "blurred");
        row("a soft lens: 2 pixels", still(blurred(room(), 2), 3), "still");
        row("a lens with dew on it: 4 pixels", still(blurred(room(), 4), 3), "still");
        row("a scene of one large soft shape in focus",
            still(with(plain(90),
                       [](QPainter& p) {
                           p.setBrush(QColor(200, 180, 60));
                           p.drawEllipse(120, 60, 400, 360);
                       }),
                  4),
            "still");
    }
    void aSceneIsCalledByItsName()
    {
        QFETCH(Film, film);
        QFETCH(QString, name);
        SceneSense sense(true);
        show(sense, film, 0, 50);
        const SceneFigures& f = sense.figures();
        const QString seen = QStringLiteral("%1 (bright %2, edge %3, sharpness %4, noise %5, changed %6)")
                                 .arg(nameOf(sense.state()))
                                 .arg(f.bright)
                                 .arg(f.edge)
                                 .arg(f.sharpness)
                                 .arg(f.noise)
                                 .arg(f.changedCells);
        if (qEnvironmentVariableIsSet("NANOCAP_TEST_FIGURES"))
            qInfo("%s", qPrintable(seen));
        QVERIFY2(QLatin1String(nameOf(sense.state())) == name, qPrintable(seen));
    }

    void theBuiltInCardsAreInFocus()
    {
        const QDir folder(QStringLiteral(NANOCAP_SOURCE_DIR "/resources/cards"));
        const QStringList files = folder.entryList({QStringLiteral("*.png")});
        QVERIFY(files.size() > 10);
        for (const QString& file : files) {
            const QImage card(folder.filePath(file));
            const QImage picture = with(plain(150), [&](QPainter& p) {
                p.setRenderHint(QPainter::SmoothPixmapTransform);
                p.drawImage(QRect(144, 64, 352, 352), card);
            });
            SceneSense sense(true);
            show(
                sense, [&](int frame) { return noisy(picture, 2, unsigned(frame)); }, 0, 35);
            QVERIFY2(sense.state() == SceneState::Still, qPrintable(file + ' ' + nameOf(sense.state())));
        }
    }

    void aChangeIsSeenInTheNextPicture_data()
    {
        QTest::addColumn<Film>("after");
        const auto row = [](const char* tag, const std::function<void(QPainter&)>& draw) {
            QTest::newRow(tag) << still(with(room(), draw), 4);
        };
        row("a coin is laid down", [](QPainter& p) {
            p.setBrush(QColor(210, 200, 190));
            p.drawEllipse(420, 400, 32, 32);
        });
        row("a word changes", [](QPainter& p) {
            p.setPen(Qt::white);
            p.setFont(QFont(QStringLiteral("DejaVu Sans"), 14));
            p.drawText(220, 420, QStringLiteral("open"));
        });
        row("a person stands there", [](QPainter& p) { p.fillRect(200, 120, 120, 360, QColor(60, 60, 80)); });
        row("a hand covers it",
            [](QPainter& p) { p.fillRect(QRect(QPoint(), frameSize), QColor(120, 60, 50)); });
        row("something is taken away",
            [](QPainter& p) { p.fillRect(80, 240, 130, 90, QColor(120, 116, 110)); });
    }
    void aChangeIsSeenInTheNextPicture()
    {
        QFETCH(Film, after);
        SceneSense sense(true);
        show(sense, seenRoom(), 0, 40);
        QCOMPARE(sense.state(), SceneState::Still);
        QVERIFY(sense.isCalm());
        QVERIFY(sense.look(after(40), 40 * frameMs));
        QCOMPARE(sense.state(), SceneState::Moving);
        QVERIFY(!sense.isCalm());
        QCOMPARE(sense.calmSinceMs(), 40 * frameMs);
    }

    void stillIsSaidAfterTwoSecondsAndNotBefore()
    {
        SceneSense sense(false);
        show(sense, seenRoom(), 0, 20);
        QCOMPARE(sense.state(), SceneState::Moving);
        QVERIFY(sense.look(m_noisyRoom[0], SceneSense::stillAfterMs));
        QCOMPARE(sense.state(), SceneState::Still);
        QCOMPARE(sense.calmSinceMs(), 0);
    }

    void fewPicturesASecondAreEnough()
    {
        SceneSense sense(true);
        for (int i = 0; i < 20; ++i)
            sense.look(m_noisyRoom[std::size_t(i) % m_noisyRoom.size()], i * 200);
        QCOMPARE(sense.state(), SceneState::Still);
        QVERIFY(sense.look(with(m_noisyRoom[3], [](QPainter& p) { p.fillRect(400, 380, 40, 40, Qt::white); }),
                           4'000));
        QCOMPARE(sense.state(), SceneState::Moving);
    }

    void moreThanTenLooksASecondAreNotTaken()
    {
        SceneSense sense(false);
        sense.look(room(), 0);
        QVERIFY(!sense.look(plain(0), 33));
        QCOMPARE(sense.figures().bright > 100, true);
    }

    void theSameBitsFreezeACameraAndNotATestPicture()
    {
        for (const bool sensor : {true, false}) {
            SceneSense sense(sensor);
            for (int frame = 0; frame < 100; ++frame) {
                sense.look(m_noisyRoom[0], frame * frameMs);
                QVERIFY(sense.state() != SceneState::Frozen);
            }
            sense.look(m_noisyRoom[0], SceneSense::frozenAfterMs);
            QCOMPARE(nameOf(sense.state()), sensor ? "frozen" : "still");
            // One bit is a sign of life.
            QImage other = m_noisyRoom[0];
            other.setPixel(300, 200, other.pixel(300, 200) ^ 1);
            sense.look(other, SceneSense::frozenAfterMs + frameMs);
            QCOMPARE(nameOf(sense.state()), "still");
        }
    }

    void aCapOnTheLensIsDarkEvenIfItsBitsAreTheSame()
    {
        SceneSense sense(true);
        show(
            sense, [](int) { return plain(0); }, 0, 150);
        QCOMPARE(nameOf(sense.state()), "dark");
    }

    void aHandThatPassesIsNoTrouble()
    {
        SceneSense sense(true);
        show(sense, seenRoom(), 0, 30);
        for (int frame = 30; frame < 39; ++frame) {
            sense.look(noisy(plain(80), 3, unsigned(frame)), frame * frameMs);
            QVERIFY(!isTrouble(sense.state()));
        }
        show(sense, seenRoom(), 39, 45);
        QCOMPARE(nameOf(sense.state()), "moving");
    }

    void troubleEndsWithItsCause()
    {
        SceneSense sense(true);
        show(sense, still(plain(2), 1), 0, 20);
        QCOMPARE(nameOf(sense.state()), "dark");
        sense.look(m_noisyRoom[0], 2'000);
        QCOMPARE(nameOf(sense.state()), "moving");
    }

    void aThresholdIsNotCrossedToAndFro()
    {
        SceneSense sense(true);
        show(sense, still(plain(26), 1), 0, 20);
        QCOMPARE(nameOf(sense.state()), "dark");
        show(sense, still(plain(31), 1), 20, 40); // between the two thresholds: it stays what it was
        QCOMPARE(nameOf(sense.state()), "dark");
        SceneSense other(true);
        show(other, still(plain(31), 1), 0, 20);
        QCOMPARE(nameOf(other.state()), "covered");
    }

    void sizesAndFormats_data()
    {
        QTest::addColumn<QImage>("picture");
        QTest::addColumn<bool>("read");
        QTest::newRow("RGB888") << room().convertToFormat(QImage::Format_RGB888) << true;
        QTest::newRow("160x120") << room().scaled(160, 120) << true;
        QTest::newRow("1280x720") << room().scaled(1280, 720) << true;
        QTest::newRow("upright") << room().transformed(QTransform().rotate(90)) << true;
        QTest::newRow("nothing") << QImage() << false;
        QTest::newRow("8x8") << room().scaled(8, 8) << false;
    }
    void sizesAndFormats()
    {
        QFETCH(QImage, picture);
        QFETCH(bool, read);
        SceneSense sense(true);
        for (int frame = 0; frame < 30; ++frame)
            sense.look(picture, frame * frameMs);
        QCOMPARE(sense.figures().cells > 0, read);
        QCOMPARE(nameOf(sense.state()), read ? "still" : "moving");
        if (read) // another size is another scene
            QVERIFY(sense.look(room().scaled(320, 240), 3'000));
    }

    void costOfALook()
    {
        SceneSense sense(true);
        qint64 now = 0;
        QBENCHMARK
        {
            sense.look(m_noisyRoom[std::size_t(now / 100) % m_noisyRoom.size()], now);
            now += 100;
        }
    }
};

QTEST_MAIN(TestSceneSense)
#include "tst_scene_sense.moc"
