// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/single_instance.h"

#include "core/base/path_text.h"

#include <QDataStream>
#include <QLocalSocket>

#include <filesystem>

#include <unistd.h>

namespace nanocap::app {

namespace {

constexpr int answerMs = 1'000;

/// From the other program's folder a relative name means another file.
QByteArrayList absolute(const QStringList& files)
{
    QByteArrayList paths;
    for (const QString& file : files) {
        std::error_code error;
        paths << QByteArray::fromStdString(std::filesystem::absolute(pathBytes(file), error).string());
    }
    return paths;
}

} // namespace

SingleInstance::SingleInstance(QObject* parent) : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        QLocalSocket* other = m_server.nextPendingConnection();
        connect(other, &QLocalSocket::readyRead, this, [this, other] { hear(other); });
        connect(other, &QLocalSocket::disconnected, other, &QObject::deleteLater);
    });
}

void SingleInstance::hear(QLocalSocket* other)
{
    QDataStream in(other);
    in.startTransaction();
    QByteArrayList paths;
    in >> paths;
    if (!in.commitTransaction())
        return;
    QStringList files;
    for (const QByteArray& path : paths)
        files << pathText({path.constData(), std::size_t(path.size())});
    Q_EMIT raiseRequested();
    const bool taken = !files.isEmpty() && m_open && m_open(files);
    other->write(taken ? "1" : "0", 1);
    other->flush();
}

SingleInstance::Claim SingleInstance::claim(const QStringList& files)
{
    const QString name = QStringLiteral("nanocap-%1").arg(::getuid());
    QLocalSocket other;
    other.connectToServer(name);
    if (other.waitForConnected(answerMs)) {
        QDataStream out(&other);
        out << absolute(files);
        other.waitForBytesWritten(answerMs);
        const bool taken = other.waitForReadyRead(answerMs) && other.read(1) == "1";
        return taken ? Claim::Opened : Claim::Raised;
    }
    // Nobody answers: what is left there is of a program that died.
    QLocalServer::removeServer(name);
    m_server.listen(name);
    return Claim::First;
}

} // namespace nanocap::app
