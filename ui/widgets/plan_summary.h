// SPDX-License-Identifier: Apache-2.0
// PlanSummary: what loading a model means, in plain words, and where it cannot be loaded now, the ways out:
// what to close, which model fits, waiting for memory, loading without the floor.
#pragma once

#include "core/catalog/catalog.h"
#include "ui/rights.h"

#include <QWidget>

#include <array>
#include <optional>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace nanocap::ui {

class ActionButton;
struct Metrics;

/// What may be offered beside the plan itself.
struct WaysOut
{
    QString closable;           ///< the largest program that may be closed, with its megabytes; may be empty
    catalog::LocalText fitting; ///< a model that would fit now; empty = there is none
    bool waiting = false;       ///< it is loaded by itself as soon as memory is free
};

class PlanSummary : public QWidget
{
    Q_OBJECT
public:
    explicit PlanSummary(QWidget* parent = nullptr);
    void setContent(const catalog::ModelCard& card, const std::optional<load::Plan>& plan,
                    const WaysOut& ways, const Rights& rights);
    void setMetrics(const Metrics& metrics);
    QString headline() const;
    QString explanation() const;
    QString closeText() const; ///< empty where nothing has to be closed
    ActionButton* fittingButton() const { return m_fitting; }
    ActionButton* waitButton() const { return m_wait; }
    ActionButton* withoutFloorButton() const { return m_withoutFloor; }

Q_SIGNALS:
    void fittingRequested();
    void waitToggled();
    void withoutFloorRequested();

private:
    void setFacts(const catalog::ModelCard& card, const std::optional<load::Plan>& plan);
    void place();

    QGridLayout* m_grid;
    QLabel* m_headline;
    QLabel* m_description;
    QLabel* m_explanation;
    QWidget* m_panel;
    std::array<std::pair<QLabel*, QLabel*>, 4> m_facts;
    QWidget* m_waysBox;
    QVBoxLayout* m_ways;
    QLabel* m_waysTitle;
    QLabel* m_close;
    ActionButton* m_fitting;
    ActionButton* m_wait;
    ActionButton* m_withoutFloor;
    bool m_besides = false; ///< there is room for the ways beside the rest
};

} // namespace nanocap::ui
