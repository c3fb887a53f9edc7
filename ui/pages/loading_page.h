// SPDX-License-Identifier: Apache-2.0
// LoadingPage: the ten rows as they happen, the measured curve over the predicted one, and Cancel.
#pragma once

#include "core/catalog/catalog.h"
#include "core/load/load_event.h"
#include "core/memory/monitor.h"
#include "ui/pages/page.h"

#include <QElapsedTimer>
#include <QTimer>

class QVBoxLayout;

namespace nanocap::ui {

class FingerScroll;
class LoadCurve;
class StepList;

class LoadingPage : public Page
{
    Q_OBJECT
public:
    explicit LoadingPage(QWidget* parent = nullptr);
    void begin(const catalog::LocalText& model, const std::optional<load::Plan>& plan);
    /// What happens in the load that began.
    void take(const load::LoadEvent& event);
    void addSample(const memory::MemorySample& sample);
    StepList* steps() const { return m_steps; }
    LoadCurve* curve() const { return m_curve; }

    QString name() const override { return QStringLiteral("loading"); }
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
    void startRow(Row row);
    void finishRow(const RowReport& report);

    catalog::LocalText m_model;
    QWidget* m_content;
    FingerScroll* m_scroll;
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
