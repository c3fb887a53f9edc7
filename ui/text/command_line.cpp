// SPDX-License-Identifier: Apache-2.0
#include "ui/text/command_line.h"

#include <QRegularExpression>

namespace nanocap::ui {

QString shellQuoted(const QString& word)
{
    static const QRegularExpression safe(QStringLiteral("\\A[A-Za-z0-9_@%+=:,./-]+\\z"));
    if (safe.match(word).hasMatch())
        return word;
    QString quoted = word;
    quoted.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

namespace {
QString fileWord(const QString& path)
{
    // A name that begins with a dash must not be taken for an option.
    return shellQuoted(path.startsWith(QLatin1Char('-')) ? QStringLiteral("./") + path : path);
}
} // namespace

QString inspectCommand(const QString& path)
{
    return path.isEmpty() ? QString() : QStringLiteral("nanocapctl inspect ") + fileWord(path);
}

QString repeatCommand(const load::ModelChoice& model, const load::Floor& floor)
{
    QString line = QStringLiteral("nanocapctl load ") +
                   fileWord(QString::fromStdString(model.path.empty() ? model.id : model.path));
    if (model.precision == engine::Precision::Fp16)
        line += QLatin1String(" --precision fp16");
    else if (model.precision == engine::Precision::Int8)
        line += QLatin1String(" --precision int8");
    if (floor.automatic)
        line += QLatin1String(" --min-available auto");
    else if (floor.minimum != load::Floor().minimum)
        line += QStringLiteral(" --min-available %1").arg(wholeMegabytes(floor.minimum));
    return line;
}

} // namespace nanocap::ui
