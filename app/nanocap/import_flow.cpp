// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/import_flow.h"

#include "app/nanocap/beside.h"
#include "core/base/path_text.h"
#include "ui/pages/list_page.h"
#include "ui/text/local_text.h"

#include <filesystem>

namespace nanocap::app {

namespace fs = std::filesystem;
using Kind = ui::RowContent::Kind;
using drives::Drive;
using drives::PendingModel;

namespace {
const QString filePrefix = QStringLiteral("file ");

QString fileName(const std::string& path)
{
    return shownPath(fs::path(path).filename().string());
}
} // namespace

ImportFlow::ImportFlow(Program& program, std::shared_ptr<drives::DriveFinder> drives)
    : m_program(program), m_drives(std::move(drives)),
      m_page(new ui::ListPage(QStringLiteral("operator-import")))
{
    m_program.window.add(m_page);
    m_progress.setInterval(200);
    connect(&m_progress, &QTimer::timeout, this, [this] {
        renew();
        Q_EMIT working();
    });
    connect(m_page, &ui::ListPage::contentNeeded, this, &ImportFlow::renew);
    connect(m_page, &ui::ListPage::chosen, this, &ImportFlow::choose);
    connect(m_page, &ui::ListPage::leaveRequested, &m_program.window, &ui::MainWindow::back);
    connect(m_page, &ui::ListPage::actionChosen, this, [this] {
        if (m_copy)
            m_copy->cancelled = true;
        else
            lookForModels();
    });
    // A sheet that is closed without a word keeps nothing; what was chosen in it comes first.
    connect(
        m_program.window.sheet(), &ui::Sheet::closed, this, [this] { m_pending.reset(); },
        Qt::QueuedConnection);
    renew();
}

ImportFlow::~ImportFlow()
{
    if (m_copy)
        m_copy->cancelled = true;
}

void ImportFlow::refuse(const Failure& failure)
{
    m_program.showNotice(tr("Not imported"), ui::localText(failure.message));
}

void ImportFlow::open()
{
    m_page->rewind();
    m_program.window.open(m_page);
    if (!m_copy)
        lookForModels();
}

void ImportFlow::lookForModels()
{
    if (m_looking)
        return;
    m_looking = true;
    renew();
    using All = Result<std::vector<DriveModels>>;
    beside(
        this,
        [drives = m_drives, target = m_program.behaviour().folders.user]() -> All {
            drives::removeLeftovers(target);
            auto found = drives->find();
            if (!found)
                return fail(found.error());
            std::vector<DriveModels> all;
            for (const Drive& drive : *found) {
                DriveModels one{drive, {}, {}};
                if (const auto folder = drives->folderOf(drive); !folder)
                    one.problem = folder.error();
                else if (auto models = drives::modelsOn(pathBytes(*folder)); !models)
                    one.problem = models.error();
                else
                    one.models = std::move(*models);
                all.push_back(std::move(one));
            }
            return all;
        },
        [this](const All& all) {
            m_looking = false;
            m_found = all.value_or(std::vector<DriveModels>());
            m_problem = all ? std::optional<Failure>() : all.error();
            renew();
            if (m_program.window.currentPage() == m_page)
                m_page->firstFocus()->setFocus(Qt::OtherFocusReason);
        });
}

void ImportFlow::renew()
{
    ui::ListContent content;
    content.title = tr("Import a model");
    content.action = m_copy ? tr("Cancel") : tr("Look again");
    content.actionIcon = m_copy ? ui::Icon::Stop : ui::Icon::Retry;
    content.actionEnabled = !m_looking;
    const auto say = [&content](const QString& text) {
        content.rows.push_back({.kind = Kind::Text, .value = text});
    };
    if (m_copy) {
        const Bytes done(m_copy->done), all(m_copy->all);
        say(tr("%1 is being copied: %2 of %3.")
                .arg(fileName(m_copy->from), ui::bytesText(done), ui::bytesText(all)));
        content.note =
            all > Bytes() ? QStringLiteral("%1 %").arg(done.count() * 100 / all.count()) : QString();
    } else if (m_looking) {
        say(tr("Drives are being looked for\u2026"));
    } else if (m_problem) {
        say(ui::localText(m_problem->message));
    } else if (m_found.empty()) {
        say(tr("There is no USB drive. Put one in and look again."));
    }
    for (const DriveModels& drive : m_found) {
        content.rows.push_back({.kind = Kind::Heading, .name = shownPath(drive.drive.name)});
        if (drive.problem)
            say(ui::localText(drive.problem->message));
        else if (drive.models.empty())
            say(tr("No model is on it: files that end in .pth, .pt or .pth.tar."));
        for (const drives::ModelFile& model : drive.models)
            content.rows.push_back({.kind = Kind::Act,
                                    .id = filePrefix + pathText(model.path),
                                    .name = shownPath(model.name),
                                    .value = ui::bytesText(model.bytes),
                                    .icon = ui::Icon::Load,
                                    .enabled = !m_copy});
    }
    m_page->setContent(content);
}

void ImportFlow::choose(const QString& id)
{
    if (id.startsWith(filePrefix) && !m_copy)
        copy(pathBytes(id.mid(filePrefix.size())));
}

void ImportFlow::copy(const std::string& from)
{
    m_copy = std::make_shared<Copy>();
    m_copy->from = from;
    m_progress.start();
    renew();
    beside(
        this,
        [copy = m_copy, target = m_program.behaviour().folders.user] {
            return drives::importModel(copy->from, target, [copy](Bytes done, Bytes all) {
                copy->done = done.count();
                copy->all = all.count();
                return !copy->cancelled;
            });
        },
        [this](const Result<std::shared_ptr<PendingModel>>& model) { copied(model); });
}

void ImportFlow::copied(const Result<std::shared_ptr<PendingModel>>& model)
{
    m_progress.stop();
    m_copy.reset();
    renew();
    if (!model)
        return refuse(model.error());
    m_pending = *model;
    if (m_pending->isThere) {
        m_program.showNotice(
            tr("Nothing to do"),
            tr("The very same model is there already: %1.").arg(fileName(m_pending->target())));
        m_pending.reset();
    } else if (m_pending->checked && !m_pending->replaces) {
        keep();
    } else {
        askToKeep();
    }
}

void ImportFlow::askToKeep()
{
    const QString name = fileName(m_pending->target());
    ui::SheetContent content;
    content.title = tr("Keep %1?").arg(name);
    QStringList lines;
    if (m_pending->replaces)
        lines << tr("Another model of this name is there. It is replaced.");
    if (m_pending->checked) {
        lines << tr("The copy is what its checksum says.");
    } else {
        // In groups, as one compares them.
        const QString sum = QString::fromStdString(m_pending->sum);
        QStringList groups;
        for (qsizetype i = 0; i < sum.size(); i += 8)
            groups << sum.mid(i, 8);
        lines << tr("No checksum lies beside it. Its SHA-256 is %1. Keep it if that is what its maker says.")
                     .arg(groups.join(QLatin1Char(' ')));
    }
    content.body = lines.join(QLatin1Char('\n'));
    content.actions.push_back(
        {QStringLiteral("keep"), tr("Keep"), ui::Icon::Check, true, [this] { keep(); }});
    m_program.window.sheet()->open(QStringLiteral("keep"), content);
}

void ImportFlow::keep()
{
    if (!m_pending)
        return;
    const std::shared_ptr<PendingModel> model = std::exchange(m_pending, nullptr);
    if (const Status kept = model->keep(); !kept)
        return refuse(kept.error());
    m_program.catalog.refresh();
    m_program.showNotice(
        tr("Imported"),
        model->checked
            ? tr("%1 is in the menu now. The copy is what its checksum says.").arg(fileName(model->target()))
            : tr("%1 is in the menu now.").arg(fileName(model->target())));
}

} // namespace nanocap::app
