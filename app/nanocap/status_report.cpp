// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/status_report.h"

#include "core/base/path_text.h"
#include "core/base/qt_text.h"
#include "core/base/whole_file.h"
#include "core/journal/journal.h"
#include "core/session/report_json.h"
#include "core/session/window_status.h"

#include <QJsonDocument>

#include <unistd.h>

namespace nanocap::app {

namespace {
constexpr int soonMs = 200; ///< several changes at once are one
}

StatusReport::StatusReport(Program& program, std::string file) : m_program(program), m_file(std::move(file))
{
    m_regular.setInterval(session::statusInterval);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_regular, &QTimer::timeout, this, &StatusReport::write);
    connect(&m_soon, &QTimer::timeout, this, &StatusReport::write);
    const auto soon = [this] { m_soon.start(); };
    connect(&m_program.window, &ui::MainWindow::pageShown, this, soon);
    connect(&m_program.recovery, &RecoveryFlow::changed, this, soon);
    connect(&m_program.load, &LoadFlow::began, this, [this] { m_silent = true; });
    connect(&m_program.source, &SourceFlow::stateChanged, this, soon);
    connect(&m_program.monitor, &memory::MemoryMonitor::sampled, this,
            [this](const memory::MemorySample& sample) { m_sample = sample; });
    connect(&m_program.captions, &CaptionFlow::captioned, this, [this] {
        ++m_captions;
        m_lastCaptionMs = journal::millisecondsSinceBoot();
        if (std::exchange(m_silent, false))
            m_soon.start();
    });
    m_regular.start();
    m_soon.start();
}

StatusReport::~StatusReport()
{
    if (!m_file.empty())
        ::unlink(m_file.c_str());
}

QJsonObject StatusReport::now() const
{
    const auto& load = m_program.load;
    const auto& recovery = m_program.recovery;
    const bool live = m_program.live.isLive(), loading = load.isLoading();
    const auto left = recovery.timeLeft();
    QJsonObject status{{"schema", 1},
                       {"version", QStringLiteral(NANOCAP_VERSION)},
                       {"pid", qint64(::getpid())},
                       {"started", toQString(journal::ownBirth())},
                       {"boot", toQString(journal::bootId())},
                       {"written_ms", qint64(journal::millisecondsSinceBoot())},
                       {"page", m_program.window.pageName()},
                       {"doing", live      ? QStringLiteral("live")
                                 : loading ? QStringLiteral("loading")
                                 : left    ? QStringLiteral("waiting")
                                           : QStringLiteral("idle")},
                       {"captions", m_captions}};
    status["model"] = QJsonValue();
    if ((live || loading) && load.intent())
        status["model"] = QJsonObject{{"id", toQString(load.intent()->card.id)},
                                      {"file", shownPath(load.intent()->card.path)},
                                      {"precision", toQString(engine::nameOf(load.intent()->precision))}};
    status["last_caption_ms"] = m_lastCaptionMs ? QJsonValue(*m_lastCaptionMs) : QJsonValue();
    status["source"] = QJsonObject{{"uri", shownPath(m_program.source.uri())},
                                   {"state", sources::nameOf(m_program.source.state())},
                                   {"text", toQString(m_program.source.stateText().text())},
                                   {"cards_stand_in", m_program.source.isStandIn()}};
    status["memory"] = QJsonObject{{"available", session::toJson(m_sample.reading.available)},
                                   {"window_rss", session::toJson(m_sample.window)},
                                   {"engine_rss", session::toJson(m_sample.engine)}};
    status["failure"] = recovery.failure() ? QJsonValue(session::toJson(*recovery.failure())) : QJsonValue();
    status["failures_in_a_row"] = recovery.failures();
    status["retry"] = QJsonValue();
    if (left) {
        const auto* next = m_program.models.card(recovery.next());
        status["retry"] = QJsonObject{{"at_ms", qint64(journal::millisecondsSinceBoot() + left->count())},
                                      {"model", next ? QJsonValue(toQString(next->id)) : QJsonValue()}};
    }
    const bool selfTest = live && load.lastLoad() && !load.lastLoad()->report.selfTest.empty();
    status["self_test"] =
        selfTest ? QJsonValue(toQString(load.lastLoad()->report.selfTest.text())) : QJsonValue();
    status["notice"] = toQString(m_program.notice().text());
    return status;
}

void StatusReport::write()
{
    const QJsonObject status = now();
    // Where it cannot be written nanocapctl says that nothing runs; the window has nobody to tell.
    if (!m_file.empty())
        writeWholeFile(m_file, QJsonDocument(status).toJson().toStdString());
    Q_EMIT renewed(status);
}

} // namespace nanocap::app
