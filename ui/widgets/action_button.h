// SPDX-License-Identifier: Apache-2.0
// ActionButton: a push button with a drawn icon, at least a finger wide and high, pressed by Enter as well as
// Space.
#pragma once

#include "ui/style/icons.h"

#include <QPushButton>

namespace nanocap::ui {

class ActionButton : public QPushButton
{
    Q_OBJECT
public:
    enum class Role { Secondary, Primary, Quiet, Step, Row, Segment };
    explicit ActionButton(Icon icon, Role role = Role::Secondary, QWidget* parent = nullptr);
    void setText(const QString& text); ///< hides QPushButton's: icon and text keep their distance
    void setIconKind(Icon icon);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void renewIcon();

    Icon m_icon;
    Role m_role;
    bool m_renewing = false;
};

} // namespace nanocap::ui
