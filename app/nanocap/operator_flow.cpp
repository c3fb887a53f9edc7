// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/operator_flow.h"

#include "app/nanocap/beside.h"
#include "core/journal/journal.h"
#include "ui/pages/list_page.h"
#include "ui/text/local_text.h"

#include <algorithm>

namespace nanocap::app {

using ui::RowContent;
using Kind = ui::RowContent::Kind;
using Section = SettingsRows::Section;

namespace {
constexpr std::size_t mostEntries = 60; ///< of the recorder: the last hours of a kiosk
}

OperatorFlow::OperatorFlow(Program& program, SettingsStore& store,
                           std::shared_ptr<drives::DriveFinder> drives, access::TriesClock clock)
    : session(program.window, program.rights, std::move(clock)), m_program(program), m_store(store),
      m_page(new ui::ListPage(QStringLiteral("operator"))),
      m_recorder(new ui::ListPage(QStringLiteral("operator-recorder"))), m_settings(program.window, store),
      m_models(program, store), m_source(program, store, drives), m_usb(program, store, drives),
      m_import(program, drives)
{
    ui::MainWindow& window = m_program.window;
    window.add(m_page);
    window.add(m_recorder);
    connect(&session, &OperatorSession::opened, this, &OperatorFlow::show);
    connect(&session, &OperatorSession::closed, &window, &ui::MainWindow::leaveTop);
    connect(&m_program.menu, &MenuFlow::settingsRequested, &session, &OperatorSession::call);
    // A model that runs is the kiosk again.
    connect(&m_program.load, &LoadFlow::loaded, this, [this] {
        if (m_program.rights.isKiosk() && !m_program.window.currentPage()->staysOnTop())
            session.close();
    });
    connect(&m_import, &ImportFlow::working, &session, &OperatorSession::stay);
    connect(&m_models, &OperatorModels::importRequested, &m_import, &ImportFlow::open);
    connect(&m_program.source, &SourceFlow::browseRequested, &m_source, &OperatorSource::open);
    connect(&m_models, &OperatorModels::loadRequested, this, &OperatorFlow::load);
    connect(&m_store, &SettingsStore::changed, this, &OperatorFlow::renew);
    connect(&m_program.models, &Models::listed, this, &OperatorFlow::renew);
    connect(m_page, &ui::ListPage::contentNeeded, this, &OperatorFlow::renew);
    connect(m_page, &ui::ListPage::chosen, this, &OperatorFlow::choose);
    connect(m_page, &ui::ListPage::leaveRequested, this, &OperatorFlow::leave);
    connect(m_recorder, &ui::ListPage::leaveRequested, &window, &ui::MainWindow::back);
    renew();
}

void OperatorFlow::show()
{
    renew();
    m_page->rewind();
    m_program.window.open(m_page);
}

std::vector<RowContent> OperatorFlow::machineRows() const
{
    const auto open = [](const char* id, const QString& name, ui::Icon icon, const QString& value = {}) {
        return RowContent{
            .kind = Kind::Open, .id = QLatin1String(id), .name = name, .value = value, .icon = icon};
    };
    const auto act = [&open](const char* id, const QString& name, ui::Icon icon, const QString& value = {}) {
        RowContent row = open(id, name, icon, value);
        row.kind = Kind::Act;
        return row;
    };
    std::vector<RowContent> rows{
        {.kind = Kind::Heading, .name = tr("This device")},
        open("readiness", tr("Check machine"), ui::Icon::Readiness),
        open("recorder", tr("Flight recorder"), ui::Icon::Report),
        open("help", tr("Help and About"), ui::Icon::Info),
        act("report", tr("Report to USB"), ui::Icon::Usb,
            tr("For whoever must find out why. No picture and no "
               "caption is in it.")),
        act("settings out", tr("Settings to USB"), ui::Icon::Usb, tr("For a second kiosk, without the PIN.")),
        act("settings in", tr("Settings from USB"), ui::Icon::Usb),
        act("reset", tr("Reset the settings"), ui::Icon::Retry),
        act("restart", tr("Start the program anew"), ui::Icon::Repeat)};
    rows.push_back(
        act("exit", m_program.rights.isKiosk() ? tr("Leave the kiosk") : tr("Quit"), ui::Icon::Power));
    return rows;
}

void OperatorFlow::renew()
{
    ui::ListContent content;
    content.title = m_program.rights.isKiosk() ? tr("Operator") : tr("Settings");
    content.columns = true;
    if (m_program.rights.isKiosk())
        content.back = tr("Back to the kiosk");
    const auto add = [&content](const std::vector<RowContent>& rows) {
        content.rows.insert(content.rows.end(), rows.begin(), rows.end());
    };
    add({{.kind = Kind::Heading, .name = tr("Model")},
         {.kind = Kind::Open,
          .id = QStringLiteral("models"),
          .name = tr("Models"),
          .value = tr("At the start: %1").arg(m_models.defaultText()),
          .icon = ui::Icon::Load},
         {.kind = Kind::Act,
          .id = QStringLiteral("menu"),
          .name = tr("Open the menu"),
          .value = m_program.live.isLive() ? tr("Ends the model that runs.") : QString(),
          .icon = ui::Icon::Menu},
         {.kind = Kind::Heading, .name = tr("Pictures")},
         {.kind = Kind::Open,
          .id = QStringLiteral("source"),
          .name = tr("Where pictures come from"),
          .value = SettingsRows::sourceText(m_program.source.uri()),
          .icon = ui::Icon::Camera}});
    for (const Section section : {Section::Pictures, Section::Window, Section::Visitors, Section::Speech,
                                  Section::Idle, Section::Memory})
        add(m_settings.rows(section));
    add(machineRows());
    m_page->setContent(content);
}

void OperatorFlow::choose(const QString& id)
{
    if (m_settings.take(id))
        return;
    if (id == QLatin1String("models"))
        m_models.open();
    else if (id == QLatin1String("menu"))
        openMenu();
    else if (id == QLatin1String("source"))
        m_source.open();
    else if (id == QLatin1String("readiness"))
        m_program.readiness.open();
    else if (id == QLatin1String("recorder"))
        openRecorder();
    else if (id == QLatin1String("help"))
        m_program.help.open();
    else if (id == QLatin1String("report"))
        m_usb.saveReport();
    else if (id == QLatin1String("settings out"))
        m_usb.saveSettings();
    else if (id == QLatin1String("settings in"))
        m_usb.takeSettings();
    else if (id == QLatin1String("reset"))
        ask(tr("Reset the settings?"),
            tr("Every setting gets its first value again. Models and the PIN stay."), tr("Reset"), [this] {
                if (const Status reset = m_store.reset(); !reset)
                    m_program.showNotice(tr("Not saved"), ui::localText(reset.error().message));
            });
    else if (id == QLatin1String("restart"))
        ask(tr("Start anew?"), tr("The program ends and starts again."), tr("Start anew"),
            [this] { Q_EMIT restartRequested(); });
    else if (id == QLatin1String("exit"))
        ask(tr("Quit?"), tr("The program ends. The screen shows what lies under it."), tr("Quit"),
            [this] { Q_EMIT exitRequested(); });
}

void OperatorFlow::ask(const QString& title, const QString& text, const QString& yes,
                       std::function<void()> then)
{
    ui::SheetContent content;
    content.title = title;
    content.body = text;
    content.actions.push_back({QStringLiteral("confirm"), yes, ui::Icon::None, false, std::move(then)});
    m_program.window.sheet()->open(QStringLiteral("confirm"), content);
}

void OperatorFlow::leave()
{
    m_program.window.back();
    session.close();
}

void OperatorFlow::openMenu()
{
    m_program.window.leaveTop();
    m_program.leaveForMenu();
}

void OperatorFlow::load(const session::LoadIntent& intent)
{
    m_program.window.leaveTop();
    m_program.load.load(intent);
}

void OperatorFlow::openRecorder()
{
    const auto fill = [this](const std::vector<QString>& lines) {
        ui::ListContent content;
        content.title = tr("Flight recorder");
        content.note = tr("newest first");
        for (const QString& line : lines)
            content.rows.push_back({.kind = Kind::Text, .value = line});
        if (lines.empty())
            content.rows.push_back({.kind = Kind::Text, .value = tr("Nothing is recorded yet.")});
        m_recorder->setContent(content);
    };
    fill({});
    m_recorder->rewind();
    m_program.window.open(m_recorder);
    beside(
        this,
        [] {
            std::vector<QString> lines;
            const auto entries = journal::Journal().read();
            for (auto entry = entries.rbegin(); entry != entries.rend() && lines.size() < mostEntries;
                 ++entry)
                lines.push_back(QString::fromStdString(entry->toText()));
            return lines;
        },
        fill);
}

} // namespace nanocap::app
