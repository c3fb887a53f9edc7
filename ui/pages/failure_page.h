// SPDX-License-Identifier: Apache-2.0
// FailurePage: what happened, why in numbers, what to do now, the code, and how much memory came back.
#pragma once

#include "core/load/load_report.h"
#include "ui/pages/page.h"
#include "ui/text/failure_text.h"

#include <vector>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace nanocap::ui {

class ElidedLabel;
class FingerScroll;
class LoadCurve;

class FailurePage : public Page
{
    Q_OBJECT
public:
    explicit FailurePage(QWidget* parent = nullptr);
    /// A failed load, with its rows, its numbers and what came back.
    void setReport(const load::LoadReport& report, const FailureContext& context, const load::Floor& floor);
    /// Anything else that failed: a bad file, a camera, the engine while captioning. `loaded`: the load
    /// before it.
    void setFailure(const Failure& failure, const FailureContext& context,
                    const std::optional<load::LoadReport>& loaded = {}, const load::Floor& floor = {});
    const Failure& failure() const { return m_failure; }
    QString headline() const;
    QString explanation() const;
    QString code() const;
    QString commandLine() const;
    QString memoryText() const;
    /// The next steps in order; those with an action are buttons.
    std::vector<QWidget*> stepWidgets() const { return m_stepWidgets; }

    QString name() const override { return QStringLiteral("failure"); }
    QString title() const override;
    void setMetrics(const Metrics& metrics) override;
    void goBack() override
    {
        if (rights().menu)
            Q_EMIT actionChosen(NextAction::OpenMenu);
    }
    QWidget* firstFocus() const override;

Q_SIGNALS:
    void actionChosen(nanocap::ui::NextAction action);
    void detailsRequested();

protected:
    void retranslate() override;

private:
    void show(const Failure& failure, const FailureContext& context);
    void rebuildSteps(const FailureText& text);

    Failure m_failure;
    FailureContext m_context;
    std::optional<load::LoadReport> m_report; ///< of the load that failed
    std::optional<load::LoadReport> m_loaded; ///< of the load that had succeeded before
    load::Floor m_floor;
    bool m_roomForCurve = false;
    QWidget* m_content;
    FingerScroll* m_scroll;
    QVBoxLayout* m_column;
    QGridLayout* m_head;
    QVBoxLayout* m_steps;
    QWidget* m_icon;
    QLabel* m_headline;
    QLabel* m_code;
    QLabel* m_explanation;
    QLabel* m_memory;
    QLabel* m_whatNow;
    ElidedLabel* m_command;
    QLabel* m_detail;
    LoadCurve* m_curve;
    std::vector<QWidget*> m_stepWidgets;
    NextAction m_primaryAction = NextAction::None;
    ActionButton* m_menu;
    ActionButton* m_details;
    ActionButton* m_save;
    ActionButton* m_primary;
};

} // namespace nanocap::ui

Q_DECLARE_METATYPE(nanocap::ui::NextAction)
