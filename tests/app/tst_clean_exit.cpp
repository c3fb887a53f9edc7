// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/clean_exit.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <csignal>

using namespace nanocap;

class TestCleanExit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void marksAStopBeforeTheEventLoopTurns()
    {
        std::atomic<int> marks = 0;
        app::CleanExit exit([&] { ++marks; });
        QSignalSpy asked(&exit, &app::CleanExit::asked);
        ::raise(SIGTERM);
        QCOMPARE(marks.load(), 1);
        QCOMPARE(asked.count(), 0);
        QTRY_COMPARE(asked.count(), 1);
    }

    void endsTheEventLoopWithCodeZero()
    {
        app::CleanExit exit;
        QMetaObject::invokeMethod(
            this, [] { ::raise(SIGHUP); }, Qt::QueuedConnection);
        QCOMPARE(QCoreApplication::exec(), 0);
    }

    void aSignalAfterItsEndIsNoCrash()
    {
        {
            app::CleanExit exit;
        }
        ::raise(SIGTERM);
    }
};

QTEST_GUILESS_MAIN(TestCleanExit)
#include "tst_clean_exit.moc"
