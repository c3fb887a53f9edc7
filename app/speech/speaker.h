// SPDX-License-Identifier: Apache-2.0
// Speaker: says a text aloud, offline, through the helper process nanocap-speech: starting a voice takes up
// to eleven seconds (measured: speech-dispatcher with espeak-ng) and a fault in one must not be the window's.
// Nothing here waits. GUI thread.
#pragma once

#include "core/base/sentence.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QProcess>
#include <QSet>
#include <QString>
#include <QTimer>

#include <memory>

namespace nanocap::speech {

class Speaker : public QObject
{
    Q_OBJECT
public:
    static constexpr int answerMs = 60'000;    ///< a voice that has not begun by then never will
    static constexpr int keepMs = 600'000;     ///< the helper is ended after so long a silence
    static constexpr int tryAgainMs = 300'000; ///< after a problem

    /// `program`: nanocap-speech; empty or no program when it is not installed.
    explicit Speaker(QString program = findProgram(), QObject* parent = nullptr);
    ~Speaker() override;
    /// $NANOCAP_SPEECH, else beside the program, else in ../libexec/nanocap. Empty when there is none.
    static QString findProgram();

    /// -100 … 100, 0 … 100. Of what is said from now on.
    void setRate(int rate) { m_rate = rate; }
    void setVolume(int percent) { m_volume = percent; }
    /// Stops what is being said; nothing is said while it is on.
    void setMuted(bool muted);
    bool isMuted() const { return m_muted; }

    /// Replaces what is being said. Dropped while muted or shortly after a problem of this language.
    void say(const QString& text, const QString& language);
    /// Starts the voice, so that it is there when it is wanted.
    void prepare(const QString& language);
    void stop();
    /// From say() until it is said, stopped or has failed.
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void spoken(); ///< to its end
    /// Once for each language and cause in the program's life; then it is silent.
    void failed(const nanocap::Sentence& why);

private:
    bool start();
    void send(const QJsonObject& order);
    void read();
    void answer(const QJsonObject& answer);
    void fail(const QString& problem);
    void end();

    const QString m_program;
    std::unique_ptr<QProcess> m_helper;
    QTimer m_answer, m_keep;
    QString m_language;
    QSet<QString> m_told;   ///< problem and language
    QSet<QString> m_silent; ///< languages with a problem a short while ago
    int m_rate = 0, m_volume = 80;
    bool m_muted = false, m_busy = false;
};

/// What is to be said of a problem named in speech_wire.h.
Sentence speechProblem(const QString& problem, const QString& language);

} // namespace nanocap::speech
