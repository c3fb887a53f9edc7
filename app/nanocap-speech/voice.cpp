// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap-speech/voice.h"

#include "app/speech/speech_wire.h"

#include <QAudioDevice>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QMediaDevices>

#include <algorithm>
#include <utility>

namespace nanocap::speech {

namespace {

bool hasSoundServer()
{
    return !QMediaDevices::audioOutputs().isEmpty();
}

/// What speech-dispatcher could play on without a server: a card, or what somebody set up as one.
bool hasAlsa()
{
    QFile cards(QStringLiteral("/proc/asound/cards"));
    if (cards.open(QIODevice::ReadOnly) && !cards.readAll().contains("no soundcards"))
        return true;
    return qEnvironmentVariableIsSet("ALSA_CONFIG_PATH") ||
           QFile::exists(QDir::home().filePath(QStringLiteral(".asoundrc"))) ||
           QFile::exists(QStringLiteral("/etc/asound.conf"));
}

} // namespace

Voice::Voice(QString language) : m_language(std::move(language))
{
    const bool server = hasSoundServer();
    if (!server && !hasAlsa()) {
        m_problem = wire::noSound;
        return;
    }
    const QLocale::Language wanted = QLocale(m_language).language();
    const QStringList installed = QTextToSpeech::availableEngines();
    QStringList engines{QStringLiteral("speechd")};
    if (server && wanted == QLocale::English)
        engines << QStringLiteral("flite");
    for (const QString& name : std::as_const(engines)) {
        if (!installed.contains(name))
            continue;
        auto engine = std::make_unique<QTextToSpeech>(name);
        const QList<QLocale> locales = engine->availableLocales();
        const auto locale = std::find_if(locales.begin(), locales.end(),
                                         [&](const QLocale& l) { return l.language() == wanted; });
        if (engine->state() == QTextToSpeech::Error || locale == locales.end())
            continue;
        engine->setLocale(*locale);
        connect(engine.get(), &QTextToSpeech::stateChanged, this, &Voice::follow);
        m_engine = std::move(engine);
        return;
    }
    m_problem = wire::noVoice;
    m_words = QStringLiteral("language %1; engines: %2")
                  .arg(m_language, installed.isEmpty() ? QStringLiteral("none") : installed.join(u' '));
}

void Voice::say(const QString& text, double rate, double volume)
{
    m_engine->setRate(std::clamp(rate, -1.0, 1.0));
    m_engine->setVolume(std::clamp(volume, 0.0, 1.0));
    m_engine->say(text);
}

void Voice::stop()
{
    if (m_engine && m_speaking)
        m_engine->stop();
}

void Voice::follow(QTextToSpeech::State state)
{
    if (state == QTextToSpeech::Error) {
        m_speaking = false;
        Q_EMIT broke(m_engine->engine() + QStringLiteral(": ") + m_engine->errorString());
        return;
    }
    const bool on = state == QTextToSpeech::Speaking;
    if (std::exchange(m_speaking, on) != on)
        Q_EMIT speaking(on);
}

} // namespace nanocap::speech
