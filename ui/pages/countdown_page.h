// SPDX-License-Identifier: Apache-2.0
// CountdownPage: something happens by itself in a moment: a model is loaded, at the start or after something
// went wrong. Friendly words and the time left, large enough to be read from afar; numbers and codes live
// behind Details.
#pragma once

#include "core/catalog/catalog.h"
#include "ui/pages/page.h"

#include <chrono>

class QLabel;
class QBoxLayout;

namespace nanocap::ui {

class CountdownPage : public Page
{
    Q_OBJECT
public:
    enum class Story {
        Start,  ///< the model chosen for the start
        Reload, ///< a model that stopped while it captioned, for the person who uses the program
        Break,  ///< whatever went wrong, for a visitor
        Rest    ///< nothing loads by itself for some minutes, after crashes
    };

    explicit CountdownPage(QWidget* parent = nullptr);
    /// `model`: the one that comes next; empty when it is chosen in the end. `whole`: what the ring is full
    /// at. `details`: whether there is anything to tell behind them.
    void begin(Story story, const catalog::LocalText& model, std::chrono::seconds whole, bool details);
    /// Another model will be the one.
    void setModel(const catalog::LocalText& model);
    void setLeft(std::chrono::seconds left);
    QString headline() const;
    QString sentence() const;

    QString name() const override { return QStringLiteral("countdown"); }
    QString title() const override;
    TitleBar::Controls titleControls() const override { return {false, true, false, false}; }
    void setMetrics(const Metrics& metrics) override;
    void goBack() override;
    QWidget* firstFocus() const override { return m_now; }

Q_SIGNALS:
    void nowRequested();
    void stopRequested();
    void detailsRequested();

protected:
    void retranslate() override;

private:
    class Ring;

    Story m_story = Story::Start;
    catalog::LocalText m_model;
    std::chrono::seconds m_left{};
    bool m_hasDetails = false;
    QBoxLayout* m_row;
    Ring* m_ring;
    QLabel* m_headline;
    QLabel* m_sentence;
    ActionButton* m_stop;
    ActionButton* m_details;
    ActionButton* m_now;
};

} // namespace nanocap::ui
