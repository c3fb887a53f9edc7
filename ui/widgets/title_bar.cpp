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
    explicit Glyph(QWidget* parent) : QWidget(parent) {}

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
    explicit SourceLight(QWidget* parent) : QWidget(parent) {}
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
        const double side = width() - 6;
        painter.drawEllipse(QRectF(3, (height() - side) / 2, side, side));
    }
};

TitleBar::TitleBar(QWidget* parent)
    : QWidget(parent), m_logo(new Glyph(this)), m_title(new ElidedLabel(this, Qt::ElideMiddle)),
      m_note(makeLabel(TextKind::Muted, this)), m_light(new SourceLight(this)),
      m_source(makeLabel(TextKind::Body, this)),
      m_language(new ActionButton(Icon::Globe, ActionButton::Role::Quiet, this)),
      m_theme(new ActionButton(Icon::Theme, ActionButton::Role::Quiet, this)),
      m_textSize(new ActionButton(Icon::TextSize, ActionButton::Role::Quiet, this)),
      m_mute(new ActionButton(Icon::Speaker, ActionButton::Role::Quiet, this)),
      m_more(new ActionButton(Icon::More, ActionButton::Role::Quiet, this))
{
    setObjectName(QStringLiteral("titleBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_title->setProperty("kind", QStringLiteral("title"));
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_language->setObjectName(QStringLiteral("language"));
    m_theme->setObjectName(QStringLiteral("theme"));
    m_textSize->setObjectName(QStringLiteral("textSize"));
    m_mute->setObjectName(QStringLiteral("mute"));
    m_more->setObjectName(QStringLiteral("more"));
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
    row->addWidget(m_mute);
    row->addSpacing(4);
    row->addWidget(m_light);
    row->addWidget(m_source);
    connect(m_language, &QPushButton::clicked, this, &TitleBar::languageClicked);
    connect(m_theme, &QPushButton::clicked, this, &TitleBar::themeClicked);
    connect(m_textSize, &QPushButton::clicked, this, &TitleBar::textSizeClicked);
    connect(m_mute, &QPushButton::clicked, this, &TitleBar::muteClicked);
    connect(m_more, &QPushButton::clicked, this, &TitleBar::choicesRequested);
    setOtherLanguage(koreanName());
    setMetrics(Metrics());
    retranslate();
}

void TitleBar::setTitle(const QString& title)
{
    m_title->setFullText(title);
    fit();
}

void TitleBar::setNote(const QString& note)
{
    m_note->setText(note);
    fit();
}

QString TitleBar::title() const
{
    return m_title->fullText();
}

QString TitleBar::note() const
{
    return m_note->text();
}

void TitleBar::setSource(SourceState state, SourceName source)
{
    m_state = state;
    m_kind = source;
    m_light->state = state;
    m_light->isCamera = source == SourceName::Camera;
    m_light->update();
    retranslate();
}

void TitleBar::setVoice(bool speaks, bool muted)
{
    m_speaks = speaks;
    m_muted = muted;
    m_mute->setIconKind(muted ? Icon::SpeakerOff : Icon::Speaker);
    retranslate();
    renewControls();
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
    m_controls = controls;
    renewControls();
}

void TitleBar::setRights(const Rights& rights)
{
    m_rights = rights;
    renewControls();
}

void TitleBar::renewControls()
{
    m_logo->setVisible(m_controls.logo && !m_narrow);
    m_language->setVisible(m_controls.language && !m_small && m_rights.language);
    m_theme->setVisible(m_controls.theme && !m_small && m_rights.theme);
    m_textSize->setVisible(m_controls.textSize && !m_small && m_rights.textSize);
    m_mute->setVisible(m_controls.voice && !m_small && m_rights.mute && m_speaks);
    m_more->setVisible(m_small && !choices().empty());
    fit();
}

void TitleBar::setMetrics(const Metrics& metrics)
{
    m_small = metrics.small;
    m_narrow = metrics.window.width() < 640;
    const int under = m_small ? metrics.strip + 4 : 0; // the gauge's line
    const int light = metrics.scaled(18);
    m_light->setFixedSize(light, light);
    m_logo->setFixedSize(metrics.scaled(30), metrics.scaled(30));
    auto* row = static_cast<QHBoxLayout*>(layout());
    m_touch = metrics.touch;
    row->setContentsMargins(metrics.margin, 0, metrics.margin + (m_small ? metrics.touch + metrics.gap : 0),
                            under);
    m_more->setGeometry(width() - metrics.margin - m_touch, 0, m_touch, metrics.title);
    renewControls();
}

std::vector<TitleBar::Choice> TitleBar::choices() const
{
    std::vector<Choice> list;
    if (m_rights.language)
        list.push_back(
            {m_language->objectName(), m_language->text(), Icon::Globe, &TitleBar::languageClicked});
    if (m_rights.theme)
        list.push_back({m_theme->objectName(), tr("Dark or light"), Icon::Theme, &TitleBar::themeClicked});
    if (m_rights.textSize)
        list.push_back(
            {m_textSize->objectName(), tr("Caption size"), Icon::TextSize, &TitleBar::textSizeClicked});
    if (m_rights.mute && m_speaks)
        list.push_back({m_mute->objectName(), m_mute->accessibleName(),
                        m_muted ? Icon::Speaker : Icon::SpeakerOff, &TitleBar::muteClicked});
    return list;
}

QString TitleBar::sourceText() const
{
    return m_sourceWord;
}

void TitleBar::fit()
{
    const QMargins margins = layout()->contentsMargins();
    int room = width() - margins.left() - margins.right();
    for (const QWidget* widget :
         {static_cast<QWidget*>(m_logo), static_cast<QWidget*>(m_language), static_cast<QWidget*>(m_theme),
          static_cast<QWidget*>(m_textSize), static_cast<QWidget*>(m_mute), static_cast<QWidget*>(m_light)})
        if (!widget->isHidden())
            room -= widget->sizeHint().expandedTo(widget->minimumSize()).width() + 12;
    const auto widthOf = [](const QLabel* label, const QString& text) {
        return label->fontMetrics().horizontalAdvance(text) + 12;
    };
    room -= widthOf(m_title, m_title->fullText());
    const int note = m_note->text().isEmpty() ? 0 : widthOf(m_note, m_note->text());
    m_note->setVisible(note > 0 && (width() >= 440 || note <= room)); // the page says the same
    room -= m_note->isHidden() ? 0 : note;
    m_source->setVisible(!m_narrow || widthOf(m_source, m_sourceWord) <= room);
}

void TitleBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_more->setGeometry(width() - layout()->contentsMargins().left() - m_touch, 0, m_touch, height());
    fit();
}

void TitleBar::retranslate()
{
    m_language->setAccessibleName(tr("Language"));
    m_theme->setAccessibleName(tr("Dark or light"));
    m_textSize->setAccessibleName(tr("Caption size"));
    m_mute->setAccessibleName(m_muted ? tr("Read aloud again") : tr("Mute"));
    m_more->setAccessibleName(tr("Language, colours, caption size"));
    const QString word = sourceStateText(m_state, m_kind);
    m_sourceWord = word;
    m_source->setText(word);
    m_light->setToolTip(word);
    setAccessibleDescription(word);
    fit();
}

void TitleBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace nanocap::ui
