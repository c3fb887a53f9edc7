// SPDX-License-Identifier: Apache-2.0
// PlanPage: what loading a model would take, before anything is spent: in plain words first, with ways out of
// every refusal; the numbers behind Details.
#pragma once

#include "core/catalog/catalog.h"
#include "ui/pages/page.h"
#include "ui/widgets/plan_summary.h"

#include <optional>

class QStackedLayout;

namespace nanocap::ui {

class DeficitTable;
class FingerScroll;
class PlanNumbers;
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
    /// What else may be offered where the model cannot be loaded now.
    void setWaysOut(const WaysOut& ways);
    const catalog::ModelCard& card() const { return m_card; }
    const std::optional<load::Plan>& plan() const { return m_plan; }
    engine::Precision precision() const { return m_precision; }
    QString headline() const { return m_summary->headline(); }
    PlanSummary* summary() const { return m_summary; }
    ActionButton* loadButton() const { return m_load; }
    ActionButton* detailsButton() const { return m_details; }
    ActionButton* withoutFloorButton() const { return m_summary->withoutFloorButton(); }
    /// The last loads of this model's contents on this device, newest first; empty when there were none.
    std::vector<load::PastLoad> history() const
    {
        return m_plan ? m_plan->history : std::vector<load::PastLoad>();
    }
    void showNumbers(bool on);
    bool showsNumbers() const;
    DeficitTable* table() const;
    SegmentedButtons* precisionButtons() const;

    QString name() const override { return QStringLiteral("plan"); }
    QString title() const override;
    void setMetrics(const Metrics& metrics) override;
    /// From the numbers to the words, from these to the menu.
    void goBack() override;
    QWidget* firstFocus() const override;

Q_SIGNALS:
    void precisionChosen(nanocap::engine::Precision precision);
    void loadRequested(const nanocap::load::Floor& floor);
    void withoutFloorRequested();
    void tryQuarantinedRequested();
    void fittingRequested();
    void waitToggled();
    void meaningRequested();
    void historyRequested();

protected:
    void retranslate() override;

private:
    catalog::ModelCard m_card;
    std::optional<load::Plan> m_plan;
    WaysOut m_ways;
    engine::Precision m_precision = engine::Precision::Fp32;
    PlanSummary* m_summary;
    PlanNumbers* m_numbers;
    FingerScroll* m_summaryScroll;
    FingerScroll* m_numbersScroll;
    QStackedLayout* m_views;
    ActionButton* m_back;
    ActionButton* m_details;
    ActionButton* m_historyButton;
    ActionButton* m_load;
};

} // namespace nanocap::ui
