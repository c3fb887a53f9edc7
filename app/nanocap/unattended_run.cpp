// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/unattended_run.h"

#include "core/memory/reading.h"
#include "core/session/report_json.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QPixmap>
#include <QSaveFile>
#include <QTimer>

#include <cstdio>

namespace nanocap::app {

namespace {
// A page is laid out, painted once and has had a memory sample by then.
constexpr int settleMs = 400;
// The last picture of a folder or film may still be on its way through the model.
constexpr int lastCaptionMs = 3'000;
} // namespace

UnattendedRun::UnattendedRun(Options options, ui::MainWindow& window, WindowFlow& flow, SourceFlow& source)
    : m_options(std::move(options)), m_window(window), m_flow(flow), m_source(source)
{
    m_stalls.start();
    if (!m_options.screenshotFolder.isEmpty()) {
        const auto saveSoon = [this] { QTimer::singleShot(settleMs, this, &UnattendedRun::savePicture); };
        connect(&m_window, &ui::MainWindow::pageShown, this, saveSoon);
        saveSoon(); // the first page is there already
    }
    connect(&m_flow, &WindowFlow::menuReady, this, [this] {
        if (m_options.model.isEmpty() && m_options.quitAfterDone)
            end(ExitDone);
    });
    connect(&m_flow, &WindowFlow::wantedFailed, this, &UnattendedRun::endWith);
    connect(&m_flow, &WindowFlow::captionFailed, this, &UnattendedRun::endWith);
    connect(&m_flow, &WindowFlow::loadEnded, this, [this](const load::LoadReport& report) {
        savePicture(); // of the loading page, with all its rows
        if (report.failure)
            endWith(*report.failure);
        else if (m_options.captions == 0 && m_options.quitAfterDone)
            end(ExitDone);
    });
    connect(&m_flow, &WindowFlow::captioned, this, &UnattendedRun::addCaption);
    connect(&m_source, &SourceFlow::failed, this, &UnattendedRun::endWith);
    connect(&m_source, &SourceFlow::itemFailed, this, &UnattendedRun::addItemFailure);
    connect(&m_source, &SourceFlow::finished, this,
            [this] { QTimer::singleShot(lastCaptionMs, this, [this] { end(m_itemExit); }); });
}

void UnattendedRun::addCaption(const captions::CaptionResult& result)
{
    if (m_ended)
        return;
    const QString& item = result.frame.item;
    m_captions.append(session::captionEntry(
        item.isEmpty() ? QStringLiteral("frame %1").arg(result.frame.number) : item, result.caption, false));
    ++m_done;
    m_source.advance();
    if (m_options.captions > 0 && m_done >= m_options.captions)
        end(m_itemExit);
}

void UnattendedRun::addItemFailure(const QString& path, const Failure& failure)
{
    m_captions.append(session::captionEntry(path, fail(failure), false));
    m_itemExit = exitCodeFor(failure);
}

void UnattendedRun::endWith(const Failure& failure)
{
    if (m_ended)
        return;
    m_failure = failure;
    std::fprintf(stderr, "nanocap: %s (%s)\n", failure.message.text().c_str(), failure.code.c_str());
    end(exitCodeFor(failure));
}

void UnattendedRun::end(int exitCode)
{
    if (m_ended)
        return;
    m_ended = true;
    m_exitCode = exitCode;
    QTimer::singleShot(m_options.screenshotFolder.isEmpty() ? 0 : 2 * settleMs, this, &UnattendedRun::close);
}

void UnattendedRun::close()
{
    savePicture();
    writeReport();
    if (m_options.quitAfterDone)
        QCoreApplication::exit(m_exitCode);
}

int UnattendedRun::finish(int loopResult)
{
    if (m_ended || !m_options.quitAfterDone)
        return loopResult;
    m_ended = true;
    m_failure = cancelledFailure(m_flow.runningRow());
    m_exitCode = exitCodeFor(*m_failure);
    std::fprintf(stderr, "nanocap: %s (%s)\n", m_failure->message.text().c_str(), m_failure->code.c_str());
    writeReport();
    return m_exitCode;
}

void UnattendedRun::writeReport() const
{
    if (m_options.reportFile.isEmpty())
        return;
    QSaveFile file(m_options.reportFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(report()).toJson()) < 0 ||
        !file.commit())
        std::fprintf(stderr, "nanocap: the report %s cannot be written: %s\n",
                     qPrintable(m_options.reportFile), qPrintable(file.errorString()));
}

void UnattendedRun::savePicture()
{
    if (m_options.screenshotFolder.isEmpty())
        return;
    QDir().mkpath(m_options.screenshotFolder);
    const QString name = QStringLiteral("%1-%2x%3-%4.png")
                             .arg(m_window.pageName())
                             .arg(m_window.width())
                             .arg(m_window.height())
                             .arg(m_window.language());
    m_window.grab().save(QDir(m_options.screenshotFolder).filePath(name));
}

QJsonObject UnattendedRun::report() const
{
    load::LoadReport nothing;
    nothing.model = {m_options.model.toStdString(), m_options.model.toStdString(), m_options.precision};
    for (Row row : allRows)
        nothing.rows[indexOf(row)] = {.row = row, .state = RowState::Skipped, .message = "Not reached."};
    QJsonObject object = session::loadJson(m_flow.lastReport().value_or(nothing));
    object["captions"] = m_captions;
    if (m_failure)
        object["failure"] = session::toJson(*m_failure);
    const auto process = memory::readProcess(memory::ownPid());
    object["source"] = m_source.uri();
    object["frames"] = qint64(m_source.frames());
    object["window_rss"] = session::toJson(process.rss);
    object["window_peak_rss"] = session::toJson(process.peakRss);
    object["longest_stall_ms"] = m_stalls.longestMs();
    object["stalls_over_100_ms"] = m_stalls.countOver100();
    object["exit"] = m_exitCode;
    return object;
}

} // namespace nanocap::app
