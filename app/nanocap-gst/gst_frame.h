// SPDX-License-Identifier: Apache-2.0
// GstFrame: one picture of a pipeline, mapped for as long as this lives. Move only.
#pragma once

#include <gst/video/video.h>

#include <utility>

namespace nanocap::gst {

class GstFrame
{
public:
    GstFrame() = default;
    /// Takes the sample over. Not valid when it holds no BGR picture.
    explicit GstFrame(GstSample* sample) : m_sample(sample)
    {
        GstVideoInfo info;
        GstCaps* caps = sample ? gst_sample_get_caps(sample) : nullptr;
        GstBuffer* buffer = sample ? gst_sample_get_buffer(sample) : nullptr;
        m_mapped = caps && buffer && gst_video_info_from_caps(&info, caps) &&
                   GST_VIDEO_INFO_FORMAT(&info) == GST_VIDEO_FORMAT_BGR &&
                   gst_video_frame_map(&m_frame, &info, buffer, GST_MAP_READ);
    }
    GstFrame(GstFrame&& other) noexcept
        : m_sample(std::exchange(other.m_sample, nullptr)), m_frame(other.m_frame),
          m_mapped(std::exchange(other.m_mapped, false))
    {
    }
    GstFrame& operator=(GstFrame&& other) noexcept
    {
        std::swap(m_sample, other.m_sample);
        std::swap(m_frame, other.m_frame);
        std::swap(m_mapped, other.m_mapped);
        return *this;
    }
    ~GstFrame()
    {
        if (m_mapped)
            gst_video_frame_unmap(&m_frame);
        if (m_sample)
            gst_sample_unref(m_sample);
    }

    bool isValid() const { return m_mapped; }
    int width() const { return GST_VIDEO_FRAME_WIDTH(&m_frame); }
    int height() const { return GST_VIDEO_FRAME_HEIGHT(&m_frame); }
    /// Blue, green, red, again and again.
    const void* line(int y) const
    {
        return static_cast<const char*>(GST_VIDEO_FRAME_PLANE_DATA(&m_frame, 0)) +
               std::ptrdiff_t(y) * GST_VIDEO_FRAME_PLANE_STRIDE(&m_frame, 0);
    }

private:
    GstSample* m_sample = nullptr;
    GstVideoFrame m_frame = {};
    bool m_mapped = false;
};

} // namespace nanocap::gst
