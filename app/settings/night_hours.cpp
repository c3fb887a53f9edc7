// SPDX-License-Identifier: Apache-2.0
#include "app/settings/night_hours.h"

#include <QRegularExpression>

namespace nanocap::app {

std::optional<NightHours> NightHours::parse(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^\\s*(\\d{1,2})\\s*-\\s*(\\d{1,2})\\s*$"));
    const auto match = form.match(text);
    const NightHours hours{match.captured(1).toInt(), match.captured(2).toInt()};
    if (!match.hasMatch() || hours.from > 23 || hours.to > 23 || hours.from == hours.to)
        return std::nullopt;
    return hours;
}

bool NightHours::contains(const QTime& time) const
{
    const int hour = time.hour();
    return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

bool isNightHours(const QString& text)
{
    return text.isEmpty() || NightHours::parse(text).has_value();
}

} // namespace nanocap::app
