// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/keypad_page.h"

#include "ui/style/theme.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace nanocap::ui {

namespace {

constexpr int leastDigits = 4, mostDigits = 8; // as nanocapctl takes them

/// A dot for each digit, rings for those that are still wanted.
class PinDots : public QWidget
{
public:
    explicit PinDots(QWidget* parent) : QWidget(parent) {}
    int typed = 0;

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Palette p = themeOf(this).palette;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double dot = std::min(height() - 4.0, width() / (mostDigits * 1.6));
        const int shown = std::max(typed, leastDigits);
        double x = (width() - (shown * 1.6 - 0.6) * dot) / 2;
        for (int i = 0; i < shown; ++i, x += 1.6 * dot) {
            painter.setPen(QPen(i < typed ? p.accent : p.border, 2));
            painter.setBrush(i < typed ? QBrush(p.accent) : QBrush(Qt::NoBrush));
            painter.drawEllipse(QRectF(x, (height() - dot) / 2, dot, dot));
        }
    }
};

} // namespace

KeypadPage::KeypadPage(QWidget* parent)
    : Page(parent), m_grid(new QGridLayout(this)), m_pad(new QWidget(this)),
      m_padGrid(new QGridLayout(m_pad)), m_dots(new PinDots(this)),
      m_words(makeLabel(TextKind::Body, this, true))
{
    const auto makeKey = [this](Icon icon, ActionButton::Role role, int row, int column) {
        auto* key = new ActionButton(icon, role, m_pad);
        m_padGrid->addWidget(key, row, column);
        return key;
    };
    m_keys.resize(10);
    for (int digit = 1; digit <= 9; ++digit)
        m_keys[static_cast<std::size_t>(digit)] =
            makeKey(Icon::None, ActionButton::Role::Secondary, (digit - 1) / 3, (digit - 1) % 3);
    m_erase = makeKey(Icon::Back, ActionButton::Role::Secondary, 3, 0);
    m_keys[0] = makeKey(Icon::None, ActionButton::Role::Secondary, 3, 1);
    m_done = makeKey(Icon::Check, ActionButton::Role::Primary, 3, 2);
    for (int digit = 0; digit <= 9; ++digit) {
        ActionButton* key = m_keys[static_cast<std::size_t>(digit)];
        key->setText(QString::number(digit));
        connect(key, &QPushButton::clicked, this, [this, digit] { type(digit); });
    }
    m_padGrid->setContentsMargins(0, 0, 0, 0);
    m_back = new ActionButton(Icon::Back, ActionButton::Role::Secondary, this);
    connect(m_erase, &QPushButton::clicked, this, &KeypadPage::erase);
    connect(m_done, &QPushButton::clicked, this, &KeypadPage::enter);
    connect(m_back, &QPushButton::clicked, this, &Page::backRequested);
    m_words->setAlignment(Qt::AlignCenter);
    setMetrics(Metrics());
    retranslate();
}

void KeypadPage::begin()
{
    m_digits.clear();
    m_sentence.clear();
    m_open = true;
    renew();
}

void KeypadPage::setBlocked(const QString& why)
{
    m_digits.clear();
    m_sentence = why;
    m_open = false;
    renew();
}

void KeypadPage::setChecking()
{
    m_digits.clear();
    m_sentence = tr("One moment\u2026");
    m_open = false;
    renew();
}

void KeypadPage::setRefused(const QString& why)
{
    m_digits.clear();
    m_sentence = why;
    m_open = true;
    renew();
}

QString KeypadPage::sentence() const
{
    return m_words->text();
}

QString KeypadPage::title() const
{
    return tr("Operator");
}

bool KeypadPage::takeKey(int key)
{
    if (key >= Qt::Key_0 && key <= Qt::Key_9)
        type(key - Qt::Key_0);
    else if (key == Qt::Key_Backspace)
        erase();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        enter();
    else
        return false;
    return true;
}

void KeypadPage::type(int digit)
{
    if (!m_open || m_digits.size() >= mostDigits)
        return;
    m_digits += QString::number(digit);
    m_sentence.clear();
    renew();
}

void KeypadPage::erase()
{
    m_digits.chop(1);
    renew();
}

void KeypadPage::enter()
{
    if (!m_open || m_digits.size() < leastDigits)
        return;
    const QString digits =
        std::exchange(m_digits, QString()); // whoever takes them makes the page say the next thing
    renew();
    Q_EMIT entered(digits);
}

void KeypadPage::renew()
{
    static_cast<PinDots*>(m_dots)->typed = typed();
    m_dots->update();
    m_dots->setAccessibleName(tr("%1 digits typed").arg(typed()));
    m_dots->setVisible(m_open);
    m_words->setText(m_sentence.isEmpty() ? tr("Type the operator's PIN.") : m_sentence);
    for (ActionButton* key : m_keys)
        key->setEnabled(m_open);
    m_erase->setEnabled(m_open && typed() > 0);
    m_done->setEnabled(m_open && typed() >= leastDigits);
}

QWidget* KeypadPage::firstFocus() const
{
    return m_open ? m_keys[5] : m_back;
}

void KeypadPage::setMetrics(const Metrics& metrics)
{
    Page::setMetrics(metrics);
    const int key = metrics.small ? metrics.touch : std::max(64, metrics.touch);
    for (ActionButton* button : m_pad->findChildren<ActionButton*>())
        button->setFixedSize(key, key);
    m_padGrid->setSpacing(metrics.small ? 8 : 12);
    m_back->setFixedHeight(metrics.touch);
    m_dots->setFixedHeight(metrics.scaled(28));
    for (QWidget* widget : {static_cast<QWidget*>(m_pad), m_dots, static_cast<QWidget*>(m_words),
                            static_cast<QWidget*>(m_back)})
        m_grid->removeWidget(widget);
    for (int i = 0; i < 5; ++i) {
        m_grid->setRowStretch(i, 0);
        m_grid->setColumnStretch(i, 0);
    }
    const int edge = metrics.small ? 0 : metrics.gap;
    m_grid->setContentsMargins(metrics.margin, edge, metrics.margin, edge);
    m_grid->setSpacing(metrics.gap);
    if (metrics.portrait) {
        m_grid->addWidget(m_words, 0, 0, 1, 2);
        m_grid->addWidget(m_dots, 1, 0, 1, 2);
        m_grid->addWidget(m_pad, 2, 0, 1, 2, Qt::AlignCenter);
        m_grid->addWidget(m_back, 4, 0, Qt::AlignLeft | Qt::AlignBottom);
        m_grid->setRowStretch(0, 1);
        m_grid->setRowStretch(3, 1);
        m_grid->setColumnStretch(1, 1);
        return;
    }
    m_grid->addWidget(m_words, 0, 0);
    m_grid->addWidget(m_dots, 1, 0);
    m_grid->addWidget(m_back, 3, 0, Qt::AlignLeft | Qt::AlignBottom);
    m_grid->addWidget(m_pad, 0, 1, 4, 1, Qt::AlignCenter);
    m_grid->setRowStretch(0, 2);
    m_grid->setRowStretch(2, 1);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
}

void KeypadPage::retranslate()
{
    m_erase->setAccessibleName(tr("Take the last digit away"));
    m_done->setAccessibleName(tr("Done"));
    m_back->setText(tr("Back"));
    renew();
}

} // namespace nanocap::ui
