// SPDX-License-Identifier: Apache-2.0
// Which frames go to the model, what is said in place of a caption, what is read aloud, and what a kiosk goes
// back to when nobody is there. No engine: captions are handed in, frames are made here and carry their time.
#include "app/nanocap/program.h"
#include "ui/pages/live_page.h"
#include "ui/text/scene_text.h"
#include "ui/widgets/attract_view.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace nanocap;
using namespace nanocap::app;
using captions::SceneState;

namespace {

QImage room(bool withThing = false)
{
    QImage image(320, 240, QImage::Format_RGB32);
    image.fill(QColor(120, 110, 100));
    QPainter painter(&image);
    for (int i = 0; i < 20; ++i)
        painter.fillRect(10 + i * 15, 20, 8, 60 + i * 7 % 40, QColor::fromHsv(i * 47 % 360, 120, 90 + i * 7));
    painter.fillRect(0, 170, 320, 70, QColor(80, 60, 40));
    if (withThing)
        painter.fillRect(120, 110, 60, 90, QColor(220, 210, 40));
    return image;
}

QImage dark()
{
    QImage image(320, 240, QImage::Format_RGB32);
    image.fill(Qt::black);
    return image;
}

} // namespace

class TestSenses : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Program> m_program;
    qint64 m_now = 0;
    quint64 m_number = 0;

    CaptionFlow& captions() const { return m_program->captions; }

    /// `seconds` of pictures, ten a second.
    void look(const QImage& picture, double seconds)
    {
        for (int i = 0; i < int(seconds * 10 + 0.5); ++i) {
            captions::Frame frame;
            frame.picture = picture;
            frame.number = ++m_number;
            frame.scene = 7;
            frame.takenMs = m_now += 100;
            captions().see(frame);
        }
    }
    /// The model's answer to the newest frame.
    void answer(const std::string& text)
    {
        captions::CaptionResult result;
        result.frame.scene = 7;
        result.frame.number = m_number;
        result.frame.takenMs = m_now;
        result.frame.picture = room();
        result.caption.text = text;
        result.caption.words = {text, "<end>"};
        result.caption.probabilities = {0.9F, 0.9F};
        result.doneMs = m_now;
        Q_EMIT m_program->service.captionReady(result);
    }
    QString standing() const
    {
        const auto& current = captions().stream().current();
        return current ? QString::fromStdString(current->caption.text) : QStringLiteral("nothing");
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("NANOCAP_STATE_DIR", m_folder->path().toUtf8());
        qputenv("NANOCAP_SPEECH", m_folder->filePath("no-such-program").toUtf8());
        m_program = std::make_unique<Program>(Behaviour{.kiosk = true});
        m_program->source.setUri(QStringLiteral("cards:"));
        m_now = 5'000;
        captions().begin();
        captions().setSensing(Sensing::Camera);
    }

    void aStillSceneIsCaptionedAndThenWatched()
    {
        QSignalSpy few(&captions(), &CaptionFlow::needsFewPicturesChanged),
            stirred(&captions(), &CaptionFlow::stirred);
        look(room(), 1);
        QVERIFY(captions().isWorthACaption());
        look(room(), 1.1);
        QCOMPARE(captions().scene(), SceneState::Still);
        QVERIFY(captions().isWorthACaption()); // nothing was said of it yet
        QCOMPARE(few.count(), 0);
        for (int i = 0; i < CaptionFlow::enoughOfStillScene; ++i)
            answer("a room");
        look(room(), 0.1);
        QVERIFY(!captions().isWorthACaption());
        QCOMPARE(few.count(), 1);
        look(room(), 5);
        QCOMPARE(standing(), QStringLiteral("a room"));
        look(room(true), 0.1); // the very next picture
        QVERIFY(captions().isWorthACaption());
        QCOMPARE(captions().scene(), SceneState::Moving);
        QCOMPARE(few.count(), 2);
        QCOMPARE(stirred.count(), 1);                   // what keeps a kiosk awake, and wakes it
        QCOMPARE(standing(), QStringLiteral("a room")); // until the model has seen the other scene
    }

    void whatStandsInAStillSceneWasSaidOfIt()
    {
        look(room(), 0.5);
        answer("before");
        QCOMPARE(standing(), QStringLiteral("before"));
        look(room(true), 2.5);
        // Three that disagree win no vote; the fourth stands all the same.
        answer("one");
        look(room(true), 0.1);
        answer("two");
        look(room(true), 0.1);
        answer("three");
        look(room(true), 0.1);
        if (standing() == QStringLiteral("before")) {
            QVERIFY(captions().isWorthACaption());
            answer("four");
        }
        QVERIFY(standing() != QStringLiteral("before"));
        look(room(true), 0.1);
        QVERIFY(!captions().isWorthACaption());
    }

    void inTheDarkItIsSaidThatItIsDark()
    {
        m_program->live.show();
        look(room(), 1);
        answer("a room");
        look(dark(), 1.2);
        QCOMPARE(captions().scene(), SceneState::Dark);
        QVERIFY(!captions().isWorthACaption());
        QCOMPARE(standing(), QStringLiteral("nothing"));
        answer("a cat in a black box"); // was under way
        QCOMPARE(standing(), QStringLiteral("nothing"));
        auto* page = m_program->window.findChild<ui::LivePage*>();
        QCOMPARE(page->captionPanel()->text(), ui::sceneTrouble(SceneState::Dark));
        QVERIFY(captions().sceneFigures()->bright < 1);
        look(room(), 0.2);
        QVERIFY(captions().isWorthACaption());
    }

    void everyTroubleHasWordsAndFigures()
    {
        QStringList seen;
        for (const SceneState scene :
             {SceneState::Dark, SceneState::Covered, SceneState::Blurred, SceneState::Frozen}) {
            const QString text = ui::sceneTrouble(scene);
            QVERIFY(text.size() > 20 && !seen.contains(text));
            seen << text;
        }
        QVERIFY(ui::sceneTrouble(SceneState::Still).isEmpty() && ui::sceneNote(SceneState::Moving).isEmpty());
        captions::SceneFigures figures;
        figures.bright = 12;
        figures.sameBitsMs = 11'500;
        const auto rows = ui::sceneRows(SceneState::Frozen, figures);
        QCOMPARE(rows[0].second, QStringLiteral("frozen"));
        QCOMPARE(rows[2].second, QStringLiteral("12 of 255"));
        QCOMPARE(rows.back().second, QStringLiteral("11.5 s"));
    }

    void withoutSensingEveryPictureCounts()
    {
        captions().setSensing(Sensing::Off);
        look(dark(), 15);
        QVERIFY(captions().isWorthACaption());
        QCOMPARE(captions().scene(), SceneState::Moving);
        QVERIFY(!captions().sceneFigures());
        QVERIFY(!captions().needsFewPictures());
    }

    void anotherSourceIsSensedAnew()
    {
        look(dark(), 2);
        QCOMPARE(captions().scene(), SceneState::Dark);
        captions().follow(captions::SourceState::Starting);
        QCOMPARE(captions().scene(), SceneState::Moving);
        QVERIFY(!captions().needsFewPictures());
    }

    void onlyWhatWasAskedForIsReadUnlessChangesAreWanted()
    {
        QSignalSpy said(&m_program->speech, &SpeechFlow::said);
        m_program->speech.setMode("requested");
        look(room(), 1);
        answer("a room");
        QCOMPARE(said.count(), 0);
        captions().captionNow();
        answer("a fox");
        QCOMPARE(said.count(), 1);
        QCOMPARE(said[0][0].toString(), QStringLiteral("a fox"));
        QCOMPARE(said[0][1].toString(), QStringLiteral("en"));
        answer("a fox");
        QCOMPARE(said.count(), 1);
        captions().captionNow(); // asked again: the same words again
        answer("a fox");
        QCOMPARE(said.count(), 2);
        m_program->speech.repeat();
        QCOMPARE(said.count(), 3);
        m_program->speech.setMode("off");
        captions().captionNow();
        answer("a dog");
        QCOMPARE(said.count(), 3);
    }

    void changesAreReadOnceAMinute()
    {
        QSignalSpy said(&m_program->speech, &SpeechFlow::said);
        m_program->speech.setMode("changes");
        const auto change = [&](const char* text) {
            look(room(), 2);
            answer(text);
            answer(text);
        };
        change("a fox");
        change("a dog");
        change("a fox");
        change("a dog");
        QCOMPARE(said.count(), 2);
        m_now += SpeechFlow::sameAgainMs;
        change("a fox");
        QCOMPARE(said.count(), 3);
        m_program->speech.setMuted(true);
        change("a cat");
        QCOMPARE(said.count(), 3);
    }

    void inTheDarkTheDarkIsRead()
    {
        QSignalSpy said(&m_program->speech, &SpeechFlow::said);
        m_program->speech.setMode("requested");
        m_program->speech.setLanguage("ko");
        look(dark(), 2);
        captions().captionNow();
        QCOMPARE(said.count(), 1);
        QCOMPARE(said[0][0].toString(), ui::sceneTrouble(SceneState::Dark));
        QCOMPARE(said[0][1].toString(), QStringLiteral("en")); // the window's language, not the model's
    }

    void aMissingVoiceIsToldOnce()
    {
        QSignalSpy failed(&m_program->speech, &SpeechFlow::failed);
        m_program->speech.setMode("requested");
        look(room(), 1);
        for (int i = 0; i < 3; ++i) {
            captions().captionNow();
            answer("a fox");
            QTRY_COMPARE(failed.count(), 1);
        }
        m_program->speech.repeat();
        QCOMPARE(failed.count(), 1);
    }

    void aKioskLeftAloneGoesBackToItsOwn()
    {
        ui::MainWindow& window = m_program->window;
        window.resize(800, 480);
        window.show();
        m_program->rest.setOwn({"en", ui::ThemeKind::Dark, ui::TextSize::Normal, 0}, false);
        m_program->live.begin({{{"en", "A model"}}});
        captions().setSensing(Sensing::Camera);
        look(room(), 1);
        answer("what a visitor saw");
        window.setLooks({"ko", ui::ThemeKind::Dark, ui::TextSize::Largest, 0});
        auto* page = window.findChild<ui::LivePage*>();
        page->togglePause();
        QVERIFY(page->isPaused());
        m_program->rest.setAfter(std::chrono::seconds(90));
        QVERIFY(!m_program->attract.isRunning());

        Q_EMIT m_program->idle.wentIdle();
        QVERIFY(m_program->attract.isRunning());
        QCOMPARE(window.looks().language, QStringLiteral("en"));
        QCOMPARE(window.looks().textSize, ui::TextSize::Normal);
        QVERIFY(captions().stream().history().empty());
        QVERIFY(!page->isPaused());
        QVERIFY(window.findChild<ui::AttractView*>()->isVisible());
        QVERIFY(!captions().isWorthACaption()); // nobody looks
        Q_EMIT m_program->idle.woke();
        QVERIFY(!m_program->attract.isRunning());
        QVERIFY(captions().isWorthACaption());
        QCOMPARE(window.pageName(), QStringLiteral("live"));
    }

    void aFailureEndsTheDemonstration()
    {
        m_program->window.show();
        m_program->rest.setAfter(std::chrono::seconds(90));
        Q_EMIT m_program->idle.wentIdle();
        QVERIFY(m_program->attract.isRunning());
        m_program->failure.show(makeFailure("SOURCE", Sentence::verbatim("No camera.")));
        // As the watch does when the page is stirred while it is idle.
        Q_EMIT m_program->idle.woke();
        QVERIFY(!m_program->attract.isRunning());
        Q_EMIT m_program->idle.wentIdle();
        QVERIFY(!m_program->attract.isRunning()); // it says what somebody must know
        QCOMPARE(m_program->window.pageName(), QStringLiteral("failure"));
    }
};

QTEST_MAIN(TestSenses)
#include "tst_senses.moc"
