// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/operator_source.h"

#include "app/nanocap/beside.h"
#include "app/nanocap/opened_file.h"
#include "app/nanocap/settings_rows.h"
#include "core/base/path_text.h"
#include "ui/pages/list_page.h"
#include "ui/sheets/source_sheet.h"
#include "ui/text/local_text.h"

#include <QStandardPaths>

#include <algorithm>
#include <filesystem>

namespace nanocap::app {

namespace fs = std::filesystem;
using ui::RowContent;
using Kind = ui::RowContent::Kind;

namespace {

const QString sourcePrefix = QStringLiteral("source "), folderPrefix = QStringLiteral("folder "),
              filePrefix = QStringLiteral("file "), drivePrefix = QStringLiteral("drive ");
constexpr std::size_t mostEntries = 500;

/// By its name: opening every file of a slow drive would take minutes. What is chosen is looked into.
bool mayBePicturesOrFilm(const std::string& name)
{
    static const char* const endings[] = {
        ".jpg",  ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".mp4", ".m4v",   ".mov", ".mkv",
        ".webm", ".avi",  ".mpg", ".mpeg", ".ts",  ".wmv", ".flv", ".ogv",  ".3gp", ".mjpeg", ".y4m"};
    std::string ending = fs::path(name).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::any_of(std::begin(endings), std::end(endings), [&](const char* e) { return ending == e; });
}

bool isFolder(const QString& path)
{
    std::error_code error;
    return !path.isEmpty() && fs::is_directory(pathBytes(path), error);
}

bool isFilm(const std::string& name)
{
    const auto opened = whatIs(pathText(name));
    return opened && opened->value.startsWith(QLatin1String("video:"));
}

} // namespace

OperatorSource::OperatorSource(Program& program, SettingsStore& store,
                               std::shared_ptr<drives::DriveFinder> drives)
    : m_program(program), m_store(store), m_drives(std::move(drives)),
      m_page(new ui::ListPage(QStringLiteral("operator-source")))
{
    m_program.window.add(m_page);
    connect(m_page, &ui::ListPage::contentNeeded, this, &OperatorSource::renew);
    connect(m_page, &ui::ListPage::chosen, this, &OperatorSource::choose);
    connect(m_page, &ui::ListPage::leaveRequested, this, &OperatorSource::goUp);
    connect(m_page, &ui::ListPage::actionChosen, this,
            [this] { take(QStringLiteral("images:") + m_folders.last()); });
    renew();
}

void OperatorSource::open()
{
    m_folders.clear();
    m_page->rewind();
    renew();
    m_program.window.open(m_page);
    beside(
        this, [drives = m_drives] { return drives->find(); },
        [this](const Result<std::vector<drives::Drive>>& found) {
            m_found = found.value_or(std::vector<drives::Drive>());
            renew();
        });
}

void OperatorSource::renew()
{
    if (m_folders.isEmpty())
        renewPlaces();
    else
        renewFolder();
}

void OperatorSource::renewPlaces()
{
    ui::ListContent content;
    content.title = tr("Where pictures come from");
    content.rows.push_back({.kind = Kind::Heading, .name = tr("On this device")});
    for (const ui::SourceOption& option : m_program.source.choices())
        content.rows.push_back(
            {.kind = Kind::Choice,
             .id = sourcePrefix + option.uri,
             .name = option.label,
             .icon = option.uri == QLatin1String("cards:") ? ui::Icon::Cards : ui::Icon::Camera,
             .on = option.current});
    content.rows.push_back({.kind = Kind::Heading, .name = tr("A film, or a folder of pictures")});
    const std::pair<QString, QStandardPaths::StandardLocation> places[] = {
        {tr("Films"), QStandardPaths::MoviesLocation},
        {tr("Pictures"), QStandardPaths::PicturesLocation},
        {tr("Home folder"), QStandardPaths::HomeLocation}};
    for (const auto& [name, place] : places)
        if (const QString path = QStandardPaths::writableLocation(place); isFolder(path))
            content.rows.push_back({.kind = Kind::Open,
                                    .id = folderPrefix + path,
                                    .name = name,
                                    .value = shownPath(path),
                                    .icon = ui::Icon::Folder});
    for (const drives::Drive& drive : m_found)
        content.rows.push_back({.kind = Kind::Open,
                                .id = drivePrefix + drive.id,
                                .name = tr("USB drive %1").arg(shownPath(drive.name)),
                                .icon = ui::Icon::Usb});
    m_page->setContent(content);
}

void OperatorSource::renewFolder()
{
    ui::ListContent content;
    content.title = shownPath(m_folders.last());
    content.note = m_reading ? tr("reading\u2026") : QString();
    if (m_listing.hasPictures) {
        content.action = tr("These pictures");
        content.actionIcon = ui::Icon::Check;
    }
    for (const Entry& entry : m_listing.entries)
        content.rows.push_back({.kind = entry.isFolder ? Kind::Open : Kind::Choice,
                                .id = (entry.isFolder ? folderPrefix : filePrefix) + entry.path,
                                .name = shownPath(entry.name),
                                .icon = entry.isFolder ? ui::Icon::Folder : ui::Icon::Play});
    if (content.rows.empty())
        content.rows.push_back({.kind = Kind::Text,
                                .value = m_reading ? tr("The folder is being read\u2026")
                                         : m_listing.problem.isEmpty()
                                             ? tr("No film, picture or folder is in it.")
                                             : m_listing.problem});
    m_page->setContent(content);
}

OperatorSource::Listing OperatorSource::read(const QString& folder)
{
    Listing listing;
    std::error_code error;
    fs::directory_iterator entry(pathBytes(folder), error);
    if (error)
        listing.problem = tr("The folder cannot be read (%1).").arg(QString::fromStdString(error.message()));
    for (; !error && entry != fs::directory_iterator() && listing.entries.size() < mostEntries;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        std::error_code ignored;
        const bool inside = entry->is_directory(ignored);
        if (name.starts_with('.') || (!inside && !mayBePicturesOrFilm(name)))
            continue;
        listing.entries.push_back({pathText(entry->path().string()), pathText(name), inside});
    }
    std::sort(listing.entries.begin(), listing.entries.end(), [](const Entry& a, const Entry& b) {
        return a.isFolder != b.isFolder ? a.isFolder : a.name < b.name;
    });
    const auto isPicture = [](const Entry& e) { return !e.isFolder && !isFilm(pathBytes(e.path)); };
    listing.hasPictures = std::any_of(listing.entries.begin(), listing.entries.end(), isPicture);
    return listing;
}

void OperatorSource::openFolder(const QString& folder)
{
    m_folders << folder;
    m_listing = {};
    m_reading = true;
    m_page->rewind();
    renew();
    beside(
        this, [folder] { return read(folder); },
        [this, folder](const Listing& listing) {
            if (m_folders.isEmpty() || m_folders.last() != folder)
                return;
            m_reading = false;
            m_listing = listing;
            renew();
            if (m_program.window.currentPage() == m_page)
                m_page->firstFocus()->setFocus(Qt::OtherFocusReason);
        });
}

void OperatorSource::openDrive(const QString& id)
{
    const auto drive = std::find_if(m_found.begin(), m_found.end(),
                                    [&](const drives::Drive& known) { return known.id == id; });
    if (drive == m_found.end())
        return;
    beside(
        this, [drives = m_drives, asked = *drive] { return drives->folderOf(asked); },
        [this](const Result<QString>& folder) {
            if (folder)
                openFolder(*folder);
            else
                m_program.showNotice(tr("The drive cannot be used"), ui::localText(folder.error().message));
        });
}

void OperatorSource::goUp()
{
    if (m_folders.isEmpty()) {
        m_program.window.back();
        return;
    }
    m_folders.removeLast();
    if (m_folders.isEmpty())
        renew();
    else
        openFolder(m_folders.takeLast());
}

void OperatorSource::choose(const QString& id)
{
    const auto rest = [&](const QString& prefix) {
        return id.startsWith(prefix) ? id.mid(prefix.size()) : QString();
    };
    if (const QString uri = rest(sourcePrefix); !uri.isEmpty()) {
        take(uri);
    } else if (const QString folder = rest(folderPrefix); !folder.isEmpty()) {
        openFolder(folder);
    } else if (const QString drive = rest(drivePrefix); !drive.isEmpty()) {
        openDrive(drive);
    } else if (const QString file = rest(filePrefix); !file.isEmpty()) {
        const auto opened = whatIs(file);
        if (opened && opened->kind == OpenedFile::Kind::Source)
            take(opened->value);
        else
            m_program.showNotice(tr("Not opened"),
                                 opened ? tr("%1 is neither a film nor a picture.").arg(shownPath(file))
                                        : ui::localText(opened.error().message));
    }
}

void OperatorSource::take(const QString& uri)
{
    if (const Status saved = m_store.set(&Settings::source, uri); !saved)
        m_program.showNotice(tr("Not saved"), ui::localText(saved.error().message));
    if (m_program.source.uri() != uri)
        m_program.source.setUri(uri); // the command line had asked for another
    m_folders.clear();
    renew();
    m_program.window.back();
}

} // namespace nanocap::app
