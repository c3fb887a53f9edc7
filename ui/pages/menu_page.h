// SPDX-License-Identifier: Apache-2.0
// MenuPage: the models as cards: four at a time on landscape screens, six or nine on wide ones, one under
// another where there is one column. Buttons, a push of the finger and the wheel turn its screenfuls; keys
// 1-9 pick a model.
#pragma once

#include "core/catalog/catalog.h"
#include "ui/pages/page.h"
#include "ui/style/touch_metrics.h"
#include "ui/text/source_text.h"

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
    /// One plan per card, in the same order; an empty one while it is being measured or for a bad file.
    void setModels(const std::vector<catalog::ModelCard>& cards,
                   const std::vector<std::optional<load::Plan>>& plans);
    void setAvailable(const MaybeBytes& available);
    void setQuitVisible(bool visible);
    /// The way to the operator's page that needs no taps in a corner.
    void setSettingsVisible(bool visible);
    /// Until then an empty menu is one that is still being filled. `folder`: where a person puts models.
    void setSearched(const QString& folder);
    /// What the button for it is called: where pictures come from now.
    void setSource(SourceName source);
    QString emptyText() const;
    ModelCardWidget* cardWidget(int index) const; ///< null when it is on another screenful
    int screenfuls() const;
    void turn(int screens); ///< on (1) or back (-1)

    QString name() const override { return QStringLiteral("menu"); }
    QString title() const override;
    TitleBar::Controls titleControls() const override { return {true, true, true, false}; }
    /// 1-9 pick a model, Q quits.
    bool takeKey(int key) override;
    void setMetrics(const Metrics& metrics) override;
    void goBack() override {}
    QWidget* firstFocus() const override;

Q_SIGNALS:
    void modelPicked(const std::string& path);
    void readinessRequested();
    void sourceRequested();
    void settingsRequested();
    void quitRequested();

protected:
    void retranslate() override;
    void wheelEvent(QWheelEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showScreenful(int number);
    void chooseGrid();
    void pick(int index);

    std::vector<catalog::ModelCard> m_cards;
    std::vector<std::optional<load::Plan>> m_plans;
    std::vector<ModelCardWidget*> m_widgets;
    QGridLayout* m_grid;
    QLabel* m_empty;
    bool m_searched = false;
    QString m_folder;
    SourceName m_sourceName = SourceName::Camera;
    std::optional<QPoint> m_pressedAt; ///< where a finger came down; empty once its push turned the page
    int m_wheel = 0;                   ///< eighths of a degree since the last turn
    ActionButton* m_quit;
    ActionButton* m_readiness;
    ActionButton* m_source;
    ActionButton* m_settings;
    bool m_mayQuit = true, m_hasSettings = false;
    ActionButton* m_up;
    ActionButton* m_down;
    MaybeBytes m_available;
    Metrics m_metrics;
    int m_columns = 2, m_rows = 2, m_first = 0;
};

} // namespace nanocap::ui
