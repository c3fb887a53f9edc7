// SPDX-License-Identifier: Apache-2.0
// The real program as a kiosk under a service manager: what it is told over the notify socket, what
// nanocapctl status says meanwhile, an engine that is killed, an ordered stop.
#include "tests/acceptance/program.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <csignal>
#include <cstring>

using namespace nanocap::tests;

namespace {
constexpr int patience = 60'000;

pid_t engineOf(qint64 window)
{
    const QString children = QStringLiteral("pgrep -P %1 -x nanocap-engine").arg(window);
    QProcess process;
    process.start(QStringLiteral("sh"), {QStringLiteral("-c"), children});
    process.waitForFinished();
    return pid_t(process.readAllStandardOutput().trimmed().toInt());
}

} // namespace

class TestKiosk : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_state;
    QProcessEnvironment m_environment;
    QProcess m_window;
    int m_socket = -1;
    QStringList m_heard;

    /// All that came until now. A socket that is full would hold up the window.
    QStringList heard()
    {
        char text[4096];
        for (ssize_t got; (got = ::recv(m_socket, text, sizeof text, MSG_DONTWAIT)) > 0;)
            m_heard << QString::fromUtf8(text, got).split('\n');
        return m_heard;
    }
    Finished ask(const QStringList& words)
    {
        heard();
        return run("nanocapctl", words, m_environment);
    }
    QJsonObject status() { return ask({"status", "--json"}).json(); }
    int captions() { return status()["captions"].toInt(); }

private Q_SLOTS:
    void init()
    {
        m_state = std::make_unique<QTemporaryDir>();
        m_environment = cleanEnvironment(*m_state);
        m_heard.clear();
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        const QByteArray path = m_state->filePath("notify").toUtf8();
        std::strncpy(address.sun_path, path.constData(), sizeof address.sun_path - 1);
        m_socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        QCOMPARE(::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        m_environment.insert("NOTIFY_SOCKET", path);
        m_environment.insert("WATCHDOG_USEC", "3000000");
        m_window.setProcessEnvironment(m_environment);
        m_window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    }
    void cleanup()
    {
        m_window.kill();
        m_window.waitForFinished();
        ::close(m_socket);
    }

    void withoutAWindowStatusSaysSo()
    {
        const Finished text = ask({"status"});
        QCOMPARE(text.exitCode, 8);
        QVERIFY(text.out.startsWith("No window of Nanocap is running here"));
        const Finished json = ask({"status", "--json"});
        QCOMPARE(json.exitCode, 8);
        QCOMPARE(json.json()["running"].toBool(true), false);
    }

    void captionsComeBackAfterTheEngineWasKilled()
    {
        m_window.start(program("nanocap"), {"--kiosk", "--model", "flashcards-en", "--source",
                                            "cards:", "--min-available", "auto", "--size", "800x480"});
        QVERIFY(m_window.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(captions() >= 1, patience);
        QVERIFY(heard().contains("READY=1"));
        QTRY_VERIFY_WITH_TIMEOUT(heard().contains("WATCHDOG=1"), patience);
        const QJsonObject live = status();
        QCOMPARE(live["page"].toString(), QStringLiteral("live"));
        QCOMPARE(live["doing"].toString(), QStringLiteral("live"));
        QCOMPARE(live["model"].toObject()["id"].toString(), QStringLiteral("flashcards-en"));
        QVERIFY(live["responding"].toBool());
        QVERIFY(live["memory"].toObject()["engine_rss"].toInteger() > 0);
        QVERIFY(!QJsonDocument(live).toJson().contains("fox")); // what was said stays where it was said

        const pid_t engine = engineOf(m_window.processId());
        QVERIFY(engine > 0);
        QElapsedTimer since;
        since.start();
        ::kill(engine, SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(status()["doing"].toString(), QStringLiteral("waiting"), patience);
        const int before = captions();
        QTRY_VERIFY_WITH_TIMEOUT(captions() > before, patience);
        qInfo("captions were back %lld ms after the engine was killed, as nanocapctl status saw it",
              static_cast<long long>(since.elapsed()));
        QVERIFY(
            heard()
                .filter(QRegularExpression("^STATUS=flashcards-en: live, \\d+ captions, \\d+ MB available$"))
                .size() > 0);

        m_window.terminate();
        QVERIFY(m_window.waitForFinished());
        QCOMPARE(m_window.exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_window.exitCode(), 0);
        QVERIFY(heard().contains("STOPPING=1"));
        QCOMPARE(ask({"status"}).exitCode, 8);
        QCOMPARE(ask({"journal", "--json"}).json()["last_life"].toString(), QString());
    }

    void aWindowThatHangsIsToldFromOneThatIsGone()
    {
        m_window.start(program("nanocap"), {"--kiosk", "--source", "cards:"});
        QVERIFY(m_window.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(status()["responding"].toBool(), patience);
        ::kill(pid_t(m_window.processId()), SIGSTOP);
        QTRY_COMPARE_WITH_TIMEOUT(ask({"status"}).exitCode, 8, patience);
        const Finished hung = ask({"status"});
        QVERIFY2(hung.out.startsWith("The window does not answer"), hung.out.constData());
        ::kill(pid_t(m_window.processId()), SIGCONT);
        QTRY_COMPARE_WITH_TIMEOUT(ask({"status"}).exitCode, 0, patience);
    }
};

QTEST_GUILESS_MAIN(TestKiosk)
#include "tst_kiosk.moc"
