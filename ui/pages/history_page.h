// SPDX-License-Identifier: Apache-2.0
// HistoryPage: what was said, newest first, up to a hundred, each with its picture. What comes while somebody
// reads further down waits until the list is at its top again.
#pragma once

#include "core/captions/caption_stream.h"
#include "ui/pages/page.h"

class QLabel;

namespace nanocap::ui {

class FingerScroll;
class PastCaptions;

class HistoryPage : public Page
{
    Q_OBJECT
public:
    explicit HistoryPage(QWidget* parent = nullptr);
    void setCaptions(const std::deque<captions::PastCaption>& captions);
    PastCaptions* list() const { return m_list; }

    QString name() const override { return QStringLiteral("history"); }
    QString title() const override;
    QString note() const override;
    /// H, which opened it, closes it too.
    bool takeKey(int key) override;
    void setMetrics(const Metrics& metrics) override;
    QWidget* firstFocus() const override;

Q_SIGNALS:
    void entryChosen(const nanocap::captions::PastCaption& past);
    void exportRequested();

protected:
    void retranslate() override;

private:
    void renew();

    std::deque<captions::PastCaption> m_waiting; ///< came while somebody read further down
    bool m_hasWaiting = false;
    PastCaptions* m_list;
    FingerScroll* m_scroll;
    QLabel* m_empty;
    ActionButton* m_back;
    ActionButton* m_up;
    ActionButton* m_down;
    ActionButton* m_export;
};

} // namespace nanocap::ui
