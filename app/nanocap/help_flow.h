// SPDX-License-Identifier: Apache-2.0
// HelpFlow: the help of resources/help in the window's language: its topics, what every failure means and
// what to do (from the window's own texts), and About. GUI thread.
#pragma once

#include "ui/widgets/list_row.h"

#include <QObject>

namespace nanocap::ui {
class ListPage;
class MainWindow;
} // namespace nanocap::ui

namespace nanocap::app {

/// One file of resources/help: "# " its title, "## " a heading, paragraphs between empty lines.
struct HelpTopic
{
    QString id; ///< the file's name
    QString title;
    std::vector<ui::RowContent> rows;
    /// Empty rows where the file cannot be read.
    static HelpTopic read(const QString& path);
};

/// The topics of a language in the order of their files' names; English where the language has none.
std::vector<HelpTopic> helpTopics(const QString& language);
/// Every failure: its headline and code, and what can be done.
std::vector<ui::RowContent> failureRows();

class HelpFlow : public QObject
{
    Q_OBJECT
public:
    explicit HelpFlow(ui::MainWindow& window);
    void open();
    /// "failures", or a file's name; About where there is none of this name.
    void openTopic(const QString& id);

private:
    void renew();
    HelpTopic topic(const QString& id) const;

    ui::MainWindow& m_window;
    ui::ListPage* m_topics;
    ui::ListPage* m_page;
    QString m_shown;
};

} // namespace nanocap::app
