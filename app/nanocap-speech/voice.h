// SPDX-License-Identifier: Apache-2.0
// Voice: one language's engine: speech-dispatcher with espeak-ng, else for English flite. Not flite first,
// though it starts in a hundredth of the time: Qt 6.4's breaks off texts of three seconds with "Audio
// streaming error." (seen on PulseAudio 16), and it plays through a PulseAudio or PipeWire server only.
#pragma once

#include <QObject>
#include <QTextToSpeech>

#include <memory>

namespace nanocap::speech {

class Voice : public QObject
{
    Q_OBJECT
public:
    /// "en", "ko". Blocks while the engine starts: flite 0.1 s, speech-dispatcher up to 11 s the first time.
    explicit Voice(QString language);
    const QString& language() const { return m_language; }
    /// "no-voice" or "no-sound", with the engine's words; empty when it can speak.
    const QString& problem() const { return m_problem; }
    const QString& words() const { return m_words; }

    /// `rate` -1 … 1, `volume` 0 … 1.
    void say(const QString& text, double rate, double volume);
    void stop();

Q_SIGNALS:
    void speaking(bool on);
    void broke(const QString& words);

private:
    void follow(QTextToSpeech::State state);

    const QString m_language;
    QString m_problem, m_words;
    std::unique_ptr<QTextToSpeech> m_engine;
    bool m_speaking = false;
};

} // namespace nanocap::speech
