// SPDX-License-Identifier: Apache-2.0
// PlanPage: what loading a model would take, before anything is spent: the sum against what is free, the
// predicted curve, the precision, what the file holds.
#pragma once

#include "core/catalog/catalog.h"
#include "ui/pages/page.h"

#include <optional>

class QBoxLayout;
class QGridLayout;
class QLabel;

namespace nanocap::ui {

class DeficitTable;
class FingerScroll;
class LoadCurve;
class SegmentedButtons;

class PlanPage : public Page
{
    Q_OBJECT
public:
    explicit PlanPage(QWidget* parent = nullptr);
    void setModel(const catalog::ModelCard& card, const std::optional<load::Plan>& plan,
                  engine::Precision precision);
    /// A newer plan of the model that is shown (the menu's plans are renewed every second).
    void setPlan(const std::optional<load::Plan>& plan);
    const catalog::ModelCard& card() const { return m_card; }
    engine::Precision precision() const { return m_precision; }
    QString headline() const;
    ActionButton* loadButton() const { return m_load; }
    ActionButton* withoutFloorButton() const { return m_withoutFloor; }
    /// The last loads of this model's contents on this device, newest first; empty when there were none.
    std::vector<load::PastLoad> history() const
    {
        return m_plan ? m_plan->history : std::vector<load::PastLoad>();
    }
    DeficitTable* table() const { return m_table; }
    SegmentedButtons* precisionButtons() const { return m_precisions; }

    QString name() const override { return QStringLiteral("plan"); }
    QString title() const override;
    void setMetrics(const Metrics& metrics) override;
    QWidget* firstFocus() const override;

Q_SIGNALS:
    void precisionChosen(nanocap::engine::Precision precision);
    void loadRequested(const nanocap::load::Floor& floor);
    void tryQuarantinedRequested();
    void meaningRequested();
    void historyRequested();

protected:
    void retranslate() override;

private:
    QString factsText() const;

    catalog::ModelCard m_card;
    std::optional<load::Plan> m_plan;
    engine::Precision m_precision = engine::Precision::Fp32;
    QWidget* m_content;
    FingerScroll* m_scroll;
    QGridLayout* m_grid;
    QLabel* m_headline;
    DeficitTable* m_table;
    SegmentedButtons* m_precisions;
    LoadCurve* m_curve;
    QLabel* m_facts;
    ActionButton* m_back;
    ActionButton* m_historyButton;
    ActionButton* m_withoutFloor;
    ActionButton* m_load;
};

} // namespace nanocap::ui
