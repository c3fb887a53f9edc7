// SPDX-License-Identifier: Apache-2.0
// Models: the models of the menu with what loading each would take, against the newest memory reading. A
// model is its path. Lives in the GUI thread; shared by the flows that need it.
#pragma once

#include "core/worker/catalog_service.h"

#include <QObject>

namespace nanocap::app {

class Models : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    using Plans = std::vector<std::optional<load::Plan>>;

    /// What a scan found; `plans` in the order of the cards.
    void replace(std::vector<catalog::ModelCard> cards, std::vector<worker::CardPlans> plans);
    /// The same plans against this reading; a reading nobody took is passed over.
    void renew(const memory::MemoryReading& reading);
    /// Out of the quarantine: somebody asked for this model, or it works.
    void release(const std::string& path);

    const std::vector<catalog::ModelCard>& cards() const { return m_cards; }
    const catalog::ModelCard*
    card(const std::string& path) const; ///< nullptr when it is not there (any more)
    std::optional<load::Plan> plan(const std::string& path, engine::Precision precision) const;
    Plans plans(engine::Precision precision) const; ///< one for each card
    /// A model other than this one that fits now and that nothing speaks against: of the same language where
    /// there is one, the largest. nullptr when there is none.
    const catalog::ModelCard* fittingInsteadOf(const std::string& path, engine::Precision precision) const;

Q_SIGNALS:
    void listed();  ///< models came, went or changed
    void renewed(); ///< their plans are newer

private:
    std::vector<catalog::ModelCard> m_cards;
    std::vector<worker::CardPlans> m_plans;
    memory::MemoryReading m_reading;
};

} // namespace nanocap::app
