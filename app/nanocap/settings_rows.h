// SPDX-License-Identifier: Apache-2.0
// SettingsRows: the settings as rows of a page, and what happens when one is tapped: a switch turns, a choice
// opens a list. A key of the table that this build does not have has no row. GUI thread.
#pragma once

#include "app/settings/settings_store.h"
#include "ui/widgets/list_row.h"

#include <QObject>

#include <vector>

namespace nanocap::ui {
class MainWindow;
}

namespace nanocap::app {

class SettingsRows : public QObject
{
    Q_OBJECT
public:
    enum class Section { Pictures, Window, Visitors, Speech, Idle, Memory };

    SettingsRows(ui::MainWindow& window, SettingsStore& store) : m_window(window), m_store(store) {}
    /// With its heading; empty when none of its keys exists.
    std::vector<ui::RowContent> rows(Section section) const;
    /// False when the row is none of these.
    bool take(const QString& id);
    /// Where pictures come from, in words.
    static QString sourceText(const QString& uri);

private:
    struct Choice
    {
        QString label;
        QJsonValue value;
    };
    static QString nameOf(const QString& key);
    static std::vector<Choice> choicesOf(const SettingKey& key);
    QString valueText(const SettingKey& key) const;
    void choose(const SettingKey& key);
    void set(const SettingKey& key, const QJsonValue& value);

    ui::MainWindow& m_window;
    SettingsStore& m_store;
};

} // namespace nanocap::app
