// SPDX-License-Identifier: Apache-2.0
#include "app/sources/gst_advice.h"

#include "app/sources/frame_source.h"

#include <initializer_list>

namespace nanocap::sources {

namespace {

struct Package
{
    const char* name;
    std::initializer_list<const char*> beginnings; ///< of element names
};

/// Debian 12's packages; elements that several could have are found under the first.
const Package packages[] = {
    {"gstreamer1.0-libav", {"avdec_", "avenc_", "avdemux_", "avmux_", "avdeinterlace"}},
    {"gstreamer1.0-plugins-ugly",
     {"x264enc", "mpeg2dec", "a52dec", "asfdemux", "rtspwms", "dvdreadsrc", "dvdsubdec"}},
    {"gstreamer1.0-pipewire", {"pipewire"}},
    {"gstreamer1.0-libcamera", {"libcamerasrc"}},
    {"gstreamer1.0-vaapi", {"vaapi"}},
    {"gstreamer1.0-gl", {"gl"}},
    {"gstreamer1.0-gtk3", {"gtk"}},
    {"gstreamer1.0-qt5", {"qml"}},
    {"gstreamer1.0-alsa", {"alsa"}},
    {"gstreamer1.0-pulseaudio", {"pulse"}},
    {"gstreamer1.0-x", {"ximagesink", "xvimagesink"}},
    {"gstreamer1.0-nice", {"nice"}},
    {"gstreamer1.0-plugins-bad",
     {"h264parse",
      "h265parse",
      "h263parse",
      "mpegvideoparse",
      "mpeg4videoparse",
      "vc1parse",
      "jpegparse",
      "av1parse",
      "vp9parse",
      "pngparse",
      "bayer2rgb",
      "rgb2bayer",
      "va",
      "openh264",
      "openjpeg",
      "tsdemux",
      "tsparse",
      "mpegts",
      "mpegps",
      "hls",
      "dash",
      "mss",
      "rtmp",
      "srt",
      "rist",
      "webrtc",
      "dtls",
      "srtp",
      "kmssink",
      "waylandsink",
      "fbdevsink",
      "nvh26",
      "nvdec",
      "nvjpeg",
      "msdk",
      "qsv",
      "v4l2sl",
      "camerabin",
      "wrappercamerabin",
      "zbar",
      "zxing",
      "mxf",
      "dc1394src",
      "decklink",
      "uvch264",
      "aom",
      "dav1d",
      "svtav1",
      "webpdec",
      "webpenc",
      "rsvg",
      "opencv",
      "intervideo",
      "videoparse",
      "shm",
      "curl",
      "faad",
      "fdkaac",
      "gdp",
      "dvb",
      "mmssrc",
      "timecode",
      "sdp"}},
    {"gstreamer1.0-plugins-good",
     {"v4l2",      "jpeg",      "png",        "rtsp",        "rtp",      "udp",         "qtdemux",
      "qtmux",     "mp4mux",    "matroska",   "avidemux",    "avimux",   "flv",         "souphttpsrc",
      "vp8",       "vp9",       "multifile",  "splitfile",   "splitmux", "imagefreeze", "videocrop",
      "videoflip", "videobox",  "videomixer", "deinterlace", "gamma",    "alpha",       "auto",
      "ximagesrc", "dv1394src", "dvdemux",    "dvdec",       "y4m",      "aasink",      "cacasink",
      "gdkpixbuf", "isomp4",    "multipart",  "smpte",       "level",    "spectrum",    "oss",
      "shagadelic"}},
    {"gstreamer1.0-plugins-base",
     {"video",
      "decodebin",
      "playbin",
      "uridecodebin",
      "uridecodebin3",
      "parsebin",
      "app",
      "compositor",
      "theora",
      "ogg",
      "tcp",
      "audio",
      "encodebin",
      "subtitle",
      "textoverlay",
      "timeoverlay",
      "clockoverlay",
      "rawvideoparse",
      "overlaycomposition",
      "giosrc",
      "cdparanoia",
      "vorbis",
      "opus",
      "pango"}},
};

bool isDecoder(const QString& name)
{
    return name.contains(QLatin1Char(' ')) || name == u"decoder";
}

Sentence missing(const QString& name)
{
    if (name == u"ffmpegcolorspace")
        return said("GstAdvice", "\"%1\" is an element of GStreamer 0.10; use \"%2\"")
            .with({name.toStdString(), "videoconvert"});
    if (name == u"decodebin2" || name == u"playbin2")
        return said("GstAdvice", "\"%1\" is an element of GStreamer 0.10; use \"%2\"")
            .with({name.toStdString(), name.chopped(1).toStdString()});
    if (isDecoder(name))
        return said("GstAdvice", "GStreamer has nothing installed that reads this: %1. The Debian package %2 "
                                 "usually has it")
            .with({name.toStdString(), packageOf(name).toStdString()});
    if (name.startsWith(QLatin1String("nv")) && packageOf(name).isEmpty())
        return said("GstAdvice", "no element \"%1\" is installed. It comes with NVIDIA's Jetson software "
                                 "(nvidia-l4t-gstreamer) and works on a Jetson only")
            .with({name.toStdString()});
    const QString package = packageOf(name);
    if (package.isEmpty())
        return said("GstAdvice",
                    "no element \"%1\" is installed and no package is known that has it. Check its name")
            .with({name.toStdString()});
    return said("GstAdvice", "no element \"%1\" is installed. The Debian package %2 usually has it")
        .with({name.toStdString(), package.toStdString()});
}

} // namespace

QString packageOf(const QString& name)
{
    if (isDecoder(name))
        return QStringLiteral("gstreamer1.0-libav");
    for (const Package& package : packages) {
        for (const char* beginning : package.beginnings) {
            if (name.startsWith(QLatin1String(beginning)))
                return QLatin1String(package.name);
        }
    }
    return {};
}

Sentence gstAdvice(gst::Word end, const QString& text)
{
    switch (end) {
    case gst::Word::Missing:
        return missing(text.section(QLatin1String(", "), 0, 0));
    case gst::Word::Unfit:
        return said("GstAdvice",
                    "%1. What it ends in cannot be made a picture. End it in pictures, for example with "
                    "\"decodebin ! videoconvert\"")
            .with({systemWords(text)});
    case gst::Word::NoPictures:
        return said("GstAdvice", "it ends in \"%1\", which takes no pictures. End it with \"videoconvert ! "
                                 "appsink\" instead")
            .with({text.toStdString()});
    case gst::Word::SeveralBranches:
        return said("GstAdvice", "it has several branches that end in \"%1\". End the one to be captioned, "
                                 "and only that, with "
                                 "\"appsink\"; end the others with \"fakesink\"")
            .with({text.toStdString()});
    default:
        return systemWords(text);
    }
}

Sentence lineAdvice(const pipeline::LineProblem& problem)
{
    switch (problem.kind) {
    case pipeline::LineProblem::OldProgram:
        return said("GstAdvice", "\"%1\" is of GStreamer 0.10, whose elements have other names. Use a line "
                                 "for gst-launch-1.0.")
            .with({problem.word});
    case pipeline::LineProblem::Variable:
        return said("GstAdvice",
                    "\"%1\" stands for something that only a shell fills in. Write out what it means.")
            .with({problem.word});
    case pipeline::LineProblem::OpenQuote:
        return said("GstAdvice", "The gst-launch line has a quote that is not closed.");
    case pipeline::LineProblem::NoPipeline:
        break;
    }
    return said("GstAdvice",
                "The gst-launch line has no pipeline. It needs one, as in gst-launch-1.0 videotestsrc ! "
                "autovideosink.");
}

} // namespace nanocap::sources
