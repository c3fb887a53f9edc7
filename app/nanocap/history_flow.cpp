// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/history_flow.h"

#include "core/base/path_text.h"
#include "core/journal/journal.h"
#include "ui/main_window.h"
#include "ui/pages/history_page.h"
#include "ui/sheets/confidence_sheet.h"
#include "ui/sheets/notice_sheet.h"
#include "ui/text/local_text.h"

#include <filesystem>

namespace nanocap::app {

HistoryFlow::HistoryFlow(ui::MainWindow& window, CaptionFlow& captions)
    : m_window(window), m_captions(captions), m_page(new ui::HistoryPage)
{
    m_window.add(m_page);
    connect(&m_captions, &CaptionFlow::changed, this, [this] {
        if (m_page->isVisible())
            renew();
    });
    connect(m_page, &ui::HistoryPage::entryChosen, this, [this](const captions::PastCaption& past) {
        m_window.sheet()->open(QStringLiteral("past"), ui::pastCaptionSheet(past));
    });
    connect(m_page, &ui::HistoryPage::exportRequested, this, &HistoryFlow::askFormat);
}

void HistoryFlow::open()
{
    m_shown = {};
    renew();
    m_window.open(m_page);
}

void HistoryFlow::renew()
{
    const auto& history = m_captions.stream().history();
    const std::pair now(history.empty() ? qint64(0) : history.front().doneMs, history.size());
    // The caption that stands is said again ten times a second.
    if (std::exchange(m_shown, now) != now || history.empty())
        m_page->setCaptions(history);
}

void HistoryFlow::askFormat()
{
    ui::SheetContent sheet;
    sheet.title = tr("Save the history");
    sheet.body = tr("What was said, when and how surely, as one file. No pictures are in it.");
    sheet.actions = {{QStringLiteral("csv"), tr("For a spreadsheet (CSV)"), ui::Icon::Report, false,
                      [this] { save(HistoryFormat::Csv); }},
                     {QStringLiteral("json"), tr("For a program (JSON)"), ui::Icon::Report, false,
                      [this] { save(HistoryFormat::Json); }}};
    m_window.sheet()->open(QStringLiteral("export"), sheet);
}

void HistoryFlow::save(HistoryFormat format)
{
    const QString folder = pathText(journal::stateFolder()) + QStringLiteral("/history");
    std::error_code error;
    std::filesystem::create_directories(pathBytes(folder), error); // writing says why it is not there
    const QString path =
        QStringLiteral("%1/%2.%3")
            .arg(folder, QDateTime::currentDateTime().toString("yyyyMMdd-HHmmss"), nameOf(format));
    const Result<QString> saved = exportHistory(path, format);
    m_window.sheet()->open(
        QStringLiteral("notice"),
        saved ? ui::noticeSheet(tr("History saved"), shownPath(*saved))
              : ui::noticeSheet(tr("The history was not saved"), ui::localText(saved.error().message)));
}

Result<QString> HistoryFlow::exportHistory(const QString& path, HistoryFormat format) const
{
    return app::exportHistory(m_captions.stream().history(), path, format);
}

} // namespace nanocap::app
