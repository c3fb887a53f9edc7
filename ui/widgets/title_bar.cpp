// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/title_bar.h"

#include "ui/style/theme.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace nanocap::ui {

/// The program's mark beside its name.
class TitleBar::Glyph : public QWidget
{
public:
    explicit Glyph(QWidget* parent) : QWidget(parent) { setFixedSize(30, 30); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawIcon(painter, Icon::Logo, rect().adjusted(1, 2, -1, 0), themeOf(this).palette.accent);
    }
};

/// The privacy light: filled while pictures are taken, a ring otherwise.
class TitleBar::SourceLight : public QWidget
{
public:
    explicit SourceLight(QWidget* parent) : QWidget(parent) { setFixedSize(18, 18); }
    SourceState state = SourceState::Off;
    bool isCamera = true;

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Palette p = themeOf(this).palette;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool on = state == SourceState::On || state == SourceState::Starting;
        const bool trouble =
            state == SourceState::Busy || state == SourceState::NoFrames || state == SourceState::Unplugged;
        const QColor colour = on ? (isCamera ? p.bad : p.ok) : trouble ? p.warn : p.muted;
        painter.setPen(QPen(colour, 2.5));
        painter.setBrush(on ? QBrush(colour) : QBrush(Qt::NoBrush));
        painter.drawEllipse(QRectF(rect()).adjusted(3, 3, -3, -3));
    }
};

TitleBar::TitleBar(QWidget* parent)
    : QWidget(parent), m_logo(new Glyph(this)), m_title(new ElidedLabel(this)),
      m_note(makeLabel(TextKind::Muted, this)), m_light(new SourceLight(this)),
      m_source(makeLabel(TextKind::Body, this)),
      m_language(new ActionButton(Icon::Globe, ActionButton::Role::Quiet, this)),
      m_theme(new ActionButton(Icon::Theme, ActionButton::Role::Quiet, this)),
      m_textSize(new ActionButton(Icon::TextSize, ActionButton::Role::Quiet, this))
{
    setObjectName(QStringLiteral("titleBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_title->setProperty("kind", QStringLiteral("title"));
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_language->setObjectName(QStringLiteral("language"));
    m_theme->setObjectName(QStringLiteral("theme"));
    m_textSize->setObjectName(QStringLiteral("textSize"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_logo);
    row->addWidget(m_title, 1);
    row->addWidget(m_note);
    row->addSpacing(8);
    row->addWidget(m_language);
    row->addWidget(m_theme);
    row->addWidget(m_textSize);
    row->addSpacing(4);
    row->addWidget(m_light);
    row->addWidget(m_source);
    connect(m_language, &QPushButton::clicked, this, &TitleBar::languageClicked);
    connect(m_theme, &QPushButton::clicked, this, &TitleBar::themeClicked);
    connect(m_textSize, &QPushButton::clicked, this, &TitleBar::textSizeClicked);
    setOtherLanguage(koreanName());
    retranslate();
}

void TitleBar::setTitle(const QString& title)
{
    m_title->setFullText(title);
}

void TitleBar::setNote(const QString& note)
{
    m_note->setText(note);
}

QString TitleBar::title() const
{
    return m_title->fullText();
}

QString TitleBar::note() const
{
    return m_note->text();
}

void TitleBar::setSource(SourceState state, bool isCamera)
{
    m_state = state;
    m_isCamera = isCamera;
    m_light->state = state;
    m_light->isCamera = isCamera;
    m_light->update();
    retranslate();
}

QString TitleBar::koreanName()
{
    return QStringLiteral(u"\uD55C\uAD6D\uC5B4");
}

void TitleBar::setOtherLanguage(const QString& name)
{
    m_language->setText(name);
}

void TitleBar::setControls(const Controls& controls)
{
    m_logo->setVisible(controls.logo);
    m_language->setVisible(controls.language);
    m_theme->setVisible(controls.theme);
    m_textSize->setVisible(controls.textSize);
}

QString TitleBar::sourceText() const
{
    return m_source->text();
}

void TitleBar::retranslate()
{
    m_language->setAccessibleName(tr("Language"));
    m_theme->setAccessibleName(tr("Dark or light"));
    m_textSize->setAccessibleName(tr("Caption size"));
    QString word;
    switch (m_state) {
    case SourceState::On:
        word = m_isCamera ? tr("CAMERA ON") : tr("Pictures on");
        break;
    case SourceState::Starting:
        word = m_isCamera ? tr("camera starts") : tr("starting");
        break;
    case SourceState::Busy:
        word = tr("camera busy");
        break;
    case SourceState::NoFrames:
        word = tr("no pictures");
        break;
    case SourceState::Unplugged:
        word = tr("camera gone");
        break;
    case SourceState::Finished:
        word = tr("finished");
        break;
    case SourceState::Off:
    case SourceState::Failed:
        word = tr("camera off");
        break;
    }
    m_source->setText(word);
    setAccessibleDescription(word);
}

void TitleBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace nanocap::ui
