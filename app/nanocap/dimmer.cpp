// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/dimmer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace nanocap::app {

namespace {

std::optional<int> numberIn(const QString& path)
{
    QFile file(path);
    bool good = false;
    const int number =
        file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).trimmed().toInt(&good) : 0;
    return good ? std::optional(number) : std::nullopt;
}

bool writeNumber(const QString& path, int number)
{
    // The kernel's files are written, never made, and take a value whole or not at all.
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::ExistingOnly | QIODevice::Unbuffered) &&
           file.write(QByteArray::number(number)) > 0;
}

} // namespace

Dimmer::Dimmer(QString sys, QString noteFile) : m_sys(std::move(sys)), m_noteFile(std::move(noteFile))
{
    QFile file(m_noteFile);
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const auto blank = line.indexOf(' ');
        const QString path = QString::fromUtf8(line.mid(blank + 1));
        if (blank > 0 && path.startsWith(m_sys + QStringLiteral("/class/backlight/")))
            m_before.push_back({path, line.left(blank).toInt()});
    }
    putBack();
}

Dimmer::~Dimmer()
{
    putBack();
}

bool Dimmer::dim()
{
    if (isDimmed())
        return true;
    std::vector<Panel> panels;
    std::vector<int> low;
    const QDir folder(m_sys + QStringLiteral("/class/backlight"));
    for (const QString& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString panel = folder.filePath(name);
        const auto level = numberIn(panel + QStringLiteral("/brightness"));
        const auto most = numberIn(panel + QStringLiteral("/max_brightness"));
        if (!level || !most || *most <= 0 || !QFileInfo(panel + QStringLiteral("/brightness")).isWritable())
            continue;
        panels.push_back({panel + QStringLiteral("/brightness"), *level});
        // 0 switches some panels off, and a kiosk that is off looks broken.
        low.push_back(std::min(*level, std::max(1, *most / 10)));
    }
    m_before = panels;
    note();
    bool any = false;
    for (std::size_t i = 0; i < panels.size(); ++i)
        any = writeNumber(panels[i].file, low[i]) || any;
    if (!any)
        putBack();
    return any;
}

void Dimmer::putBack()
{
    for (const Panel& panel : m_before)
        writeNumber(panel.file, panel.level);
    if (!m_before.empty())
        QFile::remove(m_noteFile);
    m_before.clear();
}

void Dimmer::note() const
{
    QFile file(m_noteFile);
    if (m_before.empty() || !file.open(QIODevice::WriteOnly))
        return;
    for (const Panel& panel : m_before)
        file.write(QByteArray::number(panel.level) + ' ' + panel.file.toUtf8() + '\n');
}

} // namespace nanocap::app
