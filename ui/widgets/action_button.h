// SPDX-License-Identifier: Apache-2.0
// ActionButton: a push button with a drawn icon, at least a finger wide and high, pressed by Enter as well as
// Space. The words of a Step wrap; any other shows its icon alone when its row is too narrow.
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
    QString text() const { return m_text; }
    /// Shows the icon alone; the words become accessible name and tool tip. Without an icon nothing changes.
    void setCompact(bool on);
    bool isCompact() const { return m_compact; }
    /// Its width with words, or with the icon alone where it has one.
    int widthWith(bool words) const;
    void setIconKind(Icon icon);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return m_role == Role::Step; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void renewIcon();
    void renewText();
    QRect wordsIn(const QRect& box) const; ///< where the words of a Step stand

    QString m_text;
    bool m_compact = false;
    Icon m_icon;
    Role m_role;
    bool m_renewing = false;
};

} // namespace nanocap::ui
