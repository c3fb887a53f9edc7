// SPDX-License-Identifier: Apache-2.0
#include "ui/text/source_text.h"

#include <QCoreApplication>

namespace nanocap::ui {

namespace {
struct SourceText
{
    Q_DECLARE_TR_FUNCTIONS(SourceText)
};
} // namespace

QString sourceName(SourceName source)
{
    switch (source) {
    case SourceName::Camera:
        return SourceText::tr("Camera");
    case SourceName::Film:
        return SourceText::tr("Film");
    case SourceName::Pictures:
        return SourceText::tr("Pictures");
    case SourceName::Cards:
        return SourceText::tr("Cards");
    }
    return {};
}

Icon sourceIcon(SourceName source)
{
    switch (source) {
    case SourceName::Camera:
        return Icon::Camera;
    case SourceName::Film:
        return Icon::Play;
    case SourceName::Pictures:
    case SourceName::Cards:
        break;
    }
    return Icon::Cards;
}

QString sourceStateText(SourceState state, SourceName source)
{
    const bool camera = source == SourceName::Camera;
    switch (state) {
    case SourceState::On:
        return camera ? SourceText::tr("Camera on") : sourceName(source);
    case SourceState::Starting:
        return camera ? SourceText::tr("Camera starts") : sourceName(source);
    case SourceState::Busy:
        return SourceText::tr("Camera in use");
    case SourceState::NoFrames:
    case SourceState::Failed:
        return SourceText::tr("No picture");
    case SourceState::Unplugged:
        return SourceText::tr("Camera gone");
    case SourceState::Finished:
        return SourceText::tr("Finished");
    case SourceState::Off:
        break;
    }
    return camera ? SourceText::tr("Camera off") : sourceName(source);
}

} // namespace nanocap::ui
