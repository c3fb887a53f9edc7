// SPDX-License-Identifier: Apache-2.0
// SingleInstance: a second nanocap of the same person raises the first and leaves.
#pragma once

#include <QLocalServer>
#include <QObject>

namespace nanocap::app {

class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(QObject* parent = nullptr);
    /// True when this is the first; false when another was there and has been asked to come to the front.
    bool claim();

Q_SIGNALS:
    void raiseRequested();

private:
    QLocalServer m_server;
};

} // namespace nanocap::app
