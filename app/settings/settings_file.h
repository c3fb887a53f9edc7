// SPDX-License-Identifier: Apache-2.0
// The settings file on disk: a small JSON object a person may edit. Plain functions, any thread.
#pragma once

#include "core/base/failure.h"
#include "core/base/sentence.h"

#include <QJsonObject>
#include <QString>

namespace nanocap::app {

struct SettingsFile
{
    enum class State {
        Missing,
        Read,
        Broken,     ///< there, and not a JSON object: it may be set aside
        Unreadable, ///< there, and not to be opened: left alone
    } state = State::Missing;
    QJsonObject object; ///< keys of a newer version included
    QString reason;     ///< why it is broken or unreadable

    static SettingsFile read(const QString& path);
    bool isUsable() const { return state == State::Missing || state == State::Read; }
    /// "The settings in … cannot be read (…). The defaults hold.", or which values of it are passed over and
    /// what they may be; empty when all is well.
    Sentence note(const QString& path) const;
};

/// Replaces the file in one step or leaves the old one whole; makes its folder. Fails as IO (class input).
Status writeSettingsFile(const QString& path, const QJsonObject& object);
/// The failure of settings that could not be saved, IO (class input).
Failure settingsNotSaved(const QString& path, const QString& reason);
/// Of class input: every failure of this folder is made here.
Failure settingsFailure(const char* code, const QString& subject, const Sentence& sentence);

} // namespace nanocap::app
