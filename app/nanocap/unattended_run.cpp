// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/unattended_run.h"

#include "app/nanocap/png_file.h"
#include "core/base/path_text.h"
#include "core/base/whole_file.h"
#include "core/memory/reading.h"
#include "core/session/report_json.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QPixmap>
#include <QTimer>

#include <cstdio>

namespace nanocap::app {

namespace {
// A page is laid out, painted once and has had a memory sample by then.
constexpr int settleMs = 400;
// The last picture of a folder or film may still be on its way through the model; nobody waits for ever.
constexpr int lastCaptionMs = 20'000;
} // namespace

UnattendedRun::UnattendedRun(Options options, Program& program)
    : m_options(std::move(options)), m_program(program), m_frames(m_options.framesFolder)
{
    if (!m_options.reportFile.isEmpty()) // a hundred looks a second are not free
        m_stalls.start();
    if (!m_options.screenshotFolder.isEmpty()) {
        const auto saveSoon = [this] { QTimer::singleShot(settleMs, this, &UnattendedRun::savePicture); };
        connect(&m_program.window, &ui::MainWindow::pageShown, this, saveSoon);
        saveSoon(); // the first page is there already
    }
    connect(&m_program, &Program::menuReady, this, [this] {
        if (m_options.model.isEmpty() && m_options.quitAfterDone)
            end(ExitDone);
    });
    connect(&m_program, &Program::wantedFailed, this, &UnattendedRun::endWith);
    connect(&m_program.captions, &CaptionFlow::died, this, &UnattendedRun::endWith);
    connect(&m_program.load, &LoadFlow::ended, this, [this](const load::LoadReport& report) {
        savePicture(); // of the loading page, with all its rows
        if (report.failure)
            endWith(*report.failure);
        else if (m_options.captions == 0 && m_options.quitAfterDone)
            end(ExitDone);
    });
    connect(&m_program.captions, &CaptionFlow::captioned, this, &UnattendedRun::addCaption);
    connect(&m_program.source, &SourceFlow::failed, this, &UnattendedRun::endWith);
    m_noPicture.setSingleShot(true);
    m_noPicture.setInterval(m_options.sourceTimeout);
    connect(&m_noPicture, &QTimer::timeout, this,
            [this] { endWith(m_program.source.problem(m_options.sourceTimeout)); });
    if (m_options.unattended())
        connect(&m_program.source, &SourceFlow::stateChanged, this, &UnattendedRun::followSource);
    connect(&m_program.source, &SourceFlow::stateChanged, this,
            [this](captions::SourceState, const Sentence& text) { m_sourceText = text; });
    connect(&m_program.source, &SourceFlow::itemFailed, this, &UnattendedRun::addItemFailure);
    connect(&m_program.source, &SourceFlow::finished, this, &UnattendedRun::endWhenCaptioned);
}

void UnattendedRun::addCaption(const captions::CaptionResult& result)
{
    if (m_ended)
        return;
    const QString& item = result.frame.item;
    QJsonObject entry = session::captionEntry(
        item.isEmpty() ? QStringLiteral("frame %1").arg(result.frame.number) : item, result.caption, false);
    const auto kept = m_frames.keep(result.frame.picture);
    if (!kept)
        std::fprintf(stderr, "nanocap: %s\n", kept.error().message.text().c_str());
    else if (!kept->isEmpty())
        entry["frame"] = *kept;
    m_captions.append(entry);
    ++m_done;
    m_program.source.advance();
    if (m_finished)
        endWhenCaptioned();
    if (m_options.captions > 0 && m_done >= m_options.captions)
        end(m_itemExit);
}

void UnattendedRun::endWhenCaptioned()
{
    if (!m_program.captions.isWaiting())
        end(m_itemExit);
    else if (!m_finished)
        QTimer::singleShot(lastCaptionMs, this, [this] { end(m_itemExit); });
    m_finished = true;
}

void UnattendedRun::followSource(captions::SourceState state)
{
    using captions::SourceState;
    if (state == SourceState::On || state == SourceState::Finished || state == SourceState::Off)
        m_noPicture.stop();
    else if (!m_noPicture.isActive())
        m_noPicture.start();
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
    std::fprintf(stderr, "nanocap: %s (%s)\n", qUtf8Printable(shownPath(failure.message.text())),
                 failure.code.c_str());
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
    m_failure = cancelledFailure(m_program.load.runningRow());
    m_exitCode = exitCodeFor(*m_failure);
    std::fprintf(stderr, "nanocap: %s (%s)\n", m_failure->message.text().c_str(), m_failure->code.c_str());
    writeReport();
    return m_exitCode;
}

void UnattendedRun::writeReport() const
{
    if (m_options.reportFile.isEmpty())
        return;
    const std::string problem =
        writeWholeFile(pathBytes(m_options.reportFile), QJsonDocument(report()).toJson().toStdString());
    if (!problem.empty())
        std::fprintf(stderr, "nanocap: the report %s cannot be written: %s\n",
                     qPrintable(shownPath(m_options.reportFile)), problem.c_str());
}

void UnattendedRun::savePicture()
{
    if (m_options.screenshotFolder.isEmpty())
        return;
    const QString name = QStringLiteral("%1-%2x%3-%4.png")
                             .arg(m_program.window.pageName())
                             .arg(m_program.window.width())
                             .arg(m_program.window.height())
                             .arg(m_program.window.looks().language);
    const std::string problem = savePng(m_program.window.grab().toImage(), m_options.screenshotFolder, name);
    if (!problem.empty())
        std::fprintf(stderr, "nanocap: the picture %s cannot be saved in %s: %s\n", qPrintable(name),
                     qPrintable(shownPath(m_options.screenshotFolder)), problem.c_str());
}

QJsonObject UnattendedRun::report() const
{
    const auto& last = m_program.load.lastLoad();
    const std::string model = pathBytes(m_options.model);
    QJsonObject object =
        session::loadJson(last ? last->report : load::notBegun({model, model, m_options.precision}));
    object["captions"] = m_captions;
    if (m_failure)
        object["failure"] = session::toJson(*m_failure);
    const auto process = memory::readProcess(memory::ownPid());
    object["source"] = shownPath(m_program.source.uri());
    object["source_text"] = shownPath(m_sourceText.text());
    object["frames"] = qint64(m_program.source.frames());
    object["window_rss"] = session::toJson(process.rss);
    object["window_peak_rss"] = session::toJson(process.peakRss);
    object["longest_stall_ms"] = m_stalls.longestMs();
    object["stalls_over_100_ms"] = m_stalls.countOver100();
    object["exit"] = m_exitCode;
    return object;
}

} // namespace nanocap::app
