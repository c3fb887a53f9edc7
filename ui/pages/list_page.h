// SPDX-License-Identifier: Apache-2.0
// ListPage: a page that is a list of rows, one under another, in two columns where there is room: settings,
// models, files, records. What stands in it comes from its flow, which is asked whenever it must be said
// anew.
#pragma once

#include "ui/pages/page.h"
#include "ui/widgets/list_row.h"

#include <vector>

class QHBoxLayout;
class QVBoxLayout;

namespace nanocap::ui {

class FingerScroll;

struct ListContent
{
    QString title, note;
    std::vector<RowContent> rows{};
    QString action{}; ///< the main one, at the right; none when empty
    Icon actionIcon = Icon::None;
    bool actionEnabled = true;
    QString back{};       ///< instead of "Back"
    bool columns = false; ///< sections side by side where there is room
};

class ListPage : public Page
{
    Q_OBJECT
public:
    explicit ListPage(const QString& name, QWidget* parent = nullptr);
    void setContent(const ListContent& content);
    const ListContent& content() const { return m_content; }
    /// The row of this id; null when there is none.
    ListRow* row(const QString& id) const;

    QString name() const override { return m_name; }
    QString title() const override { return m_content.title; }
    QString note() const override { return m_content.note; }
    bool staysOnTop() const override { return true; }
    void setMetrics(const Metrics& metrics) override;
    void goBack() override;
    QWidget* firstFocus() const override;
    /// Back to the top, as a page that is opened anew begins.
    void rewind();

Q_SIGNALS:
    void contentNeeded(); ///< the language has changed
    void chosen(const QString& id);
    void actionChosen();
    void leaveRequested(); ///< Back or Escape

protected:
    void retranslate() override;

private:
    void rebuild();
    int columns() const;

    QString m_name;
    ListContent m_content;
    QWidget* m_list;
    FingerScroll* m_scroll;
    QHBoxLayout* m_sides;
    std::vector<ListRow*> m_rows;
    std::vector<QVBoxLayout*> m_columns;
    ActionButton* m_back;
    ActionButton* m_up;
    ActionButton* m_down;
    ActionButton* m_action;
    Metrics m_metrics;
};

} // namespace nanocap::ui
