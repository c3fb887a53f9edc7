// SPDX-License-Identifier: Apache-2.0
// Speech with real voices: a PulseAudio server of the test's own plays into a pipe, and what comes out of it
// is counted. The window's event loop must not notice any of it.
#include "app/nanocap/stall_meter.h"
#include "app/speech/speaker.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <utility>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace nanocap;
using namespace nanocap::speech;

namespace {

/// A sound card that is a pipe.
class SoundPipe
{
public:
    bool start(const QString& folder)
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("pulseaudio"));
        if (program.isEmpty())
            return false;
        const QString pipe = folder + QStringLiteral("/sound");
        m_server.setStandardErrorFile(folder + QStringLiteral("/pulse.log"));
        m_server.start(
            program,
            {"-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes", "-L",
             QStringLiteral("module-pipe-sink file=%1 format=s16le rate=16000 channels=1 "
                            "use_system_clock_for_timing=yes")
                 .arg(pipe),
             "-L", QStringLiteral("module-native-protocol-unix socket=%1/pulse.sock").arg(folder)});
        if (!m_server.waitForStarted())
            return false;
        qputenv("PULSE_SERVER", QByteArray("unix:") + folder.toUtf8() + "/pulse.sock");
        return QTest::qWaitFor(
            [&] { return QFile::exists(folder + QStringLiteral("/pulse.sock")) && open(pipe); }, 20'000);
    }
    ~SoundPipe()
    {
        m_server.kill();
        m_server.waitForFinished(5'000);
        if (m_fd >= 0)
            ::close(m_fd);
    }
    /// Samples since the last call that are louder than noise.
    int loudSamples()
    {
        drain();
        return std::exchange(m_loud, 0);
    }
    /// How many came since the last loud one; 16000 a second.
    int quietSamples()
    {
        drain();
        return m_quiet;
    }

private:
    /// All the time: what finds the pipe full is lost.
    void drain()
    {
        qint16 samples[4096];
        for (ssize_t got; (got = ::read(m_fd, samples, sizeof samples)) > 0;)
            for (ssize_t i = 0; i < got / 2; ++i)
                if (std::abs(samples[i]) > 200) {
                    ++m_loud;
                    m_quiet = 0;
                } else {
                    ++m_quiet;
                }
    }
    bool open(const QString& pipe)
    {
        m_fd = ::open(QFile::encodeName(pipe).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        m_drain.callOnTimeout([this] { drain(); });
        m_drain.start(20);
        return m_fd >= 0;
    }
    QTimer m_drain;
    int m_loud = 0, m_quiet = 0;
    QProcess m_server;
    int m_fd = -1;
};

} // namespace

class TestSpeaker : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SoundPipe> m_card;

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        // Servers and dispatchers of the person who tests are left alone, and ours are found by ours only.
        qputenv("XDG_RUNTIME_DIR", m_folder->path().toUtf8());
        qputenv("HOME", m_folder->path().toUtf8());
        qunsetenv("NANOCAP_SPEECH");
        qputenv("NANOCAP_SPEECH", NANOCAP_BIN_DIR "/nanocap-speech");
        auto card = std::make_unique<SoundPipe>();
        if (card->start(m_folder->path()))
            m_card = std::move(card);
    }
    void cleanupTestCase()
    {
        m_card.reset();
        // speech-dispatcher, started by its library, notes its number where only ours looks.
        QFile pid(m_folder->filePath("speech-dispatcher/pid/speech-dispatcher.pid"));
        if (pid.open(QIODevice::ReadOnly))
            if (const pid_t number = pid.readAll().trimmed().toInt(); number > 1)
                ::kill(number, SIGTERM);
    }

    void aVoiceIsHeardAndTheWindowIsNotHeldUp_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::newRow("English") << "en"
                                 << "a fox and an apple on a blue background";
        QTest::newRow("Korean") << "ko"
                                << "파란 배경 위에 여우 그리고 사과";
    }
    void aVoiceIsHeardAndTheWindowIsNotHeldUp()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        if (!m_card)
            QSKIP("SKIP: there is no pulseaudio to play into");
        Speaker speaker;
        QSignalSpy spoken(&speaker, &Speaker::spoken), failed(&speaker, &Speaker::failed);
        app::StallMeter stalls;
        stalls.start();
        m_card->loudSamples();
        QElapsedTimer call;
        call.start();
        speaker.say(text, language);
        const qint64 callUs = call.nsecsElapsed() / 1'000;
        QVERIFY(speaker.isBusy());
        QVERIFY(QTest::qWaitFor([&] { return spoken.count() + failed.count() > 0; }, 100'000));
        if (failed.count() > 0 &&
            failed[0][0].value<Sentence>().text().find("there is no") != std::string::npos)
            QSKIP(qPrintable(QStringLiteral("SKIP: ") +
                             QString::fromStdString(failed[0][0].value<Sentence>().text())));
        QVERIFY(!speaker.isBusy());
        int loud = 0;
        QTRY_VERIFY2((loud += m_card->loudSamples()) > 4'000, "less than a quarter of a second was heard");
        qInfo("%d loud samples of 16000 a second; say() took %lld us, the event loop was held up %lld ms at "
              "most",
              loud, static_cast<long long>(callUs), static_cast<long long>(stalls.longestMs()));
    }

    void stopEndsIt()
    {
        if (!m_card)
            QSKIP("SKIP: there is no pulseaudio to play into");
        Speaker speaker;
        QSignalSpy spoken(&speaker, &Speaker::spoken);
        speaker.say(QStringLiteral("one two three four five six seven eight nine ten ").repeated(20), "en");
        int heard = 0;
        QTRY_VERIFY_WITH_TIMEOUT((heard += m_card->loudSamples()) > 500, 60'000);
        speaker.stop();
        QVERIFY(!speaker.isBusy());
        // The text would take a minute.
        QTRY_VERIFY2_WITH_TIMEOUT(m_card->quietSamples() > 16'000, "it went on", 20'000);
        QCOMPARE(spoken.count(), 0);
    }

    void mutedNothingIsSaid()
    {
        Speaker speaker;
        speaker.setMuted(true);
        speaker.say("a fox", "en");
        QVERIFY(!speaker.isBusy());
        speaker.setMuted(false);
        QVERIFY(!speaker.isMuted());
    }

    void withoutTheHelperItIsToldOnce()
    {
        Speaker speaker(QString{});
        QSignalSpy failed(&speaker, &Speaker::failed);
        speaker.say("a fox", "en");
        speaker.say("a dog", "en");
        QCOMPARE(failed.count(), 1);
        QVERIFY(!speaker.isBusy());
        speaker.say("여우", "ko");
        QCOMPARE(failed.count(), 2); // another voice, another sentence
    }

    void aHelperThatDiesIsToldOnce()
    {
        Speaker speaker(QStringLiteral("/bin/false"));
        QSignalSpy failed(&speaker, &Speaker::failed);
        speaker.say("a fox", "en");
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!speaker.isBusy());
        speaker.say("a fox", "en");
        QVERIFY(!speaker.isBusy());
        QCOMPARE(failed.count(), 1);
    }

    void withoutASoundCardItIsToldOnce()
    {
        if (QFile::exists(QStringLiteral("/etc/asound.conf")))
            QSKIP("SKIP: this machine's ALSA is set up by hand");
        QFile cards(QStringLiteral("/proc/asound/cards"));
        if (cards.open(QIODevice::ReadOnly) && !cards.readAll().contains("no soundcards"))
            QSKIP("SKIP: this machine has a sound card");
        const QByteArray server = qgetenv("PULSE_SERVER");
        qputenv("PULSE_SERVER", "unix:/nowhere");
        Speaker speaker;
        QSignalSpy failed(&speaker, &Speaker::failed);
        speaker.say("a fox", "en");
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
        QVERIFY(QString::fromStdString(failed[0][0].value<Sentence>().text()).contains("sound card"));
        qputenv("PULSE_SERVER", server);
    }
};

QTEST_GUILESS_MAIN(TestSpeaker)
#include "tst_speaker.moc"
