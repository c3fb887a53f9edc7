// SPDX-License-Identifier: Apache-2.0
// OperatorModels: the operator's page of the models: which one is loaded at the start, load one now, remove
// one that was brought, look again, import from a drive. GUI thread; deletes one file when it is told twice.
#pragma once

#include "app/nanocap/program.h"
#include "app/settings/settings_store.h"

#include <QObject>

namespace nanocap::ui {
class ListPage;
}

namespace nanocap::app {

class OperatorModels : public QObject
{
    Q_OBJECT
public:
    OperatorModels(Program& program, SettingsStore& store);
    void open();
    /// What is loaded at the start, in words.
    QString defaultText() const;
    /// Makes it the one that is loaded at the start: built-in ones by id, others by path.
    void makeDefault(const catalog::ModelCard& card);

Q_SIGNALS:
    void loadRequested(const nanocap::session::LoadIntent& intent);
    void importRequested();

private:
    void renew();
    void choose(const QString& id);
    void offer(const catalog::ModelCard& card);
    void askRemoval(const catalog::ModelCard& card);
    void remove(const std::string& path);
    const catalog::ModelCard* defaultCard() const;
    QString stateText(const catalog::ModelCard& card) const;

    Program& m_program;
    SettingsStore& m_store;
    ui::ListPage* m_page;
};

} // namespace nanocap::app
