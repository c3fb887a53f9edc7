// SPDX-License-Identifier: Apache-2.0
#include "app/settings/settings.h"

#include "core/load/floor_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

namespace nanocap::app {

namespace {

/// Names of what is there and cannot be meant.
QString oddValues(const QJsonObject& o)
{
    QStringList odd;
    const auto check = [&](const char* name, const auto& isGood) {
        const QJsonValue value = o[QLatin1String(name)];
        if (!value.isUndefined() && !isGood(value))
            odd << QLatin1String(name);
    };
    const auto oneOf = [](const QStringList& words) {
        return [words](const QJsonValue& v) { return v.isString() && words.contains(v.toString()); };
    };
    const auto within = [](double low, double high) {
        return [low, high](const QJsonValue& v) {
            return v.isDouble() && v.toDouble() >= low && v.toDouble() <= high;
        };
    };
    const auto isBool = [](const QJsonValue& v) { return v.isBool(); };
    check("language", oneOf({QString(), QStringLiteral("en"), QStringLiteral("ko")}));
    check("theme", oneOf({QStringLiteral("dark"), QStringLiteral("light")}));
    check("text_size", within(0, 2));
    check("panel_inches", within(0, 100));
    check("source", [](const QJsonValue& v) { return v.isString(); });
    check("model_folders", [](const QJsonValue& v) { return v.isArray(); });
    check("mirror_preview", isBool);
    check("flip", isBool);
    check("rotation", [](const QJsonValue& v) { return v.isDouble() && v.toInt(1) % 90 == 0; });
    check("minimum_available_mb", [](const QJsonValue& v) {
        const QString text = v.toVariant().toString();
        return text.isEmpty() || load::floorFromText(text.toStdString());
    });
    return odd.join(QStringLiteral(", "));
}

} // namespace

QString Settings::path()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
        .filePath(QStringLiteral("nanocap/settings.json"));
}

Settings Settings::read(QString* note)
{
    Settings s;
    QFile file(path());
    if (!file.open(QIODevice::ReadOnly))
        return s;
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(file.readAll(), &error);
    file.close();
    if (!document.isObject()) {
        if (!note)
            return s;
        const QString aside = path() + QStringLiteral(".broken");
        QFile::remove(aside);
        QFile::rename(path(), aside);
        *note = QCoreApplication::translate(
                    "Settings", "The settings could not be read (%1). They were set aside as %2; the "
                                "defaults hold.")
                    .arg(error.errorString(), aside);
        return s;
    }
    const QJsonObject o = document.object();
    if (const QString odd = oddValues(o); note && !odd.isEmpty())
        *note = QCoreApplication::translate(
                    "Settings", "Some settings have values that cannot be used and are passed over: %1 "
                                "(in %2).")
                    .arg(odd, path());
    s.language = o[QLatin1String("language")].toString(s.language);
    s.theme = o[QLatin1String("theme")].toString(s.theme);
    s.textSize = qBound(0, o[QLatin1String("text_size")].toInt(s.textSize), 2);
    s.source = o[QLatin1String("source")].toString(s.source);
    s.minimumAvailable = o[QLatin1String("minimum_available_mb")].toVariant().toString();
    s.floor = load::floorFromText(s.minimumAvailable.toStdString());
    for (const auto& folder : o[QLatin1String("model_folders")].toArray())
        s.modelFolders << folder.toString();
    s.panelInches = qBound(0.0, o[QLatin1String("panel_inches")].toDouble(s.panelInches), 100.0);
    s.mirrorPreview = o[QLatin1String("mirror_preview")].toBool(s.mirrorPreview);
    const int rotation = o[QLatin1String("rotation")].toInt(0);
    s.orientation.rotation = rotation % 90 == 0 ? ((rotation % 360) + 360) % 360 : 0;
    s.orientation.flip = o[QLatin1String("flip")].toBool(false);
    return s;
}

bool Settings::write() const
{
    QDir().mkpath(QFileInfo(path()).path());
    QSaveFile file(path());
    if (!file.open(QIODevice::WriteOnly))
        return false;
    const QJsonObject o{{"language", language},
                        {"theme", theme},
                        {"text_size", textSize},
                        {"source", source},
                        {"minimum_available_mb", minimumAvailable},
                        {"model_folders", QJsonArray::fromStringList(modelFolders)},
                        {"panel_inches", panelInches},
                        {"mirror_preview", mirrorPreview},
                        {"rotation", orientation.rotation},
                        {"flip", orientation.flip}};
    file.write(QJsonDocument(o).toJson());
    return file.commit();
}

} // namespace nanocap::app
