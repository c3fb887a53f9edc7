// SPDX-License-Identifier: Apache-2.0
// What stands under a picture was said of that picture, or nothing stands there.
#include "core/captions/caption_stream.h"

#include <QTest>

using namespace nanocap;
using namespace nanocap::captions;

namespace {

Frame frame(quint64 number, quint64 scene, const QString& item = {})
{
    Frame f;
    f.picture = QImage(640, 480, QImage::Format_RGB32);
    f.picture.fill(Qt::gray);
    f.number = number;
    f.scene = scene;
    f.item = item;
    return f;
}

CaptionResult said(const Frame& of, const std::string& text, qint64 doneMs, float probability = 0.9f)
{
    CaptionResult result;
    result.frame = of;
    result.caption.text = text;
    result.caption.words = {text, "<end>"};
    result.caption.probabilities = {probability, probability};
    result.latencyMs = 12;
    result.doneMs = doneMs;
    return result;
}

std::string standing(const CaptionStream& stream)
{
    return stream.current() ? stream.current()->caption.text : "nothing";
}

} // namespace

class TestCaptionStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneSceneIsKeptCalm()
    {
        CaptionStream stream;
        QVERIFY(!stream.see(frame(1, 7)));
        QVERIFY(stream.take(said(frame(1, 7), "a fox", 1000)));
        QVERIFY(!stream.take(said(frame(2, 7), "a cat", 1100)));
        QVERIFY(!stream.take(said(frame(3, 7), "a cat", 1200)));
        QCOMPARE(standing(stream), std::string("a fox")); // not yet readable long enough
        QVERIFY(stream.take(said(frame(20, 7), "a cat", 2600)));
        QCOMPARE(standing(stream), std::string("a cat"));
    }

    void anotherItemStartsFresh()
    {
        CaptionStream stream;
        stream.see(frame(1, 1, "a.png"));
        stream.take(said(frame(1, 1, "a.png"), "a fox", 1000));
        QVERIFY(stream.see(frame(2, 2, "b.png")));
        QCOMPARE(standing(stream), std::string("nothing"));
        QVERIFY(stream.take(said(frame(2, 2, "b.png"), "a cat", 1010)));
        QCOMPARE(standing(stream), std::string("a cat"));
        QCOMPARE(stream.current()->frame.item, QStringLiteral("b.png"));
    }

    void aCaptionThatComesAfterItsPictureWentIsNotShown()
    {
        CaptionStream stream;
        stream.see(frame(1, 1));
        stream.see(frame(2, 2));
        QVERIFY(!stream.take(said(frame(1, 1), "a fox", 1000)));
        QCOMPARE(standing(stream), std::string("nothing"));
        QCOMPARE(stream.statistics().count, quint64(1)); // it was made all the same
    }

    void atTheEndOnlyTheLastPicturesCaptionStands()
    {
        CaptionStream stream;
        stream.see(frame(1, 1));
        stream.take(said(frame(1, 1), "a fox", 1000));
        stream.see(frame(9, 1));
        QVERIFY(stream.stayAt(9));
        QCOMPARE(standing(stream), std::string("nothing"));
        QVERIFY(!stream.take(said(frame(5, 1), "a fox", 1050)));
        QVERIFY(stream.take(said(frame(9, 1), "a cat", 1100)));
        QCOMPARE(standing(stream), std::string("a cat"));
    }

    void theLastPicturesOwnCaptionStays()
    {
        CaptionStream stream;
        stream.see(frame(9, 1));
        stream.take(said(frame(9, 1), "a cat", 1000));
        QVERIFY(!stream.stayAt(9));
        QCOMPARE(standing(stream), std::string("a cat"));
    }

    void whatWasAskedForIsShownAtOnce()
    {
        CaptionStream stream;
        stream.see(frame(1, 1));
        stream.take(said(frame(1, 1), "a fox", 1000));
        stream.expectRequested();
        QVERIFY(stream.take(said(frame(2, 1), "a cat", 1100, 0.2f)));
        QCOMPARE(standing(stream), std::string("a cat"));
    }

    void withoutPicturesNothingStands()
    {
        CaptionStream stream;
        stream.see(frame(1, 1));
        stream.take(said(frame(1, 1), "a fox", 1000));
        QVERIFY(stream.clear());
        QVERIFY(!stream.clear());
        QCOMPARE(standing(stream), std::string("nothing"));
    }

    void historyHoldsTheLastHundredWithSmallPictures()
    {
        CaptionStream stream;
        for (quint64 i = 1; i <= 120; ++i) {
            stream.see(frame(i, i));
            stream.take(said(frame(i, i), "picture " + std::to_string(i), qint64(i) * 100));
            stream.take(
                said(frame(i, i), "picture " + std::to_string(i), qint64(i) * 100 + 10)); // once is enough
        }
        QCOMPARE(stream.history().size(), std::size_t(100));
        QCOMPARE(stream.history().front().caption.text, std::string("picture 120"));
        QCOMPARE(stream.history().back().caption.text, std::string("picture 21"));
        const QByteArray thumbnail = stream.history().front().thumbnail;
        const QImage shown = QImage::fromData(thumbnail, "JPEG");
        QCOMPARE(shown.size(), QSize(160, 120));
        QVERIFY(qAbs(qGray(shown.pixel(80, 60)) - qGray(QColor(Qt::gray).rgb())) <= 2);
        QVERIFY2(thumbnail.size() <= 10'000, qPrintable(QString::number(thumbnail.size())));
        stream.begin();
        QCOMPARE(stream.history().size(), std::size_t(100));
        QCOMPARE(stream.statistics().count, quint64(0));
        stream.forget();
        QVERIFY(stream.history().empty());
    }
};

QTEST_APPLESS_MAIN(TestCaptionStream)
#include "tst_caption_stream.moc"
