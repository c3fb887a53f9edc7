// SPDX-License-Identifier: Apache-2.0
// DetailsPage: one load for whoever must find out why, failed or not: its curve with the rows marked, the
// facts, the ten rows, the line that repeats it in a terminal, and the report.
#pragma once

#include "core/catalog/catalog.h"
#include "core/load/load_report.h"
#include "ui/pages/page.h"

#include <QImage>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace nanocap::ui {

class ElidedLabel;
class FingerScroll;
class LoadCurve;
class StepList;
struct LoadCurveData;

class DetailsPage : public Page
{
    Q_OBJECT
public:
    explicit DetailsPage(QWidget* parent = nullptr);
    /// `curve` may carry the samples measured while loading.
    void setReport(const load::LoadReport& report, const load::Floor& floor, const LoadCurveData& curve);
    /// Whose load it is. `reportable`: it is the last one, of which there is a report to save.
    void setHeading(const catalog::LocalText& model, bool reportable = true);
    QString factsText() const; ///< every fact as "name value", one a line
    QString commandLine() const;
    /// The timeline as a picture for the report, in the page's theme.
    QImage timelineImage(QSize size) const;

    QString name() const override { return QStringLiteral("details"); }
    QString title() const override;
    void setMetrics(const Metrics& metrics) override;

Q_SIGNALS:
    void reportRequested();
    void readinessRequested();

protected:
    void retranslate() override;

private:
    std::vector<std::pair<QString, QString>> facts() const;
    void placeFacts();

    std::optional<load::LoadReport> m_report;
    load::Floor m_floor;
    QWidget* m_content;
    FingerScroll* m_scroll;
    QVBoxLayout* m_column;
    QGridLayout* m_facts;
    LoadCurve* m_curve;
    StepList* m_steps;
    catalog::LocalText m_model;
    bool m_reportable = true;
    QLabel* m_legend;
    QLabel* m_detail;
    ElidedLabel* m_command;
    int m_columns = 3; ///< of facts
    std::vector<QLabel*> m_labels;
    ActionButton* m_back;
    ActionButton* m_readiness;
    ActionButton* m_save;
};

} // namespace nanocap::ui
