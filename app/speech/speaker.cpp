// SPDX-License-Identifier: Apache-2.0
#include "app/speech/speaker.h"

#include "app/speech/speech_wire.h"
#include "core/base/installation.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <utility>

namespace nanocap::speech {

Sentence speechProblem(const QString& problem, const QString& language)
{
    if (problem == QLatin1String(wire::noSound))
        return said("Speech",
                    "Nothing can be read aloud: there is no sound card. Connect one, or switch speech "
                    "off in the settings.");
    if (problem == QLatin1String(wire::noVoice))
        return language == QLatin1String("ko")
                   ? said("Speech",
                          "Nothing can be read aloud: there is no Korean voice. Install the packages "
                          "speech-dispatcher, speech-dispatcher-espeak-ng and qt6-speech-speechd-plugin.")
                   : said("Speech",
                          "Nothing can be read aloud: there is no English voice. Install the package "
                          "qt6-speech-flite-plugin.");
    return said("Speech", "Nothing can be read aloud: the voice does not answer.");
}

QString Speaker::findProgram()
{
    return QString::fromStdString(helperProgram("nanocap-speech", "NANOCAP_SPEECH"));
}

Speaker::Speaker(QString program, QObject* parent)
    : QObject(parent), m_program(std::move(program)), m_answer(this), m_keep(this)
{
    m_answer.setSingleShot(true);
    connect(&m_answer, &QTimer::timeout, this, [this] { fail(wire::broken); });
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepMs);
    connect(&m_keep, &QTimer::timeout, this, &Speaker::end);
}

Speaker::~Speaker()
{
    if (!m_helper)
        return;
    m_helper->disconnect(this);
    m_helper->kill();
    m_helper->waitForFinished(1'000);
}

bool Speaker::start()
{
    if (m_helper)
        return true;
    if (!QFileInfo(m_program).isExecutable()) {
        fail(wire::noVoice);
        return false;
    }
    m_helper = std::make_unique<QProcess>();
    m_helper->setStandardErrorFile(QProcess::nullDevice());
    connect(m_helper.get(), &QProcess::readyReadStandardOutput, this, &Speaker::read);
    // Later, because the process must not be deleted inside its own signal.
    const auto gone = [this, helper = m_helper.get()] {
        if (m_helper.get() == helper)
            fail(wire::broken);
    };
    connect(m_helper.get(), &QProcess::errorOccurred, this, gone, Qt::QueuedConnection);
    connect(m_helper.get(), &QProcess::finished, this, gone, Qt::QueuedConnection);
    m_helper->start(m_program, {});
    return true;
}

void Speaker::send(const QJsonObject& order)
{
    m_helper->write(QJsonDocument(order).toJson(QJsonDocument::Compact) + '\n');
    m_keep.start();
}

void Speaker::say(const QString& text, const QString& voiceLanguage)
{
    if (m_muted || text.isEmpty() || m_silent.contains(voiceLanguage))
        return;
    m_language = voiceLanguage;
    m_busy = true;
    if (!start())
        return;
    send({{wire::say, text},
          {wire::language, voiceLanguage},
          {wire::rate, m_rate / 100.0},
          {wire::volume, m_volume / 100.0}});
    m_answer.start(answerMs);
}

void Speaker::prepare(const QString& voiceLanguage)
{
    if (m_muted || m_silent.contains(voiceLanguage) || m_busy)
        return;
    m_language = voiceLanguage;
    if (start())
        send({{wire::prepare, voiceLanguage}});
}

void Speaker::stop()
{
    m_answer.stop();
    if (std::exchange(m_busy, false) && m_helper)
        send({{wire::stop, true}});
}

void Speaker::setMuted(bool muted)
{
    m_muted = muted;
    if (muted)
        stop();
}

void Speaker::read()
{
    while (m_helper && m_helper->canReadLine())
        answer(QJsonDocument::fromJson(m_helper->readLine()).object());
}

void Speaker::answer(const QJsonObject& object)
{
    if (object.contains(QLatin1String(wire::problem))) {
        fail(object[QLatin1String(wire::problem)].toString());
        return;
    }
    if (!m_busy)
        return; // of what was stopped
    if (object[QLatin1String(wire::speaking)].toBool()) {
        m_answer.start(answerMs *
                       2); // the longest caption takes less, and a voice may be stuck in its middle
        return;
    }
    m_answer.stop();
    m_busy = false;
    Q_EMIT spoken();
}

void Speaker::fail(const QString& why)
{
    m_answer.stop();
    m_busy = false;
    QMetaObject::invokeMethod(this, &Speaker::end, Qt::QueuedConnection);
    m_silent.insert(m_language);
    QTimer::singleShot(tryAgainMs, this, [this, silent = m_language] { m_silent.remove(silent); });
    const QString cause = why + u' ' + m_language;
    if (m_told.contains(cause))
        return;
    m_told.insert(cause);
    Q_EMIT failed(speechProblem(why, m_language));
}

void Speaker::end()
{
    m_keep.stop();
    if (!m_helper)
        return;
    m_helper->disconnect(this);
    // Nobody waits for it; the pipe that closes ends it, and a helper that hangs in an engine is killed.
    QProcess* helper = m_helper.release();
    connect(helper, &QProcess::finished, helper, &QObject::deleteLater);
    helper->closeWriteChannel();
    helper->kill();
    if (helper->state() == QProcess::NotRunning)
        helper->deleteLater();
}

} // namespace nanocap::speech
