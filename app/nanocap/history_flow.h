// SPDX-License-Identifier: Apache-2.0
// HistoryFlow: what was said before, on a page of its own, and as a file for whoever may have it. GUI thread.
#pragma once

#include "app/nanocap/caption_flow.h"
#include "app/nanocap/history_export.h"

#include <QObject>

namespace nanocap::ui {
class HistoryPage;
class MainWindow;
} // namespace nanocap::ui

namespace nanocap::app {

class HistoryFlow : public QObject
{
    Q_OBJECT
public:
    HistoryFlow(ui::MainWindow& window, CaptionFlow& captions);
    /// Over the page in view.
    void open();
    /// Fails as app::exportHistory does.
    Result<QString> exportHistory(const QString& path, HistoryFormat format) const;

private:
    void renew();
    void askFormat();
    void save(HistoryFormat format);

    ui::MainWindow& m_window;
    CaptionFlow& m_captions;
    ui::HistoryPage* m_page;
    std::pair<qint64, std::size_t> m_shown; ///< when the newest was said, and how many there are
};

} // namespace nanocap::app
