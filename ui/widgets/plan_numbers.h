// SPDX-License-Identifier: Apache-2.0
// PlanNumbers: the plan of a load for whoever wants to check it: the sum against what is free, the predicted
// curve, the precision, what the file holds.
#pragma once

#include "core/catalog/catalog.h"

#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;

namespace nanocap::ui {

class DeficitTable;
class LoadCurve;
class SegmentedButtons;
struct Metrics;

class PlanNumbers : public QWidget
{
    Q_OBJECT
public:
    explicit PlanNumbers(QWidget* parent = nullptr);
    void setPlan(const catalog::ModelCard& card, const std::optional<load::Plan>& plan,
                 engine::Precision precision);
    void setMetrics(const Metrics& metrics);
    DeficitTable* table() const { return m_table; }
    SegmentedButtons* precisionButtons() const { return m_precisions; }

Q_SIGNALS:
    void precisionChosen(nanocap::engine::Precision precision);
    void meaningRequested();

private:
    QGridLayout* m_grid;
    DeficitTable* m_table;
    SegmentedButtons* m_precisions;
    LoadCurve* m_curve;
    QLabel* m_facts;
};

} // namespace nanocap::ui
