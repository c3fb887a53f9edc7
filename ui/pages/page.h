// SPDX-License-Identifier: Apache-2.0
// Page: one task of the window. A page fills the content area and brings its own row of actions; title bar,
// memory gauge and sheets belong to the window, so that they are at the same place on every page.
#pragma once

#include "ui/rights.h"
#include "ui/widgets/action_bar.h"
#include "ui/widgets/title_bar.h"

#include <QWidget>

namespace nanocap::ui {

class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(QWidget* parent = nullptr);
    /// "menu", "plan", …: the name of its screenshots and of window()->pageName().
    virtual QString name() const = 0;
    virtual QString title() const = 0;
    virtual QString note() const { return {}; }
    virtual TitleBar::Controls titleControls() const { return {}; }
    /// Without them it has the whole height to itself.
    virtual bool hasActions() const { return true; }
    /// It stays in view when another page is gone to meanwhile, which then lies under it.
    virtual bool staysOnTop() const { return false; }
    /// A key nobody inside the page took (no arrows, no Escape); false when it means nothing here.
    virtual bool takeKey(int) { return false; }
    /// It wants the whole width: on wide screens memory is a strip under it, as on small ones, not a pane.
    virtual bool isStage() const { return false; }
    /// Called when the window's layout changes; pages rearrange for narrow or wide.
    virtual void setMetrics(const Metrics& metrics);
    /// What is not permitted is not shown.
    void setRights(const Rights& rights);
    const Rights& rights() const { return m_rights; }
    /// Escape and the Back button.
    virtual void goBack() { Q_EMIT backRequested(); }
    /// What the keyboard should be on when the page appears; null = the first control.
    virtual QWidget* firstFocus() const { return nullptr; }
    ActionBar* actionBar() const { return m_actionBar; }

Q_SIGNALS:
    void shown();          ///< it is the page in view now
    void left();           ///< and now it is not any more
    void headingChanged(); ///< title or note
    void backRequested();

protected:
    virtual void retranslate() = 0;
    void changeEvent(QEvent* event) override;

private:
    Rights m_rights;
    ActionBar* m_actionBar;
};

} // namespace nanocap::ui
