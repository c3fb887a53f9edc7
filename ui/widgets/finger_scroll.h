// SPDX-License-Identifier: Apache-2.0
// FingerScroll: what does not fit is pushed up and down by finger; the bar only shows the position. Where
// everything fits it is as if it were not there. Keys bring what they focus into view. GUI thread, owned by
// its page.
#pragma once

#include <QKeyEvent>
#include <QScrollArea>

namespace nanocap::ui {

class FingerScroll : public QScrollArea
{
    Q_OBJECT
public:
    /// Takes `content`, which gets the width of the view and at least its height.
    explicit FingerScroll(QWidget* content, QWidget* parent = nullptr);
    bool canScroll() const;
    /// One view on (1) or back (-1): the page keys and arrow buttons.
    void page(int direction);
    /// Back to the top, as a page that is shown anew begins.
    void rewind();
    QSize minimumSizeHint() const override { return QSize(0, 0); }
    QSize sizeHint() const override { return widget()->sizeHint(); }

Q_SIGNALS:
    void scrolled(); ///< position or length changed

protected:
    /// Arrow keys move the focus, which brings what it reaches into view.
    void keyPressEvent(QKeyEvent* event) override { event->ignore(); }

private:
    void calm(); ///< no coasting and no springing back where motion is reduced
};

} // namespace nanocap::ui
