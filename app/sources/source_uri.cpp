// SPDX-License-Identifier: Apache-2.0
#include "app/sources/source_uri.h"

#include "app/sources/camera_list.h"
#include "app/sources/frame_source.h"
#include "app/sources/gst_advice.h"
#include "core/base/path_text.h"

#include <QFileInfo>
#include <QProcess>

namespace nanocap::sources {

namespace {

tl::unexpected<Failure> refused(const QString& text, const Sentence& why)
{
    const std::string source = shownPath(text).toStdString();
    return fail(makeFailure("SOURCE", why, "source: \"" + source + "\"", source));
}

Result<SourceUri> csi(const QString& text, const QString& argument)
{
    bool number = false;
    const int sensor = argument.toInt(&number);
    if (!number || sensor < 0)
        return refused(text, said("Sources", "The source \"%1\" needs the number of a CSI camera: csi:0.")
                                 .with({text.toStdString()}));
    return SourceUri{SourceKind::Gst, csiPipeline(sensor), text};
}

Result<SourceUri> gst(const QString& text, const QString& argument)
{
    const auto pipeline = pipeline::pipelineOfLine(pathBytes(argument));
    if (!pipeline)
        return refused(text, lineAdvice(pipeline.error()));
    return SourceUri{SourceKind::Gst, pathText(*pipeline), text};
}

/// What follows "video:" or "images:": a path as it stands, blanks within and around it too, or a file:
/// address.
QString pathOf(const QString& argument)
{
    if (!argument.startsWith(QLatin1String("file:")) || QFileInfo::exists(argument))
        return argument;
    return pathOfAddress(QUrl(argument));
}

} // namespace

Result<SourceUri> parseSourceUri(const QString& text)
{
    const QString written = text.trimmed();
    const auto colon = written.indexOf(QLatin1Char(':'));
    const QString scheme = written.left(colon).toLower();
    const QString argument = colon < 0 ? QString() : written.mid(colon + 1).trimmed();
    // A name may end in a blank.
    const QString path = text.mid(text.indexOf(QLatin1Char(':')) + 1);

    if (colon > 0) {
        if (scheme == u"cards" && argument.isEmpty())
            return SourceUri{SourceKind::Cards, {}, written};
        if (scheme == u"camera")
            return SourceUri{SourceKind::Camera, argument, written};
        if (scheme == u"csi")
            return csi(written, argument);
        if (scheme == u"gst") {
            if (argument.isEmpty())
                return refused(written,
                               said("Sources", "The source \"gst:\" needs a GStreamer pipeline, as in "
                                               "gst:videotestsrc."));
            return gst(written, argument);
        }
        if (scheme == u"video") {
            if (argument.isEmpty())
                return refused(
                    written,
                    said("Sources", "The source \"video:\" needs a file, as in video:/path/clip.mp4."));
            return SourceUri{SourceKind::Video, pathOf(path), written};
        }
        if (scheme == u"images") {
            if (argument.isEmpty())
                return refused(
                    written,
                    said("Sources", "The source \"images:\" needs a folder, as in images:/path/pictures."));
            return SourceUri{SourceKind::Images, pathOf(path), written};
        }
    }
    return refused(written,
                   said("Sources", "\"%1\" is not a source. Use camera:, camera:NAME, gst:PIPELINE, csi:0, "
                                   "video:FILE, images:DIR or cards:.")
                       .with({shownPath(written).toStdString()}));
}

QString csiPipeline(int sensor)
{
    return QStringLiteral("nvarguscamerasrc sensor-id=%1 ! "
                          "video/x-raw(memory:NVMM),width=640,height=480,framerate=30/1,format=NV12 ! "
                          "nvvidconv ! video/x-raw,format=BGRx ! "
                          "appsink drop=true max-buffers=1 sync=false")
        .arg(sensor);
}

SourceProbe probeSources()
{
    SourceProbe probe;
    const bool tegra = QFileInfo::exists(QStringLiteral("/dev/nvhost-ctrl")) ||
                       QFileInfo::exists(QStringLiteral("/etc/nv_tegra_release"));
    if (tegra) {
        QProcess inspect;
        inspect.start(QStringLiteral("gst-inspect-1.0"),
                      {QStringLiteral("--exists"), QStringLiteral("nvarguscamerasrc")});
        probe.csi = inspect.waitForFinished(2000) && inspect.exitStatus() == QProcess::NormalExit &&
                    inspect.exitCode() == 0;
    }
    probe.camera = !connectedCameras().empty();
    return probe;
}

QString defaultSource(const SourceProbe& probe)
{
    if (probe.csi)
        return QStringLiteral("csi:0");
    return probe.camera ? QStringLiteral("camera:") : QStringLiteral("cards:");
}

} // namespace nanocap::sources
