// SPDX-License-Identifier: Apache-2.0
// nanocap-speech: reads aloud what the window asks for. See app/speech/speech_wire.h.
#include "app/nanocap-speech/voice.h"
#include "app/speech/speech_wire.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>
#include <QTimer>

#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <optional>

namespace {

using namespace nanocap;

void tell(const QJsonObject& object)
{
    std::puts(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

/// Takes orders as they come and carries out the newest once no more are waiting: while an engine starts,
/// several may have gathered.
class Orders : public QObject
{
public:
    Orders() : m_notifier(STDIN_FILENO, QSocketNotifier::Read)
    {
        ::fcntl(STDIN_FILENO, F_SETFL, O_NONBLOCK);
        connect(&m_notifier, &QSocketNotifier::activated, this, &Orders::read);
        m_soon.setSingleShot(true);
        connect(&m_soon, &QTimer::timeout, this, &Orders::carryOut);
    }

private:
    void read()
    {
        char bytes[4096];
        ssize_t got = 0;
        while ((got = ::read(STDIN_FILENO, bytes, sizeof bytes)) > 0)
            m_bytes.append(bytes, int(got));
        if (got == 0)
            ::_exit(0); // whoever asked has gone; an engine's threads need not be waited for
        for (int end = int(m_bytes.indexOf('\n')); end >= 0; end = int(m_bytes.indexOf('\n'))) {
            m_order = QJsonDocument::fromJson(m_bytes.left(end)).object();
            m_bytes.remove(0, end + 1);
            m_soon.start(0);
        }
    }

    void carryOut()
    {
        if (m_order.contains(QLatin1String(speech::wire::stop))) {
            if (m_voice)
                m_voice->stop();
            return;
        }
        const bool prepares = m_order.contains(QLatin1String(speech::wire::prepare));
        const QString language =
            m_order[QLatin1String(prepares ? speech::wire::prepare : speech::wire::language)].toString();
        if (!m_voice || m_voice->language() != language || !m_voice->problem().isEmpty())
            take(language);
        if (!m_voice->problem().isEmpty()) {
            tell({{speech::wire::problem, m_voice->problem()}, {speech::wire::words, m_voice->words()}});
            return;
        }
        // The engine took its time, and more orders may have come in it.
        if (!prepares)
            QTimer::singleShot(0, this, [this, order = m_order] {
                if (order == m_order)
                    m_voice->say(order[QLatin1String(speech::wire::say)].toString(),
                                 order[QLatin1String(speech::wire::rate)].toDouble(),
                                 order[QLatin1String(speech::wire::volume)].toDouble());
            });
    }

    void take(const QString& language)
    {
        m_voice.emplace(language);
        connect(&*m_voice, &speech::Voice::speaking, this, [](bool on) {
            tell({{speech::wire::speaking, on}});
        });
        connect(&*m_voice, &speech::Voice::broke, this, [](const QString& words) {
            tell({{speech::wire::problem, speech::wire::broken}, {speech::wire::words, words}});
        });
    }

    QSocketNotifier m_notifier;
    QTimer m_soon;
    QByteArray m_bytes;
    QJsonObject m_order;
    std::optional<speech::Voice> m_voice;
};

} // namespace

int main(int argc, char* argv[])
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication application(argc, argv);
    Orders orders;
    return QCoreApplication::exec();
}
