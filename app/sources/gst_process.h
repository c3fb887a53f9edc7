// SPDX-License-Identifier: Apache-2.0
// GstProcess: one nanocap-gst process, started, read and ended by one thread.
#pragma once

#include "app/sources/gst_wire.h"
#include "app/sources/pace.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <chrono>
#include <sys/types.h>

namespace nanocap::sources {

class GstProcess
{
public:
    /// $NANOCAP_GST, else nanocap-gst beside the program, else in ../libexec/nanocap. Empty when there is
    /// none.
    static QString findProgram();

    enum class Message { Frame, End, Stopped };

    GstProcess() = default;
    GstProcess(const GstProcess&) = delete;
    GstProcess& operator=(const GstProcess&) = delete;
    /// Ends the process: asks it first, and after 700 ms makes it. Its device is closed then.
    ~GstProcess();

    /// False when the process cannot be started; why() then says so.
    bool start(const QString& program, const QString& pipeline);
    /// Waits for the next message, or until `stopFd` becomes readable. After End, end() and why() say how it
    /// ended.
    Message next(int stopFd);
    /// Only after the first Frame: the helper listens by then.
    void setPace(Pace pace);
    /// The picture of the last Frame, RGB32.
    const QImage& frame() const { return m_frame; }
    gst::Word end() const { return m_end; }
    const QString& why() const { return m_why; }

private:
    enum class Read { All, Closed, Stopped };

    Read readAll(void* to, size_t size, int stopFd);
    Message closedUnexpectedly();
    bool waitForExit(std::chrono::milliseconds time);

    pid_t m_pid = -1;
    int m_fd = -1;
    int m_exitStatus = 0;
    Pace m_pace = Pace::Full; ///< as the helper knows it
    QByteArray m_pixels;
    QImage m_frame;
    gst::Word m_end = gst::Word::Broken;
    QString m_why;
};

} // namespace nanocap::sources
