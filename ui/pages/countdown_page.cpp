// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/countdown_page.h"

#include "ui/style/theme.h"
#include "ui/text/local_text.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace nanocap::ui {

/// The time left as a ring that empties, with the time in it.
class CountdownPage::Ring : public QWidget
{
public:
    explicit Ring(QWidget* parent) : QWidget(parent) {}
    std::chrono::seconds whole{1}, left{};

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = themeOf(this);
        const int side = std::min(width(), height());
        const double pen = side / 16.0;
        const QRectF box = QRectF((width() - side) / 2.0, (height() - side) / 2.0, side, side)
                               .adjusted(pen, pen, -pen, -pen);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.palette.track, pen));
        painter.drawEllipse(box);
        const double share =
            std::clamp(double(left.count()) / double(std::max<qint64>(1, whole.count())), 0.0, 1.0);
        painter.setPen(QPen(theme.palette.accent, pen, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(box, 90 * 16, int(share * 360 * 16));
        const auto seconds = left.count();
        const QString time =
            seconds < 60
                ? QString::number(seconds)
                : QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
        painter.setPen(theme.palette.text);
        painter.setFont(fontOf(this, int(side * (seconds < 60 ? 0.36 : 0.24)), true));
        painter.drawText(box, Qt::AlignCenter, time);
    }
};

CountdownPage::CountdownPage(QWidget* parent)
    : Page(parent), m_row(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_ring(new Ring(this)),
      m_headline(makeLabel(TextKind::Headline, this, true)), m_sentence(makeLabel(TextKind::Body, this, true))
{
    auto* words = new QVBoxLayout;
    words->addStretch();
    words->addWidget(m_headline);
    words->addWidget(m_sentence);
    words->addStretch();
    m_row->addWidget(m_ring, 2);
    m_row->addLayout(words, 3);
    m_stop = actionBar()->addLeft(Icon::Stop);
    m_details = actionBar()->addRight(Icon::Info);
    m_now = actionBar()->addRight(Icon::Load, ActionButton::Role::Primary);
    connect(m_stop, &QPushButton::clicked, this, &CountdownPage::stopRequested);
    connect(m_details, &QPushButton::clicked, this, &CountdownPage::detailsRequested);
    connect(m_now, &QPushButton::clicked, this, &CountdownPage::nowRequested);
    setMetrics(Metrics());
    retranslate();
}

void CountdownPage::begin(Story story, const catalog::LocalText& model, std::chrono::seconds whole,
                          bool details)
{
    m_story = story;
    m_model = model;
    m_ring->whole = whole;
    m_hasDetails = details;
    setLeft(whole);
    Q_EMIT headingChanged();
}

void CountdownPage::setModel(const catalog::LocalText& model)
{
    m_model = model;
    retranslate();
}

void CountdownPage::setLeft(std::chrono::seconds left)
{
    m_left = left;
    m_ring->left = left;
    m_ring->update();
    retranslate();
}

QString CountdownPage::headline() const
{
    return m_headline->text();
}

QString CountdownPage::sentence() const
{
    return m_sentence->text();
}

QString CountdownPage::title() const
{
    const bool ofModel = m_story == Story::Start || m_story == Story::Reload;
    return ofModel ? localText(m_model) : QStringLiteral("Nanocap");
}

void CountdownPage::setMetrics(const Metrics& metrics)
{
    Page::setMetrics(metrics);
    m_row->setDirection(metrics.portrait ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_row->setContentsMargins(metrics.margin, metrics.margin, metrics.margin, metrics.margin);
    m_row->setSpacing(2 * metrics.gap);
    const int most = metrics.room() * (metrics.portrait ? 2 : 4) / 5;
    const int side = std::clamp(most, 0, metrics.scaled(320));
    const int least = std::min(side, metrics.small ? 120 : 200);
    m_ring->setMinimumSize(least, least);
    m_ring->setMaximumHeight(metrics.portrait ? side : QWIDGETSIZE_MAX);
}

void CountdownPage::goBack()
{
    if (rights().menu)
        Q_EMIT stopRequested();
}

void CountdownPage::retranslate()
{
    m_stop->setVisible(rights().menu); // it leads to the menu
    m_details->setVisible(m_hasDetails && rights().operate);
    const QString model = localText(m_model);
    const auto seconds = m_left.count();
    const QString time =
        seconds < 60 ? tr("%1 s").arg(seconds) : tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    switch (m_story) {
    case Story::Start:
        m_headline->setText(tr("%1 starts by itself").arg(model));
        m_sentence->setText(tr("It is loaded in %1. Choose Stop to take another model instead.").arg(time));
        break;
    case Story::Reload:
        m_headline->setText(tr("%1 has stopped").arg(model));
        m_sentence->setText(tr("It is loaded again in %1. Nothing needs to be done.").arg(time));
        break;
    case Story::Break:
        m_headline->setText(tr("One moment, please"));
        m_sentence->setText(tr("The captions go on by themselves in %1.").arg(time));
        break;
    case Story::Rest:
        m_headline->setText(tr("A short rest"));
        m_sentence->setText(tr("There was trouble a few times in a row. The captions start by themselves in "
                               "%1.")
                                .arg(time));
        break;
    }
    m_stop->setText(m_story == Story::Start || m_story == Story::Reload ? tr("Stop") : tr("Menu"));
    m_stop->setIconKind(m_story == Story::Start || m_story == Story::Reload ? Icon::Stop : Icon::Menu);
    m_details->setText(tr("Details"));
    m_now->setText(m_story == Story::Start ? tr("Load now") : tr("Try now"));
    m_ring->setAccessibleName(tr("Time left"));
    m_ring->setAccessibleDescription(time);
}

} // namespace nanocap::ui
