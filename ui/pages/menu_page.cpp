// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/menu_page.h"

#include "ui/style/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/model_card_widget.h"

#include <QGridLayout>
#include <QLabel>
#include <QMouseEvent>

#include <algorithm>

namespace nanocap::ui {

MenuPage::MenuPage(QWidget* parent)
    : Page(parent), m_grid(new QGridLayout(this)), m_empty(makeLabel(TextKind::Body, this, true))
{
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->hide();
    m_quit = actionBar()->addLeft(Icon::Power);
    m_readiness = actionBar()->addLeft(Icon::Readiness);
    m_source = actionBar()->addLeft(Icon::Camera);
    m_settings = actionBar()->addLeft(Icon::Settings);
    connect(m_settings, &QPushButton::clicked, this, &MenuPage::settingsRequested);
    m_up = actionBar()->addRight(Icon::Up);
    m_down = actionBar()->addRight(Icon::Down);
    connect(m_quit, &QPushButton::clicked, this, &MenuPage::quitRequested);
    connect(m_readiness, &QPushButton::clicked, this, &MenuPage::readinessRequested);
    connect(m_source, &QPushButton::clicked, this, &MenuPage::sourceRequested);
    connect(m_up, &QPushButton::clicked, this, [this] { turn(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { turn(1); });
    setMetrics(Metrics());
    retranslate();
}

void MenuPage::setModels(const std::vector<catalog::ModelCard>& cards,
                         const std::vector<std::optional<load::Plan>>& plans)
{
    m_cards = cards;
    m_plans = plans;
    m_plans.resize(m_cards.size());
    showScreenful(m_first / (m_columns * m_rows));
}

void MenuPage::setAvailable(const MaybeBytes& available)
{
    m_available = available;
    for (ModelCardWidget* widget : m_widgets)
        widget->setAvailable(available);
}

void MenuPage::setQuitVisible(bool visible)
{
    m_mayQuit = visible;
    retranslate();
}

void MenuPage::setSettingsVisible(bool visible)
{
    m_hasSettings = visible;
    retranslate();
}

void MenuPage::setSearched(const QString& folder)
{
    m_searched = true;
    m_folder = folder;
    m_empty->setText(emptyText());
}

void MenuPage::setSource(SourceName source)
{
    m_sourceName = source;
    m_source->setIconKind(sourceIcon(source));
    m_source->setText(sourceName(source));
}

QString MenuPage::emptyText() const
{
    if (!m_searched)
        return tr("Looking for models\u2026");
    QString text = tr("No models found.");
    if (!m_folder.isEmpty())
        text += QLatin1Char('\n') +
                tr("Copy a model file (.pth) into the folder %1. It appears here by itself.").arg(m_folder);
    return text;
}

void MenuPage::turn(int screens)
{
    showScreenful(m_first / (m_columns * m_rows) + screens);
}

void MenuPage::wheelEvent(QWheelEvent* event)
{
    m_wheel += event->angleDelta().y();
    if (std::abs(m_wheel) >= QWheelEvent::DefaultDeltasPerStep) {
        turn(m_wheel > 0 ? -1 : 1);
        m_wheel = 0;
    }
    event->accept();
}

bool MenuPage::eventFilter(QObject* watched, QEvent* event)
{
    auto* card = qobject_cast<ModelCardWidget*>(watched);
    if (!card)
        return Page::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick) {
        m_pressedAt = static_cast<QMouseEvent*>(event)->globalPosition().toPoint();
    } else if (event->type() == QEvent::MouseMove && m_pressedAt) {
        const QPoint way = static_cast<QMouseEvent*>(event)->globalPosition().toPoint() - *m_pressedAt;
        const int along = std::abs(way.x()) > std::abs(way.y()) ? way.x() : way.y();
        if (std::abs(along) < m_metrics.touch || screenfuls() < 2)
            return false;
        // A push is no tap: the card under the finger is let go of.
        m_pressedAt.reset();
        card->setDown(false);
        turn(along > 0 ? -1 : 1);
        return true;
    } else if (event->type() == QEvent::MouseMove || event->type() == QEvent::MouseButtonRelease) {
        const bool pushed = !m_pressedAt;
        if (event->type() == QEvent::MouseButtonRelease)
            m_pressedAt.reset();
        return pushed;
    }
    return false;
}

void MenuPage::pick(int index)
{
    if (index >= 0 && index < static_cast<int>(m_cards.size()))
        Q_EMIT modelPicked(m_cards[static_cast<std::size_t>(index)].path);
}

bool MenuPage::takeKey(int key)
{
    if (key >= Qt::Key_1 && key <= Qt::Key_9)
        pick(key - Qt::Key_1);
    else if (key == Qt::Key_Q && m_quit->isVisible())
        Q_EMIT quitRequested();
    else
        return false;
    return true;
}

ModelCardWidget* MenuPage::cardWidget(int index) const
{
    const int at = index - m_first;
    return at >= 0 && at < static_cast<int>(m_widgets.size()) &&
                   m_widgets[static_cast<std::size_t>(at)]->isVisibleTo(this)
               ? m_widgets[static_cast<std::size_t>(at)]
               : nullptr;
}

int MenuPage::screenfuls() const
{
    const int perScreen = m_columns * m_rows;
    return std::max(1, (static_cast<int>(m_cards.size()) + perScreen - 1) / perScreen);
}

QString MenuPage::title() const
{
    return QStringLiteral("Nanocap");
}

void MenuPage::setMetrics(const Metrics& metrics)
{
    Page::setMetrics(metrics);
    m_metrics = metrics;
    const int above = metrics.wide ? metrics.margin : metrics.stacked() ? metrics.gap : 12;
    m_grid->setContentsMargins(metrics.margin, above, metrics.margin, metrics.small ? 4 : metrics.gap);
    m_grid->setSpacing(metrics.small ? metrics.gap : metrics.gap + 4);
    for (ModelCardWidget* widget : m_widgets)
        m_grid->removeWidget(widget);
    showScreenful(0);
}

QWidget* MenuPage::firstFocus() const
{
    return m_cards.empty() ? nullptr : m_widgets.front();
}

void MenuPage::chooseGrid()
{
    const Metrics& m = m_metrics;
    const bool many = m.scale > 1.2 && m_cards.size() > 6;
    m_columns = m.stacked() ? 1 : many ? 3 : 2;
    const int card = ModelCardWidget::leastHeight(m) + m_grid->spacing();
    m_rows = m.wide ? 3 : m.stacked() ? std::clamp(m.room() / card, 1, 5) : 2;
}

void MenuPage::showScreenful(int number)
{
    chooseGrid();
    const std::size_t perScreen = static_cast<std::size_t>(m_columns * m_rows);
    const int count = screenfuls();
    number = std::clamp(number, 0, count - 1);
    m_first = number * static_cast<int>(perScreen);
    while (m_widgets.size() < perScreen) {
        auto* widget = new ModelCardWidget(this);
        const int slot = static_cast<int>(m_widgets.size());
        connect(widget, &QAbstractButton::clicked, this, [this, slot] { pick(m_first + slot); });
        widget->installEventFilter(this);
        m_widgets.push_back(widget);
    }
    for (std::size_t i = 0; i < m_widgets.size(); ++i) {
        ModelCardWidget* widget = m_widgets[i];
        const std::size_t index = static_cast<std::size_t>(m_first) + i;
        const bool used = i < perScreen && index < m_cards.size();
        const int row = static_cast<int>(i) / m_columns, column = static_cast<int>(i) % m_columns;
        if (i < perScreen && (!m_grid->itemAtPosition(row, column) ||
                              m_grid->itemAtPosition(row, column)->widget() != widget)) {
            m_grid->removeWidget(widget);
            m_grid->addWidget(widget, row, column);
        }
        QSizePolicy policy = widget->sizePolicy();
        if (policy.retainSizeWhenHidden() != (i < perScreen)) {
            policy.setRetainSizeWhenHidden(i < perScreen); // the others keep their size on a half-full screen
            widget->setSizePolicy(policy);
        }
        if (used) {
            widget->setModel(m_cards[index], m_plans[index], static_cast<int>(index) + 1);
            if (m_available)
                widget->setAvailable(m_available);
        }
        widget->setVisible(used);
    }
    m_up->setVisible(count > 1);
    m_down->setVisible(count > 1);
    m_up->setEnabled(number > 0);
    m_down->setEnabled(number + 1 < count);
    // Six buttons take a small screen from edge to edge.
    const bool room = !m_metrics.small || m_metrics.portrait;
    QString place = count > 1 && room ? tr("%1 of %2").arg(number + 1).arg(count) : QString();
    place.replace(QLatin1Char(' '), QChar(QChar::Nbsp)); // no number stands alone on a line
    actionBar()->setReason(place);
    m_empty->setVisible(m_cards.empty());
    if (m_cards.empty())
        m_grid->addWidget(m_empty, 0, 0, m_rows, m_columns);
    else
        m_grid->removeWidget(m_empty);
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, row < m_rows ? 1 : 0);
}

void MenuPage::retranslate()
{
    m_quit->setText(tr("Quit"));
    m_readiness->setText(tr("Check machine"));
    setSource(m_sourceName);
    m_quit->setVisible(m_mayQuit && rights().operate);
    m_readiness->setVisible(rights().operate);
    m_source->setVisible(rights().source);
    m_settings->setText(tr("Settings"));
    m_settings->setVisible(m_hasSettings && rights().operate);
    m_up->setAccessibleName(tr("Previous models"));
    m_down->setAccessibleName(tr("Next models"));
    m_empty->setText(emptyText());
    showScreenful(m_first / (m_columns * m_rows));
}

} // namespace nanocap::ui
