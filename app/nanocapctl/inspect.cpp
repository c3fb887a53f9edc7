// SPDX-License-Identifier: Apache-2.0
#include "app/nanocapctl/commands.h"
#include "app/nanocapctl/output.h"
#include "core/base/path_text.h"

#include "core/base/qt_text.h"
#include "core/load/network_shape.h"
#include "core/session/report_json.h"

#include <QJsonArray>
#include <filesystem>

namespace nanocap::ctl {

namespace {

QString shapeText(const std::vector<std::int64_t>& shape)
{
    QStringList sizes;
    for (auto n : shape)
        sizes << QString::number(n);
    return sizes.join(QLatin1Char('x'));
}

QJsonObject inspectJson(const checkpoint::Checkpoint& c)
{
    QJsonArray tensors, warnings;
    for (const auto& t : c.tensors) {
        QJsonArray shape;
        for (auto n : t.shape)
            shape.append(qint64(n));
        tensors.append(QJsonObject{{"name", toQString(t.name)},
                                   {"dtype", toQString(checkpoint::nameOf(t.dtype))},
                                   {"shape", shape},
                                   {"bytes", qint64(t.numel() * checkpoint::itemSize(t.dtype))}});
    }
    for (const auto& w : c.warnings)
        warnings.append(QJsonObject{{"code", toQString(w.code)}, {"message", toQString(w.message.text())}});
    return {{"schema", 1},
            {"file", toQString(c.path)},
            {"format", toQString(c.format)},
            {"bytes", qint64(c.fileBytes.count())},
            {"verified", c.verified},
            {"warnings", warnings},
            {"dims", session::toJson(c.dims)},
            {"tensors", tensors},
            {"vocabulary", qint64(c.vocabulary.words.size())}};
}

void printInspect(const checkpoint::Checkpoint& c)
{
    const auto dim = [](const std::optional<std::int64_t>& n) {
        return n ? QString::number(*n) : QStringLiteral("unknown");
    };
    print(QStringLiteral("%1: %2, %3")
              .arg(toQString(c.path), toQString(c.format), toQString(toText(c.fileBytes))));
    print(c.verified ? QStringLiteral("Checksums and numbers verified.")
                     : QStringLiteral("Not verified (large file): add --verify to read every weight."));
    print(
        QStringLiteral(
            "Vocabulary %1 words, embedding %2, decoder %3, attention %4, encoder channels %5 (width %6)")
            .arg(dim(c.dims.vocabSize), dim(c.dims.embedDim), dim(c.dims.decoderDim),
                 dim(c.dims.attentionDim), dim(c.dims.encoderChannels),
                 c.dims.widthMult ? QString::number(*c.dims.widthMult, 'g', 4) : QStringLiteral("unknown")));
    for (const auto& w : c.warnings)
        print(QStringLiteral("Warning %1: %2").arg(toQString(w.code), toQString(w.message.text())));
    print(QStringLiteral("%1 tensors:").arg(c.tensors.size()));
    for (const auto& t : c.tensors)
        print(QStringLiteral("  %1 %2 %3")
                  .arg(toQString(checkpoint::nameOf(t.dtype)), -5)
                  .arg(shapeText(t.shape), -16)
                  .arg(toQString(t.name)));
}

} // namespace

int inspect(const Arguments& a)
{
    // A path is opened as it is, whatever a catalog would think of it; only ids and numbers go through the
    // catalog.
    std::string path = pathBytes(a.file);
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        const auto card = catalog::resolve(path, a.folders);
        if (!card)
            return reportFailure(card.error(), a.json, {{"file", shownPath(a.file)}});
        path = card->path;
    }
    auto opened = checkpoint::open(path, a.verify ? checkpoint::Verify::Always : checkpoint::Verify::Auto);
    if (!opened)
        return reportFailure(opened.error(), a.json, {{"file", shownPath(path)}});
    // A sound file that is no captioner is still worth looking at, but what a load would say is said here
    // too.
    if (const auto network = load::deriveNetwork(*opened); !network)
        opened->warnings.push_back({network.error().code, network.error().message});
    if (a.json)
        printJson(inspectJson(*opened));
    else
        printInspect(*opened);
    return ExitDone;
}

} // namespace nanocap::ctl
