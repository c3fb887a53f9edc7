// SPDX-License-Identifier: Apache-2.0
#include "app/pipeline/launch_line.h"
#include "app/pipeline/picture_sink.h"
#include "app/pipeline/pipeline_text.h"

#include <gtest/gtest.h>

using namespace nanocap::pipeline;

namespace {

std::string names(const std::string& pipeline)
{
    std::string text;
    for (const Element& element : elementsOf(pipeline))
        text += (text.empty() ? "" : " ") + element.name;
    return text;
}

TEST(PipelineText, FindsElements)
{
    EXPECT_EQ(names("videotestsrc ! appsink"), "videotestsrc appsink");
    EXPECT_EQ(names("videotestsrc!videoconvert!appsink"), "videotestsrc videoconvert appsink");
    EXPECT_EQ(
        names("v4l2src device=/dev/video0 ! video/x-raw, width=320, height = 240 ! fakesink sync=false"),
        "v4l2src fakesink");
    EXPECT_EQ(names("videotestsrc ! 'video/x-raw(memory:NVMM), format=(string)NV12' ! nvvidconv"),
              "videotestsrc nvvidconv");
    EXPECT_EQ(names("videotestsrc ! tee name=t t. ! queue ! fakesink t.src_1 ! queue ! appsink"),
              "videotestsrc tee queue fakesink queue appsink");
    EXPECT_EQ(names("( videotestsrc ! identity ) ! appsink"), "videotestsrc identity appsink");
    EXPECT_EQ(names("rtsp://host/stream ! decodebin"), "rtsp://host/stream decodebin");
}

TEST(PipelineText, QuotesHideWhatIsInThem)
{
    EXPECT_EQ(names("filesrc location=\"my appsink ! film.mp4\" ! decodebin"), "filesrc decodebin");
    EXPECT_EQ(names("filesrc location=/films/appsink.mp4 ! decodebin"), "filesrc decodebin");
    EXPECT_EQ(names("filesrc location=/a\\ appsink\\ b.mp4 ! decodebin"), "filesrc decodebin");
    EXPECT_EQ(names("filesrc location='x ! appsink ! y' ! decodebin"), "filesrc decodebin");
    EXPECT_FALSE(opensCamera("filesrc location=\"v4l2src ! x\" ! decodebin"));
    EXPECT_TRUE(opensCamera("v4l2src!decodebin"));
    EXPECT_TRUE(opensCamera("rtsp://host/stream ! decodebin"));
}

struct Sink
{
    const char* pipeline;
    const char* before; ///< with the bridge
    const char* sink;
    const char* after;
};

class PictureSink : public testing::TestWithParam<Sink>
{
};

TEST_P(PictureSink, IsPutWhereThePicturesLeave)
{
    const auto made = completed(GetParam().pipeline);
    ASSERT_TRUE(made.has_value()) << GetParam().pipeline;
    EXPECT_EQ(made->before, GetParam().before);
    EXPECT_EQ(made->sink, GetParam().sink);
    EXPECT_EQ(made->after, GetParam().after);
}

INSTANTIATE_TEST_SUITE_P(
    Sinks, PictureSink,
    testing::Values(
        Sink{"videotestsrc", "videotestsrc ! ", "appsink drop=true max-buffers=1 sync=true", ""},
        Sink{"v4l2src !", "v4l2src ! ", "appsink drop=true max-buffers=1 sync=false", ""},
        Sink{"videotestsrc ! appsink name=s drop=true max-buffers=2 sync=false", "videotestsrc ! ",
             "appsink name=s drop=true max-buffers=2 sync=false", ""},
        Sink{"videotestsrc ! appsink caps=\"video/x-raw, format=I420\" drop=true",
             "videotestsrc ! capsfilter caps=\"video/x-raw, format=I420\" ! ", "appsink drop=true", ""},
        Sink{"videotestsrc ! autovideosink", "videotestsrc ! ", "appsink drop=true max-buffers=1 sync=true",
             ""},
        Sink{"nvarguscamerasrc ! nv3dsink sync=true", "nvarguscamerasrc ! ",
             "appsink drop=true max-buffers=1 sync=true", ""},
        Sink{"videotestsrc ! fakesink", "videotestsrc ! ", "appsink drop=true max-buffers=1 sync=true", ""},
        Sink{"videotestsrc ! tee name=t t. ! xvimagesink t. ! appsink",
             "videotestsrc ! tee name=t t. ! fakesink sync=true t. ! ", "appsink", ""},
        Sink{"appsink name=s videotestsrc ! s.", "identity name=s ! ", "appsink", " videotestsrc ! s."},
        Sink{"uridecodebin uri=file:///a name=d d. ! waylandsink d. ! autoaudiosink",
             "uridecodebin uri=file:///a name=d d. ! ", "appsink drop=true max-buffers=1 sync=true",
             " d. ! fakesink sync=true"},
        Sink{"playbin uri=file:///a.mp4", "uridecodebin uri=file:///a.mp4 ! ",
             "appsink drop=true max-buffers=1 sync=true", ""}));

TEST(PictureSink, AmbiguousAndOtherEndsAreNamed)
{
    EXPECT_EQ(completed("videotestsrc ! tee name=t t. ! appsink t. ! appsink").error().kind,
              SinkProblem::SeveralAppsinks);
    EXPECT_EQ(completed("videotestsrc ! tee name=t t. ! ximagesink t. ! glimagesink").error().kind,
              SinkProblem::SeveralDisplays);
    EXPECT_EQ(completed("videotestsrc ! jpegenc ! filesink location=a.jpg").error().element, "filesink");
    EXPECT_EQ(completed("audiotestsrc ! autoaudiosink").error().element, "autoaudiosink");
}

TEST(LaunchLine, BecomesThePipelineItWouldHaveRun)
{
    const auto pipeline = [](const char* line) { return pipelineOfLine(line).value_or("refused"); };
    EXPECT_EQ(pipeline("videotestsrc ! 'video/x-raw' ! appsink"), "videotestsrc ! 'video/x-raw' ! appsink");
    EXPECT_EQ(pipeline("gst-launch-1.0 -v -e videotestsrc ! autovideosink"), "videotestsrc ! autovideosink");
    EXPECT_EQ(pipeline("$ sudo GST_DEBUG=3 DISPLAY=:0 /usr/bin/gst-launch-1.0 videotestsrc ! fakesink -q"),
              "videotestsrc ! fakesink");
    EXPECT_EQ(pipeline("gst-launch-1.0 v4l2src ! 'video/x-raw, width=(int)320' ! \\\n  videoconvert ! \\\n  "
                       "xvimagesink"),
              "v4l2src ! video/x-raw,\\ width=(int)320 ! videoconvert ! xvimagesink");
    EXPECT_EQ(
        pipeline(
            "gst-launch-1.0 filesrc location=\"my film.mp4\" ! decodebin ! autovideosink > /dev/null 2>&1"),
        "filesrc location=my\\ film.mp4 ! decodebin ! autovideosink");
    EXPECT_EQ(pipeline("gst-launch-1.0 --gst-debug 3 videotestsrc 2> log"), "videotestsrc");
    EXPECT_EQ(pipeline("filesrc location=gst-launch-1.0.mp4 ! decodebin"),
              "filesrc location=gst-launch-1.0.mp4 ! decodebin");
}

TEST(LaunchLine, WhatOnlyAShellKnowsIsNamed)
{
    EXPECT_EQ(pipelineOfLine("gst-launch-1.0 filesrc location=$HOME/a.mp4 ! decodebin").error().word,
              "$HOME/a.mp4");
    EXPECT_EQ(pipelineOfLine("gst-launch-0.10 videotestsrc").error().kind, LineProblem::OldProgram);
    EXPECT_EQ(pipelineOfLine("gst-launch-1.0 -v").error().kind, LineProblem::NoPipeline);
    EXPECT_EQ(pipelineOfLine("gst-launch-1.0 filesrc location=\"a ! decodebin").error().kind,
              LineProblem::OpenQuote);
}

} // namespace
