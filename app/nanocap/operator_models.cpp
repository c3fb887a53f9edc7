// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/operator_models.h"

#include "core/base/path_text.h"
#include "ui/pages/list_page.h"
#include "ui/sheets/notice_sheet.h"
#include "ui/text/local_text.h"

#include <algorithm>
#include <filesystem>

namespace nanocap::app {

using ui::RowContent;
using Kind = ui::RowContent::Kind;

namespace {
const QString modelPrefix = QStringLiteral("model ");
}

OperatorModels::OperatorModels(Program& program, SettingsStore& store)
    : m_program(program), m_store(store), m_page(new ui::ListPage(QStringLiteral("operator-models")))
{
    m_program.window.add(m_page);
    connect(m_page, &ui::ListPage::contentNeeded, this, &OperatorModels::renew);
    connect(m_page, &ui::ListPage::chosen, this, &OperatorModels::choose);
    connect(m_page, &ui::ListPage::actionChosen, &m_program.catalog, &worker::CatalogService::refresh);
    connect(m_page, &ui::ListPage::leaveRequested, &m_program.window, &ui::MainWindow::back);
    connect(&m_program.models, &Models::listed, this, &OperatorModels::renew);
    connect(&m_store, &SettingsStore::changed, this, &OperatorModels::renew);
    renew();
}

void OperatorModels::open()
{
    renew();
    m_page->rewind();
    m_program.window.open(m_page);
}

const catalog::ModelCard* OperatorModels::defaultCard() const
{
    const std::string name = pathBytes(m_store.values().defaultModel);
    const auto& cards = m_program.models.cards();
    const auto found = std::find_if(cards.begin(), cards.end(), [&](const catalog::ModelCard& card) {
        return card.path == name || card.id == name;
    });
    return name.empty() || found == cards.end() ? nullptr : &*found;
}

QString OperatorModels::defaultText() const
{
    if (m_store.values().defaultModel.isEmpty())
        return tr("None: the menu is shown");
    const catalog::ModelCard* card = defaultCard();
    return card ? ui::localText(card->title())
                : tr("%1, which is not there").arg(shownPath(m_store.values().defaultModel));
}

void OperatorModels::makeDefault(const catalog::ModelCard& card)
{
    // An id holds on another machine too; a path is of this one.
    const QString name = card.builtIn ? QString::fromStdString(card.id) : pathText(card.path);
    if (const Status saved = m_store.set(&Settings::defaultModel, name); !saved)
        m_program.showNotice(tr("Not saved"), ui::localText(saved.error().message));
}

QString OperatorModels::stateText(const catalog::ModelCard& card) const
{
    QStringList parts;
    if (&card == defaultCard())
        parts << tr("loaded at the start");
    if (m_program.load.intent() && m_program.load.intent()->card.path == card.path &&
        m_program.load.lastLoad() && m_program.load.lastLoad()->report.succeeded())
        parts << tr("loaded now");
    if (card.problem)
        parts << ui::shortReason(*card.problem);
    else if (!card.quarantine.empty())
        parts << ui::quarantineText(card.quarantine);
    if (card.fileBytes > Bytes())
        parts << ui::bytesText(card.fileBytes);
    parts << (card.builtIn ? tr("built in") : shownPath(card.path));
    return parts.join(QStringLiteral(" \u00B7 "));
}

void OperatorModels::renew()
{
    ui::ListContent content;
    content.title = tr("Models");
    content.action = tr("Look again");
    content.actionIcon = ui::Icon::Retry;
    content.rows.push_back({.kind = Kind::Open,
                            .id = QStringLiteral("import"),
                            .name = tr("Import from a USB drive"),
                            .value = tr("Copies a model into this device."),
                            .icon = ui::Icon::Usb});
    content.rows.push_back({.kind = Kind::Choice,
                            .id = QStringLiteral("none"),
                            .name = tr("Load none at the start"),
                            .value = tr("The menu is shown."),
                            .icon = ui::Icon::Menu,
                            .on = m_store.values().defaultModel.isEmpty()});
    for (const catalog::ModelCard& card : m_program.models.cards())
        content.rows.push_back({.kind = Kind::Choice,
                                .id = modelPrefix + pathText(card.path),
                                .name = ui::localText(card.title()),
                                .value = stateText(card),
                                .icon = card.problem ? ui::Icon::BadFile : ui::Icon::Load,
                                .on = &card == defaultCard()});
    m_page->setContent(content);
}

void OperatorModels::choose(const QString& id)
{
    if (id == QLatin1String("import"))
        Q_EMIT importRequested();
    else if (id == QLatin1String("none"))
        (void)m_store.set(&Settings::defaultModel, QString());
    else if (const auto* card = m_program.models.card(pathBytes(id.mid(modelPrefix.size()))))
        offer(*card);
}

void OperatorModels::offer(const catalog::ModelCard& card)
{
    ui::SheetContent content;
    content.title = ui::localText(card.title());
    content.body = card.problem ? ui::localText(card.problem->message) : shownPath(card.path);
    content.stacked = true;
    const std::string path = card.path;
    const auto withCard = [this, path](auto then) {
        return [this, path, then] {
            if (const auto* now = m_program.models.card(path))
                then(*now);
        };
    };
    if (!card.problem) {
        content.actions.push_back({QStringLiteral("load now"), tr("Load it now"), ui::Icon::Load, true,
                                   withCard([this](const catalog::ModelCard& now) {
                                       Q_EMIT loadRequested(
                                           m_program.menu.intentFor(now, m_program.behaviour().precision));
                                   })});
        content.actions.push_back({QStringLiteral("default"), tr("Load it at every start"), ui::Icon::Power,
                                   false,
                                   withCard([this](const catalog::ModelCard& now) { makeDefault(now); })});
    }
    if (!card.builtIn)
        content.actions.push_back({QStringLiteral("remove"), tr("Remove it from this device"),
                                   ui::Icon::Trash, false,
                                   withCard([this](const catalog::ModelCard& now) { askRemoval(now); })});
    m_program.window.sheet()->open(QStringLiteral("model"), content);
}

void OperatorModels::askRemoval(const catalog::ModelCard& card)
{
    ui::SheetContent content;
    content.title = tr("Remove %1?").arg(ui::localText(card.title()));
    content.body = tr("The file %1 is deleted. It cannot be brought back here.").arg(shownPath(card.path));
    content.actions.push_back({QStringLiteral("confirm"), tr("Remove"), ui::Icon::Trash, false,
                               [this, path = card.path] { remove(path); }});
    m_program.window.sheet()->open(QStringLiteral("confirm"), content);
}

void OperatorModels::remove(const std::string& path)
{
    const catalog::ModelCard* card = m_program.models.card(path);
    const bool wasDefault = card && card == defaultCard();
    std::error_code error;
    std::filesystem::remove(path, error);
    if (error) {
        m_program.showNotice(
            tr("Not removed"),
            tr("%1 cannot be deleted (%2).").arg(shownPath(path), QString::fromStdString(error.message())));
        return;
    }
    if (wasDefault)
        (void)m_store.set(&Settings::defaultModel, QString());
    m_program.catalog.refresh();
}

} // namespace nanocap::app
