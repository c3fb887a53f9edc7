// SPDX-License-Identifier: Apache-2.0
// SegmentedButtons: a row of buttons of which exactly one is chosen.
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace nanocap::ui {

class ActionButton;

class SegmentedButtons : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedButtons(const QStringList& texts, QWidget* parent = nullptr);
    void setCurrent(int index); ///< does not emit
    int current() const { return m_current; }
    ActionButton* button(int index) const { return m_buttons.at(static_cast<std::size_t>(index)); }

Q_SIGNALS:
    void chosen(int index); ///< by the person, only when it changes

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<ActionButton*> m_buttons;
    int m_current = 0;
};

} // namespace nanocap::ui
