// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/help_flow.h"

#include "core/base/failure_codes.h"
#include "core/base/installation.h"
#include "ui/main_window.h"
#include "ui/pages/list_page.h"
#include "ui/text/failure_text.h"
#include "ui/text/local_text.h"

#include <QDir>
#include <QFile>

namespace nanocap::app {

using ui::RowContent;
using Kind = RowContent::Kind;

namespace {

const QString failures = QStringLiteral("failures");
const QString about = QStringLiteral("about");

RowContent heading(const QString& text)
{
    return {.kind = Kind::Heading, .name = text};
}

QString folderOf(const QString& language)
{
    return QString::fromStdString(resourceFolder()) + QStringLiteral("/help/") + language;
}

} // namespace

HelpTopic HelpTopic::read(const QString& path)
{
    HelpTopic topic{QFileInfo(path).completeBaseName(), {}, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return topic;
    QStringList lines;
    const auto endParagraph = [&] {
        if (!lines.isEmpty())
            topic.rows.push_back({.kind = Kind::Text, .value = lines.join(QLatin1Char(' '))});
        lines.clear();
    };
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        const bool title = line.startsWith(QLatin1String("# "));
        const bool part = line.startsWith(QLatin1String("## "));
        if (!title && !part && !line.trimmed().isEmpty()) {
            lines.append(line.trimmed());
            continue;
        }
        endParagraph();
        if (title)
            topic.title = line.mid(2).trimmed();
        else if (part)
            topic.rows.push_back(heading(line.mid(3).trimmed()));
    }
    endParagraph();
    return topic;
}

std::vector<HelpTopic> helpTopics(const QString& language)
{
    std::vector<HelpTopic> topics;
    QDir folder(folderOf(language));
    QStringList files = folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name);
    if (files.isEmpty()) {
        folder.setPath(folderOf(QStringLiteral("en")));
        files = folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name);
    }
    for (const QString& file : files)
        topics.push_back(HelpTopic::read(folder.filePath(file)));
    return topics;
}

std::vector<RowContent> failureRows()
{
    const auto nameOfClass = [](FailureClass cls) {
        switch (cls) {
        case FailureClass::Guard:
            return HelpFlow::tr("Refused for memory");
        case FailureClass::Checkpoint:
            return HelpFlow::tr("The model's file");
        case FailureClass::Engine:
            return HelpFlow::tr("The model's program");
        case FailureClass::Input:
            return HelpFlow::tr("Pictures, cameras, settings");
        case FailureClass::Cancelled:
            break;
        }
        return HelpFlow::tr("Stopped by somebody");
    };
    std::vector<RowContent> rows;
    std::optional<FailureClass> part;
    for (const FailureCode& code : allFailureCodes()) {
        if (part != code.failureClass)
            rows.push_back(heading(nameOfClass(code.failureClass)));
        part = code.failureClass;
        QStringList steps;
        for (const ui::NextStep& step : ui::describe(makeFailure(code.name, {})).steps)
            steps.append(QStringLiteral("\u2022 ") + step.text);
        const QString name = ui::localText(titleOf(makeFailure(code.name, {})));
        rows.push_back({.kind = Kind::Text,
                        .name = QStringLiteral("%1 (%2)").arg(name, QLatin1String(code.name)),
                        .value = steps.join(QLatin1Char('\n'))});
    }
    return rows;
}

HelpFlow::HelpFlow(ui::MainWindow& window)
    : m_window(window), m_topics(new ui::ListPage(QStringLiteral("help"))),
      m_page(new ui::ListPage(QStringLiteral("help-topic")))
{
    for (ui::ListPage* page : {m_topics, m_page}) {
        m_window.add(page);
        connect(page, &ui::ListPage::contentNeeded, this, &HelpFlow::renew);
        connect(page, &ui::ListPage::leaveRequested, &m_window, &ui::MainWindow::back);
    }
    connect(m_topics, &ui::ListPage::chosen, this, &HelpFlow::openTopic);
    connect(&m_window, &ui::MainWindow::helpRequested, this, &HelpFlow::open);
}

void HelpFlow::open()
{
    if (m_window.currentPage() == m_topics || m_window.currentPage() == m_page)
        return;
    renew();
    m_topics->rewind();
    m_window.open(m_topics);
}

void HelpFlow::openTopic(const QString& id)
{
    m_shown = id;
    renew();
    m_page->rewind();
    m_window.open(m_page);
}

HelpTopic HelpFlow::topic(const QString& id) const
{
    if (id == failures)
        return {id, tr("What each failure means"), failureRows()};
    for (const HelpTopic& each : helpTopics(m_window.looks().language))
        if (each.id == id)
            return each;
    const auto text = [](const QString& name, const QString& value) {
        return RowContent{.kind = Kind::Text, .name = name, .value = value};
    };
    return {
        id,
        tr("About Nanocap"),
        {text(QStringLiteral("Nanocap " NANOCAP_VERSION), tr("Licence: Apache-2.0.")),
         text(QStringLiteral("Qt ") + QLatin1String(qVersion()), tr("Window, films and voices. LGPL-3.0.")),
         text(QStringLiteral("libtorch"),
              tr("The models' arithmetic. BSD-3-Clause. Debian's libtorch uses no GPU: every model runs on "
                 "the processor.")),
         text(QStringLiteral("OpenCV, GStreamer, FFmpeg, libsodium"),
              tr("Pictures and cameras (Apache-2.0, LGPL-2.1), films (LGPL-2.1 or GPL-2.0), the PIN (ISC).")),
         text(tr("Pictures of the cards"),
              QStringLiteral("Noto Emoji (Apache-2.0), Twemoji (CC-BY-4.0), Fluent Emoji (MIT), EmojiTwo "
                             "(CC-BY-4.0)")),
         text(tr("Privacy"), tr("Everything is done on this device. No picture leaves it, and none is kept "
                                "unless somebody asks for it."))}};
}

void HelpFlow::renew()
{
    ui::ListContent list;
    list.title = tr("Help");
    for (const HelpTopic& each : helpTopics(m_window.looks().language))
        list.rows.push_back({.kind = Kind::Open, .id = each.id, .name = each.title});
    if (list.rows.empty())
        list.rows.push_back(
            {.kind = Kind::Text,
             .value = tr("The help is not installed: %1 is missing.").arg(folderOf(QStringLiteral("en")))});
    list.rows.push_back({.kind = Kind::Open, .id = failures, .name = tr("What each failure means")});
    list.rows.push_back({.kind = Kind::Open, .id = about, .name = tr("About Nanocap")});
    m_topics->setContent(list);

    if (m_shown.isEmpty())
        return;
    const HelpTopic shown = topic(m_shown);
    m_page->setContent({.title = shown.title, .rows = shown.rows});
}

} // namespace nanocap::app
