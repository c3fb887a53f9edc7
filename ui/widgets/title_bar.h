// SPDX-License-Identifier: Apache-2.0
// TitleBar: what page this is, a note (step and time), the camera light with its word, and quick settings; on
// small screens these are behind one button, and the gauge is a line under the title.
#pragma once

#include "ui/rights.h"
#include "ui/style/icons.h"
#include "ui/text/source_text.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace nanocap::ui {

class ActionButton;
class ElidedLabel;
struct Metrics;

class TitleBar : public QWidget
{
    Q_OBJECT
public:
    explicit TitleBar(QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setNote(const QString& note);
    /// A camera's light is red: it stands for a device that sees people, not for a film or picture cards.
    void setSource(SourceState state, SourceName source);
    /// The language one can switch to, in its own script: whoever needs it cannot read the other.
    void setOtherLanguage(const QString& name);
    static QString koreanName();
    /// Whether captions are read aloud here, and whether that is muted now.
    void setVoice(bool speaks, bool muted);
    /// What this page shows beside its title.
    struct Controls
    {
        bool logo = false, language = false, theme = false, textSize = false, voice = false;
    };
    void setControls(const Controls& controls);
    void setRights(const Rights& rights);
    void setMetrics(const Metrics& metrics);
    /// A quick setting as one chooses it in a list.
    struct Choice
    {
        QString name, label;
        Icon icon;
        void (TitleBar::*clicked)();
    };
    std::vector<Choice> choices() const;
    QString sourceText() const;
    QString title() const;
    QString note() const;

Q_SIGNALS:
    void languageClicked();
    void themeClicked();
    void textSizeClicked();
    void muteClicked();
    void choicesRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class SourceLight;
    void retranslate();
    void renewControls();
    /// The light's word stands where the title leaves room for it.
    void fit();

    class Glyph;
    Glyph* m_logo;
    ElidedLabel* m_title;
    QLabel* m_note;
    SourceLight* m_light;
    QLabel* m_source;
    ActionButton* m_language;
    ActionButton* m_theme;
    ActionButton* m_textSize;
    ActionButton* m_mute;
    ActionButton* m_more;
    Controls m_controls;
    Rights m_rights;
    QString m_sourceWord;
    bool m_small = false, m_narrow = false;
    int m_touch = 48;
    SourceState m_state = SourceState::Off;
    SourceName m_kind = SourceName::Camera;
    bool m_speaks = false, m_muted = false;
};

} // namespace nanocap::ui
