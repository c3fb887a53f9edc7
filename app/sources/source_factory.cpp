// SPDX-License-Identifier: Apache-2.0
#include "app/sources/source_factory.h"

#include "app/sources/card_deck.h"
#include "app/sources/cards_source.h"
#include "app/sources/gst_device.h"
#include "app/sources/gst_process.h"
#include "app/sources/images_source.h"
#include "app/sources/live_source.h"
#include "app/sources/media_backend.h"
#include "app/sources/picture_list.h"
#include "app/sources/qt_camera_device.h"
#include "app/sources/source_uri.h"
#include "app/sources/video_source.h"
#include "core/base/path_text.h"

#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

namespace nanocap::sources {

namespace {

using Made = Result<std::unique_ptr<FrameSource>>;

Made makeCards(const SourceUri& uri, const SourceOptions& options)
{
    const QString folder = options.cardFolder.isEmpty() ? CardDeck::builtInFolder() : options.cardFolder;
    Result<CardDeck> deck = CardDeck::read(folder);
    if (!deck)
        return fail(deck.error());
    return std::make_unique<CardsSource>(uri.text, std::move(*deck), options);
}

Made makeImages(const SourceUri& uri, const SourceOptions& options)
{
    Result<QStringList> files = listPictures(uri.argument);
    if (!files)
        return fail(files.error());
    return std::make_unique<ImagesSource>(uri.text, std::move(*files), options);
}

Made makeVideo(const SourceUri& uri, const SourceOptions& options)
{
    struct stat info = {};
    const std::string path = pathBytes(uri.argument);
    const std::string shown = shownPath(uri.argument).toStdString();
    if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode) || ::access(path.c_str(), R_OK) != 0)
        return fail(makeFailure(
            "SOURCE", said("Sources", "There is no video file \"%1\" that can be read.").with({shown}), {},
            shown));
    return std::make_unique<VideoSource>(uri.text, uri.argument, options);
}

Made makeCamera(const SourceUri& uri, const SourceOptions& options)
{
    preferLightMediaBackend();
    return std::make_unique<LiveSource>(uri.text, std::make_unique<QtCameraDevice>(uri.argument), options);
}

Made makeGst(const SourceUri& uri, const SourceOptions& options)
{
    if (::access(QFile::encodeName(GstProcess::findProgram()).constData(), X_OK) != 0)
        return fail(
            makeFailure("SOURCE",
                        said("Sources", "GStreamer sources need the helper program nanocap-gst, which is not "
                                        "installed. Install it, or choose another source."),
                        {}, uri.text.toStdString()));
    return std::make_unique<LiveSource>(uri.text, std::make_unique<GstDevice>(uri.argument), options);
}

} // namespace

Made createSource(const QString& text, const SourceOptions& options)
{
    const Result<SourceUri> uri = parseSourceUri(text);
    if (!uri)
        return fail(uri.error());
    switch (uri->kind) {
    case SourceKind::Images:
        return makeImages(*uri, options);
    case SourceKind::Video:
        return makeVideo(*uri, options);
    case SourceKind::Camera:
        return makeCamera(*uri, options);
    case SourceKind::Gst:
        return makeGst(*uri, options);
    case SourceKind::Cards:
        break;
    }
    return makeCards(*uri, options);
}

} // namespace nanocap::sources
