// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/visitor_rights.h"

#include "app/settings/setting_key.h"

#include <utility>

namespace nanocap::app {

const QStringList& VisitorRights::words()
{
    static const QStringList words = settingKey(&Settings::visitorsMay)->rule.words;
    return words;
}

const QStringList& VisitorRights::usualWords()
{
    static const QStringList usual = Settings().visitorsMay;
    return usual;
}

void VisitorRights::setAllowed(const QStringList& words)
{
    m_allowed = words;
    renew();
}

void VisitorRights::setOperatorPresent(bool present)
{
    m_operatorPresent = present;
    renew();
}

void VisitorRights::renew()
{
    const auto may = [this](const char* word) { return m_allowed.contains(QLatin1String(word)); };
    ui::Rights now;
    if (m_kiosk && !m_operatorPresent)
        now = {.language = may("language"),
               .textSize = may("text_size"),
               .theme = may("theme"),
               .pause = may("pause"),
               .mute = may("mute"),
               .menu = may("menu"),
               .source = may("source"),
               .operate = false};
    if (std::exchange(m_now, now) != now)
        Q_EMIT changed(m_now);
}

} // namespace nanocap::app
