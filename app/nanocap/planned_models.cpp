// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/planned_models.h"

#include "core/journal/journal.h"

#include <algorithm>

namespace nanocap::app {

void PlannedModels::replace(std::vector<catalog::ModelCard> cards, std::vector<worker::CardPlans> plans)
{
    m_cards = std::move(cards);
    m_plans = std::move(plans);
    renew(m_reading);
}

void PlannedModels::renew(const memory::MemoryReading& reading)
{
    if (reading.monotonicMs <= 0)
        return;
    m_reading = reading;
    for (auto& plans : m_plans)
        for (auto& plan : plans)
            if (plan)
                plan = load::withReading(std::move(*plan), m_reading);
}

void PlannedModels::release(const std::string& path)
{
    journal::Quarantine().remove(path);
    if (const int index = indexOf(path); index >= 0)
        m_cards[std::size_t(index)].quarantine.clear();
}

const catalog::ModelCard* PlannedModels::card(int index) const
{
    return index >= 0 && index < int(m_cards.size()) ? &m_cards[std::size_t(index)] : nullptr;
}

int PlannedModels::indexOf(const std::string& path) const
{
    const auto card =
        std::find_if(m_cards.begin(), m_cards.end(), [&](const auto& c) { return c.path == path; });
    return card == m_cards.end() ? -1 : int(card - m_cards.begin());
}

std::optional<load::Plan> PlannedModels::plan(int index, engine::Precision precision) const
{
    if (index < 0 || index >= int(m_plans.size()))
        return std::nullopt;
    return m_plans[std::size_t(index)][static_cast<std::size_t>(precision)];
}

PlannedModels::Plans PlannedModels::plans(engine::Precision precision) const
{
    Plans plans;
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        plans.push_back(plan(int(i), precision));
    return plans;
}

} // namespace nanocap::app
