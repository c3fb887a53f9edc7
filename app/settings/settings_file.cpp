// SPDX-License-Identifier: Apache-2.0
#include "app/settings/settings_file.h"

#include "app/settings/setting_key.h"
#include "core/base/whole_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace nanocap::app {

SettingsFile SettingsFile::read(const QString& path)
{
    constexpr qint64 mostBytes = 1 << 20; // a thousand times what the keys need: somebody else's file
    SettingsFile result;
    const QFileInfo info(path);
    if (!info.exists())
        return result;
    QFile file(path);
    // A pipe or a device would keep the reader waiting.
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        result.state = State::Unreadable;
        result.reason = info.isFile() ? file.errorString() : QStringLiteral("it is not a file");
        return result;
    }
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(file.read(mostBytes), &error);
    if (file.error() != QFile::NoError) {
        result.state = State::Unreadable;
        result.reason = file.errorString();
        return result;
    }
    result.state = document.isObject() ? State::Read : State::Broken;
    result.object = document.object();
    if (result.state == State::Broken)
        result.reason = error.error == QJsonParseError::NoError
                            ? QStringLiteral("not a list of names and values in { }")
                            : QStringLiteral("%1, character %2").arg(error.errorString()).arg(error.offset);
    return result;
}

Sentence SettingsFile::note(const QString& path) const
{
    if (!isUsable())
        return said("Settings", "The settings in %1 cannot be read (%2). The defaults hold.")
            .with({path.toStdString(), reason.toStdString()});
    std::vector<const SettingKey*> odd;
    settingsFrom(object, &odd);
    if (odd.empty())
        return {};
    QStringList names;
    for (const SettingKey* key : odd)
        names << QLatin1String(key->name);
    Sentence sentence =
        said("Settings", "Some settings have values that cannot be used and are passed over: %1 (in %2).")
            .with({names.join(QStringLiteral(", ")).toStdString(), path.toStdString()});
    for (const SettingKey* key : odd)
        sentence += key->takes();
    return sentence;
}

Failure settingsFailure(const char* code, const QString& subject, const Sentence& sentence)
{
    Failure failure = makeFailure(code, sentence, {}, subject.toStdString());
    failure.failureClass = FailureClass::Input; // an IO of settings is nothing of a checkpoint
    return failure;
}

Failure settingsNotSaved(const QString& path, const QString& reason)
{
    return settingsFailure("IO", path,
                           said("Settings", "The change holds for now, but it could not be saved in %1 (%2).")
                               .with({path.toStdString(), reason.toStdString()}));
}

Status writeSettingsFile(const QString& path, const QJsonObject& object)
{
    QDir().mkpath(QFileInfo(path).path());
    const std::string problem =
        writeWholeFile(path.toStdString(), QJsonDocument(object).toJson().toStdString());
    return problem.empty() ? ok() : Status(fail(settingsNotSaved(path, QString::fromStdString(problem))));
}

} // namespace nanocap::app
