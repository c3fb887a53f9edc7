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
class LoadCurve;
class SegmentedButtons;

class PlanPage : public Page
{
    Q_OBJECT
public:
    explicit PlanPage(QWidget* parent = nullptr);
    void setModel(int index, const catalog::ModelCard& card, const std::optional<load::Plan>& plan,
                  engine::Precision precision, const QString& language);
    /// A newer plan of the model that is shown (the menu's plans are renewed every second).
    void setPlan(const std::optional<load::Plan>& plan);
    void setLanguage(const QString& language);
    int index() const { return m_index; }
    engine::Precision precision() const { return m_precision; }
    QString headline() const;
    ActionButton* loadButton() const { return m_load; }
    ActionButton* withoutFloorButton() const { return m_withoutFloor; }
    ActionButton* historyButton() const { return m_historyButton; }
    /// The last loads of this model's contents on this device, newest first; empty when there were none.
    std::vector<load::PastLoad> history() const
    {
        return m_plan ? m_plan->history : std::vector<load::PastLoad>();
    }
    DeficitTable* table() const { return m_table; }
    SegmentedButtons* precisionButtons() const { return m_precisions; }

    QString title() const override;
    void setMetrics(const Metrics& metrics) override;
    QWidget* firstFocus() const override;

Q_SIGNALS:
    void precisionChosen(int index, nanocap::engine::Precision precision);
    void loadRequested(int index, nanocap::engine::Precision precision, const nanocap::load::Floor& floor);
    void tryQuarantinedRequested(int index);
    void meaningRequested();
    void historyRequested();

protected:
    void retranslate() override;

private:
    QString factsText() const;

    int m_index = -1;
    catalog::ModelCard m_card;
    std::optional<load::Plan> m_plan;
    engine::Precision m_precision = engine::Precision::Fp32;
    QString m_language = QStringLiteral("en");
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
