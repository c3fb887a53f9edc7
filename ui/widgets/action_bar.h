// SPDX-License-Identifier: Apache-2.0
// ActionBar: the row of buttons at the bottom: back on the left, the main action last on the right, a reason
// between them. One rule for every screen: buttons keep their words while these fit, in portrait on two rows;
// then the left ones and after them the right ones show their icon alone (the words stay their accessible
// name and tool tip), the main action last. Nothing is clipped and nothing is hidden. GUI thread, owned by
// its page.
#pragma once

#include "ui/style/touch_metrics.h"
#include "ui/widgets/action_button.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace nanocap::ui {

class ActionBar : public QWidget
{
    Q_OBJECT
public:
    explicit ActionBar(QWidget* parent = nullptr);
    ActionButton* addLeft(Icon icon, ActionButton::Role role = ActionButton::Role::Secondary);
    ActionButton* addRight(Icon icon, ActionButton::Role role = ActionButton::Role::Secondary);
    /// Why a button is disabled, next to it.
    void setReason(const QString& reason);
    QString reason() const;
    void setMetrics(const Metrics& metrics);
    QSize minimumSizeHint() const override { return QSize(0, m_metrics.action); }

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    using Buttons = std::vector<ActionButton*>;
    void arrange();
    /// The buttons in view from left to right; the bottom row holds back and main action.
    std::vector<Buttons> rows() const;
    /// How many buttons of a row lose their words so that it fits into `room`.
    std::size_t wordless(const Buttons& row, int room) const;
    void shorten(const Buttons& row, int room) const;
    int widthOf(const Buttons& row) const;
    bool isLeft(const ActionButton* button) const;
    void place(const Buttons& row, int y);
    void placeFilling(const Buttons& row, int y);

    Metrics m_metrics;
    Buttons m_left, m_right;
    QLabel* m_reason;
    bool m_arranging = false;
};

} // namespace nanocap::ui
