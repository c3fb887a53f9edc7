// SPDX-License-Identifier: Apache-2.0
// GstDevice: a GStreamer pipeline as a capture device, in a helper process: an element that crashes must not
// take the window along, and GStreamer's libraries, once loaded, cannot be unloaded.
#pragma once

#include "app/sources/capture_device.h"
#include "app/sources/gst_wire.h"

#include <memory>

namespace nanocap::sources {

class GstSession;

class GstDevice : public CaptureDevice
{
    Q_OBJECT
public:
    /// `pipeline`: of parseSourceUri(); the helper makes it end in pictures.
    explicit GstDevice(QString pipeline, QObject* parent = nullptr);
    /// Leaves a running pipeline to end by itself; the end of the program waits a second for it.
    ~GstDevice() override;

    /// GStreamer tells only by trying.
    bool isPresent() const override { return true; }
    void open(const std::shared_ptr<FrameMailbox>& mailbox, quint64 epoch) override;
    void close() override;
    /// While the pipeline runs or ends: any pipeline may hold a device, so each counts.
    void setPace(Pace pace) override;
    bool isOpen() const override { return m_session != nullptr; }
    Sentence name() const override;
    bool isCamera() const override { return m_camera; }
    bool isPipeline() const override { return true; }

private:
    void startSession();
    void judge(const GstSession* session, gst::Word end, const QString& why);
    void sessionClosed(const GstSession* session);

    QString m_pipeline;
    bool m_camera;
    std::shared_ptr<GstSession> m_session;
    bool m_wanted = false; ///< between open() and close()
    bool m_again = false;  ///< open() was called while an earlier run was still ending
    std::shared_ptr<FrameMailbox> m_mailbox;
    quint64 m_epoch = 0;
    Pace m_pace = Pace::Full;
};

} // namespace nanocap::sources
