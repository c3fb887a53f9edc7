// SPDX-License-Identifier: Apache-2.0
// What a service manager hears: this test is one, with a socket of its own in $NOTIFY_SOCKET.
#include "app/nanocap/supervision.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

using namespace nanocap;
using namespace std::chrono_literals;

class TestServiceManager : public QObject
{
    Q_OBJECT
    const TemporaryFolder m_folder;
    int m_socket = -1;
    QStringList m_heard;

    /// All that came until now.
    QStringList heard()
    {
        char text[4096];
        for (ssize_t got; (got = ::recv(m_socket, text, sizeof text, MSG_DONTWAIT)) > 0;)
            m_heard << QString::fromUtf8(text, got).split('\n');
        return m_heard;
    }

private Q_SLOTS:
    void init()
    {
        m_heard.clear();
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        const std::string path = m_folder.file("notify");
        ::unlink(path.c_str());
        std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
        m_socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        QCOMPARE(::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        qputenv("NOTIFY_SOCKET", path.c_str());
        qputenv("WATCHDOG_USEC", "60000");
        qunsetenv("WATCHDOG_PID");
    }
    void cleanup()
    {
        ::close(m_socket);
        for (const char* name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
            qunsetenv(name);
    }

    void hearsReadyOnlyWhenTheEventLoopTurns()
    {
        app::Supervision supervision([] { return 0ms; });
        supervision.start();
        QCOMPARE(heard(), QStringList());
        QTRY_COMPARE(heard().value(0), QStringLiteral("READY=1"));
    }

    void hearsTheWatchdogAgainAndAgainWhileTheWorkerLives()
    {
        app::Supervision supervision([] { return app::Supervision::longestSilence; });
        supervision.start();
        QTRY_VERIFY(heard().count(QStringLiteral("WATCHDOG=1")) >= 4);
    }

    void hearsNothingOfAWorkerThatIsStuckUntilItMovesAgain()
    {
        std::chrono::milliseconds silence = app::Supervision::longestSilence + 1ms;
        int asked = 0;
        app::Supervision supervision([&] {
            ++asked;
            return silence;
        });
        supervision.start();
        QTRY_VERIFY(asked >= 4);
        QVERIFY(!heard().contains(QStringLiteral("WATCHDOG=1")));
        silence = 0ms;
        QTRY_VERIFY(heard().contains(QStringLiteral("WATCHDOG=1")));
    }

    void withoutAWatchdogHearsOnlyThatItIsReady()
    {
        qunsetenv("WATCHDOG_USEC");
        int asked = 0;
        app::Supervision supervision([&] {
            ++asked;
            return 0ms;
        });
        supervision.start();
        QTRY_COMPARE(heard(), QStringList("READY=1"));
        QCOMPARE(asked, 0);
    }

    void aWatchdogMeantForAnotherProcessIsNotFed()
    {
        qputenv("WATCHDOG_PID", "1");
        int asked = 0;
        app::Supervision supervision([&] {
            ++asked;
            return 0ms;
        });
        supervision.start();
        QTRY_COMPARE(heard(), QStringList("READY=1"));
        QCOMPARE(asked, 0);
    }

    void hearsTheStatusOnceAndTheStopOnce()
    {
        {
            app::Supervision supervision([] { return 0ms; });
            supervision.setStatus("fox: live, 3 captions, 900 MB available");
            supervision.setStatus("fox: live, 3 captions, 900 MB available");
            supervision.stopping();
            supervision.setStatus("too late");
        }
        QCOMPARE(heard(), QStringList({"STATUS=fox: live, 3 captions, 900 MB available", "STOPPING=1",
                                       "STATUS=stopping"}));
    }

    void withoutAServiceManagerNothingHappens()
    {
        qunsetenv("NOTIFY_SOCKET");
        app::Supervision supervision([] { return 0ms; });
        supervision.start();
        supervision.setStatus("nobody listens");
        supervision.stopping();
        QCOMPARE(heard(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestServiceManager)
#include "tst_service_manager.moc"
