// SPDX-License-Identifier: Apache-2.0
// DetailsPage: the last load for whoever must find out why: its curve with the rows marked, the facts, the
// line that repeats it in a terminal, and the report.
#pragma once

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
struct LoadCurveData;

class DetailsPage : public Page
{
    Q_OBJECT
public:
    explicit DetailsPage(QWidget* parent = nullptr);
    /// `curve` may carry the samples measured while loading.
    void setReport(const load::LoadReport& report, const load::Floor& floor, const LoadCurveData& curve);
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
