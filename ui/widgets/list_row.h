// SPDX-License-Identifier: Apache-2.0
// ListRow: one line of a list page as a large button: what it is, what it is set to, and at its end a switch,
// a tick or an arrow. Its words wrap; nothing is cut off.
#pragma once

#include "ui/style/icons.h"

#include <QAbstractButton>

namespace nanocap::ui {

struct RowContent
{
    enum class Kind {
        Heading, ///< over the rows that follow
        Text,    ///< to be read only
        Open,    ///< leads somewhere: an arrow
        Act,     ///< happens at once: nothing at its end
        Switch,  ///< on or off
        Choice   ///< one of several: a tick where it is on
    } kind = Kind::Text;
    QString id{};    ///< what chosen() says
    QString name{};  ///< what it is
    QString value{}; ///< what it is set to, or a sentence; under the name
    Icon icon = Icon::None;
    bool on = false;
    bool enabled = true;
    bool operator==(const RowContent&) const = default;
};

class ListRow : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ListRow(QWidget* parent = nullptr);
    void setContent(const RowContent& content);
    const RowContent& content() const { return m_content; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRect wordsIn(const QRect& box) const;
    QFont nameFont() const;
    void paintEnd(QPainter& painter, const QRect& box) const;

    RowContent m_content;
};

} // namespace nanocap::ui
