// SPDX-License-Identifier: Apache-2.0
// Sheet: a card over the page, in place of a pop-up window (a kiosk shows exactly one window). While it is
// open nothing behind it can be reached by finger or key.
#pragma once

#include "ui/style/icons.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <utility>
#include <vector>

class QBoxLayout;
class QLabel;

namespace nanocap::ui {

struct SheetContent
{
    QString title, body;
    std::vector<std::pair<QString, QString>> rows; ///< name and value
    struct Action
    {
        QString id, label;
        Icon icon = Icon::None;
        bool primary = false;
        std::function<void()> chosen = {}; ///< called once the sheet has closed
    };
    std::vector<Action> actions; ///< besides "Close"
    bool stacked = false;        ///< actions one under another (a list to choose from)
    int closingKey = 0;          ///< the key that opened it closes it too, beside Escape
};

class Sheet : public QWidget
{
    Q_OBJECT
public:
    explicit Sheet(QWidget* parent);
    /// Opens, or replaces what is open. `kind` names it for `isOpen(kind)`.
    void open(const QString& kind, const SheetContent& content);
    /// New texts for rows and body of a sheet that stays open.
    void refresh(const SheetContent& content);
    void close();
    /// A key pressed while it is open.
    void takeKey(int key);
    bool isOpen() const { return isVisible(); }
    bool isOpen(const QString& kind) const { return isVisible() && m_kind == kind; }
    QString text() const; ///< title, body and rows

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void rebuild();
    QWidget* buildBody(int width);
    QBoxLayout* buildActions(int width);

    QString m_kind;
    SheetContent m_content;
    QWidget* m_card;
    QWidget* m_inside = nullptr;
    QPointer<QWidget> m_focusBefore;
    QLabel* m_body = nullptr;
    std::vector<QLabel*> m_values;
};

} // namespace nanocap::ui
