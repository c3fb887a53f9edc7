// SPDX-License-Identifier: Apache-2.0
// PlannedModels: the models of the menu with what loading each would take, against the newest memory reading.
// Plain value of the GUI thread; an index is good until the next replace().
#pragma once

#include "core/worker/catalog_service.h"

namespace nanocap::app {

class PlannedModels
{
public:
    using Plans = std::vector<std::optional<load::Plan>>;

    void replace(std::vector<catalog::ModelCard> cards, std::vector<worker::CardPlans> plans);
    /// The same plans against this reading.
    void renew(const memory::MemoryReading& reading);
    /// Nobody is afraid of this model any more.
    void release(const std::string& path);

    const std::vector<catalog::ModelCard>& cards() const { return m_cards; }
    const catalog::ModelCard* card(int index) const; ///< nullptr when there is none
    int indexOf(const std::string& path) const;      ///< -1 when there is none
    std::optional<load::Plan> plan(int index, engine::Precision precision) const;
    Plans plans(engine::Precision precision) const; ///< one for each card

private:
    std::vector<catalog::ModelCard> m_cards;
    std::vector<worker::CardPlans> m_plans;
    memory::MemoryReading m_reading;
};

} // namespace nanocap::app
