// SPDX-License-Identifier: Apache-2.0
// StatusReport: what the window is doing, written for nanocapctl status every few seconds and at once when it
// changes. GUI thread; only watches the program's flows.
#pragma once

#include "app/nanocap/program.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace nanocap::app {

class StatusReport : public QObject
{
    Q_OBJECT
public:
    /// `file` empty: nothing is written. It is removed in the end.
    StatusReport(Program& program, std::string file);
    ~StatusReport() override;
    QJsonObject now() const;

Q_SIGNALS:
    void renewed(const QJsonObject& status);

private:
    void write();

    Program& m_program;
    const std::string m_file;
    QTimer m_regular, m_soon;
    memory::MemorySample m_sample;
    qint64 m_captions = 0; ///< of this life
    bool m_silent = true;  ///< no caption yet since the last load began
    std::optional<qint64> m_lastCaptionMs;
};

} // namespace nanocap::app
