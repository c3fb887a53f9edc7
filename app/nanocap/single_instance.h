// SPDX-License-Identifier: Apache-2.0
// SingleInstance: a second nanocap of the same person raises the first, hands it the files it was given, and
// leaves.
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

#include <functional>

namespace nanocap::app {

class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(QObject* parent = nullptr);
    enum class Claim { First, Raised, Opened };
    /// First when this is the first. Else another was there and has been asked to come to the front; Opened:
    /// it took the files (pathText()) too.
    Claim claim(const QStringList& files = {});
    /// Whether the first window takes files; it is asked when a second one hands some over. By default it
    /// takes none.
    void setOpener(std::function<bool(const QStringList& files)> open) { m_open = std::move(open); }

Q_SIGNALS:
    void raiseRequested();

private:
    void hear(QLocalSocket* other);

    QLocalServer m_server;
    std::function<bool(const QStringList&)> m_open;
};

} // namespace nanocap::app
