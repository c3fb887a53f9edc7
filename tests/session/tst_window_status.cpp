// SPDX-License-Identifier: Apache-2.0
#include "core/journal/journal.h"
#include "core/session/window_status.h"
#include "tests/support/temporary_folder.h"

#include <QJsonDocument>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

using namespace nanocap;

namespace {

QJsonObject ofThisProcess()
{
    return {{"pid", qint64(::getpid())},
            {"started", QString::fromStdString(journal::ownBirth())},
            {"boot", QString::fromStdString(journal::bootId())},
            {"written_ms", qint64(journal::millisecondsSinceBoot())}};
}

class WindowStatus : public testing::Test
{
protected:
    std::optional<session::RunningWindow> read(const QJsonObject& status)
    {
        m_folder.write("status.json", QJsonDocument(status).toJson().toStdString());
        return session::readStatus(m_folder.file("status.json"));
    }
    const TemporaryFolder m_folder;
};

TEST_F(WindowStatus, ofAWindowThatRunsIsRead)
{
    const auto window = read(ofThisProcess());
    ASSERT_TRUE(window);
    EXPECT_TRUE(window->responds());
}

TEST_F(WindowStatus, ofAWindowThatHasSaidNothingForLongDoesNotRespond)
{
    QJsonObject status = ofThisProcess();
    status["written_ms"] = qint64(journal::millisecondsSinceBoot() - 16'000);
    const auto window = read(status);
    ASSERT_TRUE(window);
    EXPECT_FALSE(window->responds());
}

TEST_F(WindowStatus, ofAnotherProcessWithTheSameNumberIsNone)
{
    QJsonObject status = ofThisProcess();
    status["started"] = "1";
    EXPECT_FALSE(read(status));
    status = ofThisProcess();
    status["boot"] = "another";
    EXPECT_FALSE(read(status));
    status = ofThisProcess();
    status["pid"] = 5000001; // above the kernel's largest
    EXPECT_FALSE(read(status));
}

TEST_F(WindowStatus, thatIsNoJsonOrNotThereIsNone)
{
    m_folder.write("status.json", "{\"pid\":");
    EXPECT_FALSE(session::readStatus(m_folder.file("status.json")));
    EXPECT_FALSE(session::readStatus(m_folder.file("nothing.json")));
}

TEST_F(WindowStatus, isWrittenWhereTheServiceManagerSays)
{
    ::setenv("RUNTIME_DIRECTORY", m_folder.path().c_str(), 1);
    EXPECT_EQ(session::ownStatusFile(), m_folder.file("status.json"));
    EXPECT_EQ(session::statusFiles().front(), m_folder.file("status.json"));
    ::unsetenv("RUNTIME_DIRECTORY");
}

TEST_F(WindowStatus, isLookedForInOnePlaceAloneWhereThatIsNamed)
{
    ::setenv("NANOCAP_STATUS_FILE", m_folder.file("mine.json").c_str(), 1);
    EXPECT_EQ(session::ownStatusFile(), m_folder.file("mine.json"));
    EXPECT_EQ(session::statusFiles(), std::vector<std::string>{m_folder.file("mine.json")});
    ::unsetenv("NANOCAP_STATUS_FILE");
}

TEST_F(WindowStatus, inOneLineNamesModelCaptionsAndMemory)
{
    QJsonObject status{{"doing", "live"}, {"captions", 214}, {"model", QJsonObject{{"id", "flashcards-en"}}}};
    status["memory"] = QJsonObject{{"available", 1411ll << 20}};
    EXPECT_EQ(session::statusLine(status).toStdString(),
              "flashcards-en: live, 214 captions, 1411 MB available");
    status["model"] = QJsonValue();
    status["doing"] = "idle";
    status["memory"] = QJsonObject{{"available", QJsonValue()}};
    EXPECT_EQ(session::statusLine(status).toStdString(),
              "no model: idle, 214 captions, available memory unknown");
}

} // namespace
