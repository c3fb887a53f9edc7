// SPDX-License-Identifier: Apache-2.0
// NightShade: darkens the whole window where the panel's own light cannot be set. Touches go through it.
#pragma once

#include <QWidget>

namespace nanocap::ui {

class NightShade : public QWidget
{
    Q_OBJECT
public:
    /// Hidden at first; covers `window` while it is shown.
    explicit NightShade(QWidget* window);
    bool eventFilter(QObject* object, QEvent* event) override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
};

} // namespace nanocap::ui
