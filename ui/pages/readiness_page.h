// SPDX-License-Identifier: Apache-2.0
// ReadinessPage: what `nanocapctl doctor` finds, one line a check, troubles first, each with what to do.
#pragma once

#include "core/base/sentence.h"
#include "ui/pages/page.h"

#include <vector>

class QLabel;
class QVBoxLayout;

namespace nanocap::ui {

class FingerScroll;

struct CheckLine
{
    enum class Status { Pass, Warn, Fail } status = Status::Pass;
    QString id;       ///< stable: "ram", "libtorch", …
    QString value;    ///< what was found: "3964 MB"
    Sentence message; ///< what it means or what to do
};

class ReadinessPage : public Page
{
    Q_OBJECT
public:
    explicit ReadinessPage(QWidget* parent = nullptr);
    void setChecks(std::vector<CheckLine> checks);
    /// While the checks run.
    void setRunning(bool running);
    QString summary() const;

    QString name() const override { return QStringLiteral("readiness"); }
    QString title() const override;
    QString note() const override { return summary(); }
    void setMetrics(const Metrics& metrics) override;

Q_SIGNALS:
    void readinessRequested(); ///< check again

protected:
    void retranslate() override;

private:
    std::vector<CheckLine> m_checks;
    bool m_running = false;
    QWidget* m_list;
    FingerScroll* m_scroll;
    QVBoxLayout* m_column;
    bool m_narrow = false;
    ActionButton* m_back;
    ActionButton* m_up;
    ActionButton* m_down;
    ActionButton* m_again;
};

} // namespace nanocap::ui
