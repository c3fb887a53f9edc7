// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/usb_flow.h"

#include "app/drives/drive_folder.h"
#include "app/nanocap/beside.h"
#include "app/nanocap/settings_transfer.h"
#include "core/base/path_text.h"
#include "ui/text/local_text.h"

#include <filesystem>

namespace nanocap::app {

namespace fs = std::filesystem;
using drives::Drive;

UsbFlow::UsbFlow(Program& program, SettingsStore& store, std::shared_ptr<drives::DriveFinder> drives)
    : m_program(program), m_store(store), m_drives(std::move(drives))
{
}

void UsbFlow::tell(const QString& title, const Failure& failure)
{
    m_program.showNotice(title, ui::localText(failure.message));
}

void UsbFlow::withDrive(const QString& title, Folder then)
{
    beside(
        this, [drives = m_drives] { return drives->find(); },
        [this, title, then](const Found& found) {
            if (!found)
                return tell(title, found.error());
            if (found->empty())
                return m_program.showNotice(title,
                                            tr("There is no USB drive. Put one in and try once more."));
            if (found->size() == 1)
                return useDrive(found->front(), then);
            ui::SheetContent content;
            content.title = title;
            content.stacked = true;
            for (const Drive& drive : *found)
                content.actions.push_back({QStringLiteral("drive ") + drive.id, shownPath(drive.name),
                                           ui::Icon::Usb, false,
                                           [this, drive, then] { useDrive(drive, then); }});
            m_program.window.sheet()->open(QStringLiteral("drives"), content);
        });
}

void UsbFlow::useDrive(const Drive& drive, Folder then)
{
    beside(
        this, [drives = m_drives, drive] { return drives->folderOf(drive); },
        [this, then](const Result<QString>& folder) {
            if (folder)
                then(pathBytes(*folder));
            else
                tell(tr("The drive cannot be used"), folder.error());
        });
}

void UsbFlow::saveReport()
{
    withDrive(tr("Report to USB"), [this](const std::string& folder) {
        const Result<QString> report = m_program.failure.writeReport();
        if (!report)
            return tell(tr("The report could not be saved"), report.error());
        beside(
            this,
            [from = pathBytes(*report), folder]() -> Result<std::string> {
                auto files = drives::filesOf(from);
                if (!files)
                    return fail(files.error());
                return drives::writeFiles(folder, "nanocap-report-" + fs::path(from).filename().string(),
                                          *files);
            },
            [this](const Result<std::string>& written) {
                if (written)
                    m_program.showNotice(tr("Report saved"),
                                         tr("%1. The drive can be pulled out.").arg(shownPath(*written)));
                else
                    tell(tr("The report could not be saved"), written.error());
            });
    });
}

void UsbFlow::saveSettings()
{
    withDrive(tr("Settings to USB"), [this](const std::string& folder) {
        beside(
            this,
            [folder, text = settingsForTransfer(m_store)] {
                return drives::writeFiles(folder, {}, {{transferName, text}});
            },
            [this](const Result<std::string>& written) {
                if (!written)
                    return tell(tr("The settings could not be saved"), written.error());
                m_program.showNotice(
                    tr("Settings saved"),
                    tr("%1 is on the drive, which can be pulled out. The PIN is not in it, nor what belongs "
                       "to "
                       "this device alone: the source of pictures, folders and files of models, the screen's "
                       "size, how the camera is turned.")
                        .arg(QLatin1String(transferName)));
            });
    });
}

void UsbFlow::takeSettings()
{
    withDrive(tr("Settings from USB"), [this](const std::string& folder) {
        beside(
            this,
            [folder]() -> Result<std::string> {
                auto files = drives::filesOf(folder, transferName);
                if (!files)
                    return fail(files.error());
                return files->empty() ? std::string() : files->front().second;
            },
            [this](const Result<std::string>& bytes) {
                if (!bytes)
                    return tell(tr("Settings from USB"), bytes.error());
                const auto taken = app::takeSettings(*bytes, m_store);
                if (!taken)
                    return tell(tr("Settings from USB"), taken.error());
                QString text = tr("%1 settings were taken over.").arg(taken->set.size());
                if (!taken->passed.isEmpty())
                    text +=
                        QLatin1Char(' ') + tr("Passed over, since they are of another device or not known "
                                              "here: %1.")
                                               .arg(taken->passed.join(QStringLiteral(", ")));
                m_program.showNotice(tr("Settings from USB"), text);
            });
    });
}

} // namespace nanocap::app
