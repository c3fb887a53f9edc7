// SPDX-License-Identifier: Apache-2.0
// The operator's PIN: what is one, how it is kept, how often it may be tried, by which clock.
#include "app/access/pin_file.h"
#include "app/access/pin_hash.h"
#include "app/access/pin_tries.h"
#include "tests/support/full_disk.h"
#include "tests/support/verify_result.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sys/stat.h>

using namespace nanocap;
using namespace nanocap::access;
using namespace std::chrono_literals;

namespace {

/// A machine whose clock the test sets.
struct Machine
{
    std::int64_t now = 1'000'000;
    std::string boot = "first-boot";
    TriesClock clock()
    {
        return {[this] { return now; }, [this] { return boot; }};
    }
    void pass(std::chrono::milliseconds time) { now += time.count(); }
};

} // namespace

class TestPin : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::string m_pin, m_tries;

    void wrong(PinTries& tries, int times)
    {
        for (int i = 0; i < times; ++i)
            tries.begin();
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_home->path().toUtf8());
        qputenv("NANOCAP_STATE_DIR", m_home->path().toUtf8());
        m_pin = m_home->filePath("nanocap/operator-pin").toStdString();
        m_tries = m_home->filePath("operator-tries.json").toStdString();
        QCOMPARE(pinPath(), m_pin);
    }

    void fourToEightDigitsAreAPin()
    {
        for (const char* good : {"0000", "1234", "12345678"})
            QVERIFY2(isPin(good), good);
        for (const char* bad : {"", "123", "123456789", "12a4", " 1234", "1234 ", "-123", "１２３４"})
            QVERIFY2(!isPin(bad), bad);
    }

    void theHashIsSaltedAndTakesEightMegabytes()
    {
        const auto first = hashOfPin("4711"), second = hashOfPin("4711");
        VERIFY_RESULT(first);
        VERIFY_RESULT(second);
        QVERIFY(*first != *second);
        QVERIFY(first->starts_with("$argon2id$v=19$m=8192,"));
        QVERIFY(first->find("4711") == std::string::npos);
        QVERIFY(pinMatches(*first, "4711") && pinMatches(*second, "4711"));
        for (const char* other : {"4712", "47110", "471", "", "1174"})
            QVERIFY2(!pinMatches(*first, other), other);
    }

    void whatIsNoHashMatchesNothing()
    {
        const std::string hash = *hashOfPin("4711");
        for (const std::string& spoiled :
             {std::string(), std::string("4711"), hash.substr(0, hash.size() - 1), "$argon2id$" + hash,
              std::string("$argon2id$v=19$m=4194304,t=4,p=1$AAAA$BBBB"), std::string(200, '$')})
            QVERIFY2(!pinMatches(spoiled, "4711"), spoiled.c_str());
    }

    void aPinIsSetReadByItsOwnerAloneAndReset()
    {
        QVERIFY(PinFile::read().state == PinFile::State::None);
        VERIFY_RESULT(setPin("4711"));
        PinFile file = PinFile::read();
        QVERIFY(file.state == PinFile::State::Set);
        QVERIFY(pinMatches(file.hash, "4711"));
        struct stat info = {};
        QCOMPARE(::stat(m_pin.c_str(), &info), 0);
        QCOMPARE(int(info.st_mode & 0777), 0600);

        QVERIFY(QFile(QString::fromStdString(m_pin)).setPermissions(QFile::Permissions(0x6644)));
        VERIFY_RESULT(setPin("00000000"));
        QVERIFY(pinMatches(PinFile::read().hash, "00000000"));
        QCOMPARE(::stat(m_pin.c_str(), &info), 0);
        QCOMPARE(int(info.st_mode & 0777), 0600);

        VERIFY_RESULT(resetPin());
        QVERIFY(PinFile::read().state == PinFile::State::None);
        VERIFY_RESULT(resetPin());
    }

    void whatIsNoPinChangesNothing()
    {
        VERIFY_RESULT(setPin("4711"));
        const Status refused = setPin("47-11");
        QVERIFY(!refused);
        QCOMPARE(exitCodeFor(refused.error()), int(ExitUsage));
        QVERIFY(refused.error().message.text().find("47-11") == std::string::npos);
        QVERIFY(pinMatches(PinFile::read().hash, "4711"));
    }

    void aPinFileThatCannotBeUsedOpensNothing()
    {
        QVERIFY(QDir(m_home->path()).mkpath("nanocap"));
        for (const QByteArray& content : {QByteArray(), QByteArray("4711\n"), QByteArray(300, 'x')}) {
            QFile file(QString::fromStdString(m_pin));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
            file.close();
            QVERIFY(PinFile::read().state == PinFile::State::Unusable);
            QVERIFY(PinFile::read().hash.empty());
        }
        QVERIFY(QFile::remove(QString::fromStdString(m_pin)));
        QVERIFY(QFile::link("/nowhere", QString::fromStdString(m_pin)));
        QVERIFY(PinFile::read().state == PinFile::State::Unusable);
        QVERIFY(QFile::remove(QString::fromStdString(m_pin)));
        QVERIFY(QDir().mkpath(QString::fromStdString(m_pin)));
        QVERIFY(PinFile::read().state == PinFile::State::Unusable);
        QVERIFY(!resetPin());
    }

    void aFullDiskLeavesTheOldPinAndSaysSo()
    {
        VERIFY_RESULT(setPin("4711"));
        Status set = ok();
        {
            const tests::FullDisk full;
            set = setPin("1234");
        }
        QVERIFY(!set);
        QCOMPARE(exitCodeFor(set.error()), int(ExitInput));
        QVERIFY(set.error().message.text().find(m_pin) != std::string::npos);
        QVERIFY(pinMatches(PinFile::read().hash, "4711"));
    }

    void fiveTriesThenADelayThatDoublesUpToAnHour()
    {
        Machine machine;
        PinTries tries(m_tries, machine.clock());
        for (int left = 5; left > 0; --left) {
            QCOMPARE(tries.left(), left);
            QCOMPARE(tries.wait(), 0ms);
            tries.begin();
        }
        for (const auto delay : {30s, 60s, 120s, 240s, 480s, 960s, 1920s, 3600s, 3600s}) {
            QCOMPARE(tries.left(), 0);
            QCOMPARE(tries.wait(), std::chrono::milliseconds(delay));
            machine.pass(delay - 1ms);
            QCOMPARE(tries.wait(), 1ms);
            machine.pass(1ms);
            QCOMPARE(tries.wait(), 0ms);
            QCOMPARE(tries.left(), 1);
            tries.begin();
        }
        tries.forget();
        QCOMPARE(tries.left(), 5);
    }

    void startingTheProgramAnewKeepsTheDelay()
    {
        Machine machine;
        {
            PinTries tries(m_tries, machine.clock());
            wrong(tries, 6);
        }
        machine.pass(20s);
        PinTries again(m_tries, machine.clock());
        QCOMPARE(again.wait(), std::chrono::milliseconds(40s));
        QCOMPARE(again.left(), 0);
    }

    void aTryIsCountedBeforeItIsChecked()
    {
        Machine machine;
        PinTries(m_tries, machine.clock()).begin();
        QCOMPARE(PinTries(m_tries, machine.clock()).left(), 4);
    }

    void startingTheMachineAnewBeginsTheDelayAgain()
    {
        Machine machine;
        {
            PinTries tries(m_tries, machine.clock());
            wrong(tries, 6);
        }
        machine = {5'000, "second-boot"};
        {
            PinTries tries(m_tries, machine.clock());
            QCOMPARE(tries.wait(), std::chrono::milliseconds(60s));
            machine.pass(50s);
        }
        // The program alone again: no third beginning.
        QCOMPARE(PinTries(m_tries, machine.clock()).wait(), std::chrono::milliseconds(10s));
        machine.pass(10s);
        QCOMPARE(PinTries(m_tries, machine.clock()).left(), 1);
    }

    void whereTheMachineDoesNotSayWhichStartItIsAClockThatWentBackTells()
    {
        Machine machine;
        machine.boot.clear();
        {
            PinTries tries(m_tries, machine.clock());
            wrong(tries, 5);
        }
        machine.now = 2'000;
        PinTries tries(m_tries, machine.clock());
        QCOMPARE(tries.wait(), std::chrono::milliseconds(30s));
    }

    void aFileThatWasSpoiledIsNoWayPast()
    {
        for (const QByteArray& content :
             {QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray(R"({"wrong": "none"})")}) {
            QFile file(QString::fromStdString(m_tries));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
            file.close();
            Machine machine;
            PinTries tries(m_tries, machine.clock());
            QCOMPARE(tries.left(), 0);
            QCOMPARE(tries.wait(), std::chrono::milliseconds(30s));
        }
    }

    void onAFullDiskTheRunningProgramCounts()
    {
        Machine machine;
        PinTries tries(m_tries, machine.clock());
        const tests::FullDisk full(0);
        wrong(tries, 5);
        QCOMPARE(tries.left(), 0);
        QCOMPARE(tries.wait(), std::chrono::milliseconds(30s));
    }

    void aNewPinForgetsWrongTriesAlsoInTheRunningProgram()
    {
        PinTries running;
        wrong(running, 7);
        QVERIFY(running.wait() > 0ms);
        VERIFY_RESULT(setPin("4711"));
        QCOMPARE(running.wait(), 0ms);
        QCOMPARE(running.left(), 5);
        wrong(running, 7);
        VERIFY_RESULT(resetPin());
        QCOMPARE(running.left(), 5);
    }
};

QTEST_GUILESS_MAIN(TestPin)
#include "tst_pin.moc"
