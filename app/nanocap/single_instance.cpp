// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/single_instance.h"

#include <QLocalSocket>

#include <unistd.h>

namespace nanocap::app {

namespace {
constexpr int answerMs = 1'000;
}

SingleInstance::SingleInstance(QObject* parent) : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        delete m_server.nextPendingConnection();
        Q_EMIT raiseRequested();
    });
}

bool SingleInstance::claim()
{
    const QString name = QStringLiteral("nanocap-%1").arg(::getuid());
    QLocalSocket other;
    other.connectToServer(name);
    if (other.waitForConnected(answerMs))
        return false;
    // Nobody answers: what is left there is of a program that died.
    QLocalServer::removeServer(name);
    m_server.listen(name);
    return true;
}

} // namespace nanocap::app
