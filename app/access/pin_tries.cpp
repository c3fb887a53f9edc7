// SPDX-License-Identifier: Apache-2.0
#include "app/access/pin_tries.h"

#include "core/base/whole_file.h"
#include "core/journal/journal.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace nanocap::access {

using std::chrono::milliseconds;

TriesClock TriesClock::system()
{
    return {journal::millisecondsSinceBoot, journal::bootId};
}

PinTries::PinTries(std::string file, TriesClock clock)
    : m_file(file.empty() ? journal::stateFolder() + "/operator-tries.json" : std::move(file)),
      m_clock(std::move(clock))
{
    read();
}

void PinTries::read()
{
    // What could not be written stands here alone; the file is older.
    if (!m_saved)
        return;
    QFile file(QString::fromStdString(m_file));
    m_wrong = 0;
    m_until = 0;
    m_boot.clear();
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray bytes = file.read(4096);
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonValue wrong = document[QStringLiteral("wrong")];
    // A file that was cut or spoiled is no way past the delay.
    m_wrong = wrong.isDouble() ? std::clamp(wrong.toInt(), 0, 1000) : freeTries;
    m_boot = document[QStringLiteral("boot")].toString().toStdString();
    m_until = document[QStringLiteral("until_ms")].toInteger(-1);
}

void PinTries::save()
{
    const QJsonObject object{{"wrong", m_wrong},
                             {"boot", QString::fromStdString(m_boot)},
                             {"until_ms", static_cast<qint64>(m_until)}};
    m_saved = writeWholeFile(m_file, QJsonDocument(object).toJson().toStdString()).empty();
}

milliseconds PinTries::delay() const
{
    if (m_wrong < freeTries)
        return milliseconds(0);
    const int doublings = std::min(m_wrong - freeTries, 16);
    return std::min<milliseconds>(firstDelay * (1 << doublings), longestDelay);
}

milliseconds PinTries::wait()
{
    read();
    if (m_wrong < freeTries)
        return milliseconds(0);
    const std::int64_t now = m_clock.sinceBoot();
    const std::string boot = m_clock.bootId();
    // Another start of the machine, or, where it does not say, a clock that went back.
    if (m_boot != boot || m_until < 0 || m_until - now > delay().count()) {
        m_boot = boot;
        m_until = now + delay().count();
        save();
    }
    return milliseconds(std::max<std::int64_t>(0, m_until - now));
}

int PinTries::left()
{
    const bool waiting = wait().count() > 0;
    return waiting ? 0 : std::max(1, freeTries - m_wrong);
}

void PinTries::begin()
{
    read();
    m_wrong = std::min(m_wrong + 1, 1000);
    m_boot = m_clock.bootId();
    m_until = m_clock.sinceBoot() + delay().count();
    save();
}

void PinTries::forget()
{
    m_wrong = 0;
    m_until = 0;
    m_boot.clear();
    QFile file(QString::fromStdString(m_file));
    m_saved = !file.exists() || file.remove();
}

} // namespace nanocap::access
