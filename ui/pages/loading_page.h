// SPDX-License-Identifier: Apache-2.0
// LoadingPage: the ten rows as they happen, the measured curve over the predicted one, and Cancel.
#pragma once

#include "core/load/load_report.h"
#include "core/memory/monitor.h"
#include "ui/pages/page.h"

#include <QElapsedTimer>
#include <QTimer>

class QVBoxLayout;

namespace nanocap::ui {

class LoadCurve;
class StepList;

class LoadingPage : public Page
{
    Q_OBJECT
public:
    explicit LoadingPage(QWidget* parent = nullptr);
    void begin(const QString& modelName, const std::optional<load::Plan>& plan);
    /// The plan as the pipeline recomputed it; keeps what was measured so far.
    void setPlan(const load::Plan& plan);
    void setModelName(const QString& name);
    void startRow(Row row);
    void setProgress(Row row, qint64 doneBytes, qint64 totalBytes);
    void setStalled(Row row, const Sentence& why);
    void finishRow(const RowReport& report);
    void addSample(const memory::MemorySample& sample);
    void end(); ///< stops the clock
    StepList* steps() const { return m_steps; }
    LoadCurve* curve() const { return m_curve; }

    QString title() const override;
    QString note() const override;
    void setMetrics(const Metrics& metrics) override;
    void goBack() override { Q_EMIT cancelRequested(); }
    QWidget* firstFocus() const override { return m_cancel; }

Q_SIGNALS:
    void cancelRequested();

protected:
    void retranslate() override;

private:
    QString m_name;
    StepList* m_steps;
    LoadCurve* m_curve;
    QVBoxLayout* m_column;
    ActionButton* m_cancel;
    QElapsedTimer m_clock;
    QTimer m_tick;
    int m_step = 0;
    double m_seconds = 0;
    bool m_cancelling = false;
};

} // namespace nanocap::ui
