// SPDX-License-Identifier: Apache-2.0
// TitleBar: what page this is, a note (step and time), the camera light with its word, and quick settings.
#pragma once

#include "core/captions/source_state.h"
#include "ui/style/icons.h"

#include <QWidget>

class QLabel;

namespace nanocap::ui {

class ActionButton;
class ElidedLabel;

using captions::SourceState;

class TitleBar : public QWidget
{
    Q_OBJECT
public:
    explicit TitleBar(QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setNote(const QString& note);
    /// `isCamera`: the light stands for a device that sees people, not for a film or picture cards.
    void setSource(SourceState state, bool isCamera);
    /// The language one can switch to, in its own script: whoever needs it cannot read the other.
    void setOtherLanguage(const QString& name);
    static QString koreanName();
    /// What this page shows beside its title.
    struct Controls
    {
        bool logo = false, language = false, theme = false, textSize = false;
    };
    void setControls(const Controls& controls);
    QString sourceText() const;
    QString title() const;
    QString note() const;

Q_SIGNALS:
    void languageClicked();
    void themeClicked();
    void textSizeClicked();

protected:
    void changeEvent(QEvent* event) override;

private:
    class SourceLight;
    void retranslate();

    class Glyph;
    Glyph* m_logo;
    ElidedLabel* m_title;
    QLabel* m_note;
    SourceLight* m_light;
    QLabel* m_source;
    ActionButton* m_language;
    ActionButton* m_theme;
    ActionButton* m_textSize;
    SourceState m_state = SourceState::Off;
    bool m_isCamera = true;
};

} // namespace nanocap::ui
