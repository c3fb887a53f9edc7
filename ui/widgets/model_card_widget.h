// SPDX-License-Identifier: Apache-2.0
// ModelCardWidget: one model of the menu as a large button, in plain words: name, verdict, what it does, what
// it needs against what is free, its language and how it went last time.
#pragma once

#include "core/catalog/catalog.h"

#include <QAbstractButton>

#include <optional>

namespace nanocap::ui {

struct Metrics;

class ModelCardWidget : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ModelCardWidget(QWidget* parent = nullptr);
    /// `number` is the key that picks it (1…9), 0 = none; `available` is what is free now.
    void setModel(const catalog::ModelCard& card, const std::optional<load::Plan>& plan, int number);
    /// Free memory as the monitor sees it now; shown beside the need until the next plan arrives.
    void setAvailable(const MaybeBytes& available);

    QString title() const { return m_title; }
    QString verdictWord() const;
    QString factsLine() const; ///< "English · worked yesterday"
    QString needLine() const;  ///< "needs 130 MB   free 1874 MB", or why the file cannot be used
    bool hasClippedText() const { return m_clipped; }
    QSize minimumSizeHint() const override;
    /// Room for name, facts, need and verdict.
    static int leastHeight(const Metrics& metrics);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void renewTexts();
    /// The description, or its first sentence; empty when neither fits whole.
    QString descriptionWithin(const QFont& font, int width, int lines) const;

    catalog::ModelCard m_card;
    std::optional<load::Plan> m_plan;
    MaybeBytes m_available;
    int m_number = 0;
    QString m_title;
    bool m_clipped = false;
};

} // namespace nanocap::ui
