// SPDX-License-Identifier: Apache-2.0
// MenuPage: the models as cards, four at a time on small screens and six on wide ones. Keys 1-9 pick a model.
#pragma once

#include "core/catalog/catalog.h"
#include "ui/pages/page.h"

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;

namespace nanocap::ui {

class ModelCardWidget;

class MenuPage : public Page
{
    Q_OBJECT
public:
    explicit MenuPage(QWidget* parent = nullptr);
    void setModels(const std::vector<catalog::ModelCard>& cards,
                   const std::vector<std::optional<load::Plan>>& plans);
    void setAvailable(const MaybeBytes& available);
    void setLanguage(const QString& language);
    /// What is said when there is no model at all.
    void setEmptyHint(const QString& hint);
    void setQuitVisible(bool visible);
    /// Picks by key; ignores numbers without a model.
    void pick(int index);
    ModelCardWidget* cardWidget(int index) const; ///< null when it is on another screenful
    int screenfuls() const;

    QString title() const override;
    void setMetrics(const Metrics& metrics) override;
    void goBack() override {}
    QWidget* firstFocus() const override;

Q_SIGNALS:
    void planRequested(int index);
    void readinessRequested();
    void sourceRequested();
    void quitRequested();

protected:
    void retranslate() override;

private:
    void showScreenful(int number);

    std::vector<catalog::ModelCard> m_cards;
    std::vector<std::optional<load::Plan>> m_plans;
    std::vector<ModelCardWidget*> m_widgets;
    QString m_language = QStringLiteral("en");
    QString m_emptyHint;
    QGridLayout* m_grid;
    QLabel* m_empty;
    ActionButton* m_quit;
    ActionButton* m_readiness;
    ActionButton* m_source;
    ActionButton* m_up;
    ActionButton* m_down;
    MaybeBytes m_available;
    int m_columns = 2, m_rows = 2, m_first = 0;
};

} // namespace nanocap::ui
