// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/models.h"

#include "core/journal/journal.h"

#include <algorithm>

namespace nanocap::app {

void Models::replace(std::vector<catalog::ModelCard> cards, std::vector<worker::CardPlans> plans)
{
    m_cards = std::move(cards);
    m_plans = std::move(plans);
    m_plans.resize(m_cards.size());
    renew(m_reading);
    Q_EMIT listed();
}

void Models::renew(const memory::MemoryReading& reading)
{
    if (reading.monotonicMs <= 0)
        return;
    m_reading = reading;
    for (auto& plans : m_plans)
        for (auto& plan : plans)
            if (plan)
                plan = load::withReading(std::move(*plan), m_reading);
    Q_EMIT renewed();
}

void Models::release(const std::string& path)
{
    journal::Quarantine().remove(path);
    for (catalog::ModelCard& card : m_cards)
        if (card.path == path)
            card.quarantine.clear();
    Q_EMIT listed();
}

const catalog::ModelCard* Models::card(const std::string& path) const
{
    const auto found =
        std::find_if(m_cards.begin(), m_cards.end(), [&](const auto& c) { return c.path == path; });
    return found == m_cards.end() ? nullptr : &*found;
}

std::optional<load::Plan> Models::plan(const std::string& path, engine::Precision precision) const
{
    const auto* found = card(path);
    return found ? m_plans[std::size_t(found - m_cards.data())][static_cast<std::size_t>(precision)]
                 : std::nullopt;
}

const catalog::ModelCard* Models::fittingInsteadOf(const std::string& path, engine::Precision precision) const
{
    const catalog::ModelCard* wanted = card(path);
    const catalog::ModelCard* best = nullptr;
    const auto worth = [&](const catalog::ModelCard& c) {
        return std::pair(wanted && c.language == wanted->language, plan(c.path, precision)->need.total);
    };
    for (const catalog::ModelCard& c : m_cards) {
        const auto itsPlan = plan(c.path, precision);
        const bool sound = !c.problem && c.quarantine.empty() && itsPlan &&
                           (itsPlan->history.empty() || !load::isModelsFault(itsPlan->history.front()));
        if (c.path != path && sound && itsPlan->fit == load::Fit::Fits && (!best || worth(c) > worth(*best)))
            best = &c;
    }
    return best;
}

Models::Plans Models::plans(engine::Precision precision) const
{
    Plans plans;
    for (const worker::CardPlans& all : m_plans)
        plans.push_back(all[static_cast<std::size_t>(precision)]);
    return plans;
}

} // namespace nanocap::app
