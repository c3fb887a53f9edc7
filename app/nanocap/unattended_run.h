// SPDX-License-Identifier: Apache-2.0
// UnattendedRun: counts captions, saves a picture of every page, writes the report and ends the program with
// the exit code nanocapctl would have. GUI thread; only watches the program's flows.
#pragma once

#include "app/nanocap/frame_archive.h"
#include "app/nanocap/options.h"
#include "app/nanocap/program.h"
#include "app/nanocap/stall_meter.h"

#include <QJsonArray>
#include <QObject>
#include <QTimer>

namespace nanocap::app {

class UnattendedRun : public QObject
{
    Q_OBJECT
public:
    UnattendedRun(Options options, Program& program);
    /// After the event loop: the exit code. A run that was interrupted is a cancelled one and reports that.
    int finish(int loopResult);

private:
    void addCaption(const captions::CaptionResult& result);
    void endWhenCaptioned();
    void followSource(captions::SourceState state);
    void addItemFailure(const QString& path, const Failure& failure);
    void endWith(const Failure& failure);
    void end(int exitCode);
    void close();
    void writeReport() const;
    void savePicture();
    QJsonObject report() const;

    Options m_options;
    Program& m_program;
    StallMeter m_stalls;
    FrameArchive m_frames;
    QTimer m_noPicture; ///< runs while there is none
    QJsonArray m_captions;
    Sentence m_sourceText; ///< the last that was said of the source: that a film is cut off, for one
    std::optional<Failure> m_failure;
    int m_done = 0;
    int m_itemExit = ExitDone;
    int m_exitCode = ExitDone;
    bool m_finished = false; ///< the source has given its last picture
    bool m_ended = false;
};

} // namespace nanocap::app
