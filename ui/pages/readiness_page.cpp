// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/readiness_page.h"

#include "ui/style/theme.h"
#include "ui/text/local_text.h"
#include "ui/widgets/finger_scroll.h"
#include "ui/widgets/labels.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace nanocap::ui {

namespace {

/// The few values that are words; everything else is a figure or a name.
QString valueText(const QString& value)
{
    static constexpr const char* words[] = {
        QT_TRANSLATE_NOOP("Doctor", "unknown"),   QT_TRANSLATE_NOOP("Doctor", "none"),
        QT_TRANSLATE_NOOP("Doctor", "no limit"),  QT_TRANSLATE_NOOP("Doctor", "writes"),
        QT_TRANSLATE_NOOP("Doctor", "starts"),    QT_TRANSLATE_NOOP("Doctor", "cannot write"),
        QT_TRANSLATE_NOOP("Doctor", "no Hangul"), QT_TRANSLATE_NOOP("Doctor", "Latin and Hangul")};
    for (const char* word : words)
        if (value == QLatin1String(word))
            return QCoreApplication::translate("Doctor", word);
    return value;
}

class StatusSign : public QWidget
{
public:
    StatusSign(CheckLine::Status status, QWidget* parent) : QWidget(parent), m_status(status)
    {
        const int side = themeOf(parent).metrics.scaled(24);
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Palette p = themeOf(this).palette;
        QPainter painter(this);
        const bool pass = m_status == CheckLine::Status::Pass, warn = m_status == CheckLine::Status::Warn;
        drawIcon(painter,
                 pass   ? Icon::Check
                 : warn ? Icon::Warning
                        : Icon::Cross,
                 rect().adjusted(2, 2, -2, -2),
                 pass   ? p.ok
                 : warn ? p.warn
                        : p.bad);
    }

private:
    CheckLine::Status m_status;
};

} // namespace

ReadinessPage::ReadinessPage(QWidget* parent)
    : Page(parent), m_list(new QWidget), m_scroll(new FingerScroll(m_list, this)),
      m_column(new QVBoxLayout(m_list))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 4);
    outer->addWidget(m_scroll);
    m_back = actionBar()->addLeft(Icon::Back);
    m_up = actionBar()->addRight(Icon::Up);
    m_down = actionBar()->addRight(Icon::Down);
    m_again = actionBar()->addRight(Icon::Retry, ActionButton::Role::Primary);
    connect(m_back, &QPushButton::clicked, this, &Page::backRequested);
    connect(m_again, &QPushButton::clicked, this, [this] {
        setRunning(true);
        Q_EMIT readinessRequested();
    });
    connect(m_up, &QPushButton::clicked, m_scroll, [this] { m_scroll->page(-1); });
    connect(m_down, &QPushButton::clicked, m_scroll, [this] { m_scroll->page(1); });
    const auto renewArrows = [this] {
        const QScrollBar* bar = m_scroll->verticalScrollBar();
        m_up->setVisible(bar->maximum() > 0);
        m_down->setVisible(bar->maximum() > 0);
        m_up->setEnabled(bar->value() > bar->minimum());
        m_down->setEnabled(bar->value() < bar->maximum());
    };
    connect(m_scroll, &FingerScroll::scrolled, this, renewArrows);
    setMetrics(Metrics());
    retranslate();
}

void ReadinessPage::setChecks(std::vector<CheckLine> checks)
{
    std::stable_sort(checks.begin(), checks.end(),
                     [](const CheckLine& a, const CheckLine& b) { return a.status > b.status; });
    m_checks = std::move(checks);
    m_running = false;
    retranslate();
    m_scroll->rewind();
    Q_EMIT headingChanged();
}

void ReadinessPage::setRunning(bool running)
{
    m_running = running;
    retranslate();
    Q_EMIT headingChanged();
}

QString ReadinessPage::summary() const
{
    if (m_running)
        return tr("checking\u2026");
    const auto count = [&](CheckLine::Status s) {
        return std::count_if(m_checks.begin(), m_checks.end(),
                             [s](const CheckLine& c) { return c.status == s; });
    };
    const auto fails = count(CheckLine::Status::Fail), warns = count(CheckLine::Status::Warn);
    if (fails > 0)
        return tr("failed: %1, warnings: %2").arg(fails).arg(warns);
    return warns > 0 ? tr("warnings: %1").arg(warns) : m_checks.empty() ? QString() : tr("all well");
}

QString ReadinessPage::title() const
{
    return tr("Is this machine ready?");
}

void ReadinessPage::setMetrics(const Metrics& metrics)
{
    Page::setMetrics(metrics);
    m_column->setContentsMargins(metrics.margin, metrics.wide ? metrics.margin : metrics.gap, metrics.margin,
                                 metrics.gap);
    m_column->setSpacing(metrics.wide ? metrics.scaled(8) : 6);
    const bool narrow = metrics.window.width() < 440;
    if (narrow != m_narrow) {
        m_narrow = narrow;
        retranslate();
    }
}

void ReadinessPage::retranslate()
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const CheckLine& check : m_checks) {
        auto* panel = new QWidget(m_list);
        panel->setObjectName(QStringLiteral("panel"));
        panel->setAttribute(Qt::WA_StyledBackground);
        auto* row = new QHBoxLayout(panel);
        row->setContentsMargins(14, 8, 14, 8);
        row->setSpacing(12);
        row->addWidget(new StatusSign(check.status, panel), 0, Qt::AlignTop);
        auto* name = makeLabel(TextKind::Strong, panel);
        name->setText(checkTitle(check.id));
        name->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        if (m_narrow) {
            words->addWidget(name);
        } else {
            name->setFixedWidth(140 * themeOf(this).metrics.strongPx / 18);
            row->addWidget(name, 0, Qt::AlignTop);
        }
        auto* value = makeLabel(TextKind::Body, panel, true);
        value->setText(valueText(check.value));
        value->setVisible(!check.value.isEmpty());
        auto* message = makeLabel(TextKind::Muted, panel, true);
        message->setText(localText(check.message));
        message->setVisible(!check.message.empty());
        words->addWidget(value);
        words->addWidget(message);
        row->addLayout(words, 1);
        m_column->addWidget(panel);
    }
    if (m_checks.empty()) {
        auto* label = makeLabel(TextKind::Muted, m_list, true);
        label->setText(m_running ? tr("The machine is being checked\u2026") : tr("Not checked yet."));
        label->setAlignment(Qt::AlignCenter);
        m_column->addWidget(label);
    }
    m_column->addStretch();
    m_back->setText(tr("Back"));
    m_up->setAccessibleName(tr("Up"));
    m_down->setAccessibleName(tr("Down"));
    m_again->setText(tr("Check again"));
    m_again->setEnabled(!m_running);
}

} // namespace nanocap::ui
