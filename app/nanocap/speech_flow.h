// SPDX-License-Identifier: Apache-2.0
// SpeechFlow: what is read aloud and when: the caption a person asked for, and in the kiosk, where its
// operator wants that, new ones. GUI thread.
#pragma once

#include "app/nanocap/caption_flow.h"
#include "app/speech/speaker.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace nanocap::app {

class SpeechFlow : public QObject
{
    Q_OBJECT
public:
    /// What was read by itself is not read again for so long, however often it comes.
    static constexpr qint64 sameAgainMs = 60'000;

    explicit SpeechFlow(CaptionFlow& captions);
    /// "off", "requested", "changes", as the setting.
    void setMode(const QString& mode);
    void setKiosk(bool on) { m_kiosk = on; }
    /// Of the model's captions; empty is taken for English.
    void setLanguage(const QString& language);
    void setRate(int rate) { m_speaker.setRate(rate); }
    void setVolume(int percent) { m_speaker.setVolume(percent); }
    void setMuted(bool muted);
    bool isMuted() const { return m_speaker.isMuted(); }

    /// The last caption once more.
    void repeat();
    void stop();

Q_SIGNALS:
    void said(const QString& text, const QString& language); ///< to the voice
    void failed(const nanocap::Sentence& why);
    void voiceChanged(bool speaks, bool muted);

private:
    bool speaksChanges() const { return m_kiosk && m_mode == QLatin1String("changes"); }
    void takeCaption();
    void takeScene(captions::SceneState scene);
    void say(const QString& text, const QString& language);
    void sayChange();

    CaptionFlow& m_captions;
    speech::Speaker m_speaker;
    QString m_mode = QStringLiteral("off");
    QString m_language = QStringLiteral("en");
    QHash<QString, qint64> m_readAt; ///< captions read by themselves, by when
    bool m_kiosk = false;
    bool m_expected = false; ///< the next caption was asked for
};

} // namespace nanocap::app
