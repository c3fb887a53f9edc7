// SPDX-License-Identifier: Apache-2.0
// How the window looks: layout for its size, theme, language, kiosk.
#include "ui/main_window.h"

#include "ui/pages/page.h"
#include "ui/text/local_text.h"
#include "ui/widgets/memory_gauge.h"
#include "ui/widgets/memory_pane.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/title_bar.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QResizeEvent>
#include <QStackedWidget>

namespace nanocap::ui {

void MainWindow::layOut()
{
    const Metrics& m = m_theme.metrics;
    const bool pane = hasPane();
    for (QWidget* widget :
         {static_cast<QWidget*>(m_title), m_body, m_strip, static_cast<QWidget*>(m_actions)})
        m_column->removeWidget(widget);
    m_title->setFixedHeight(m.title);
    m_actions->setFixedHeight(m.action);
    // On wide screens it is there on the stage only, and has a finger's height to itself.
    const int strip = m.wide ? m.touch : m.strip;
    m_strip->setFixedHeight(strip);
    m_strip->setVisible(!pane && !m.small);
    m_body->layout()->setContentsMargins(0, 0, 0, pane ? 0 : m.stripReach());
    m_column->addWidget(m_title);
    m_column->addWidget(m_body, 1);
    m_column->addWidget(m_strip);
    m_column->addWidget(m_actions);
    m_title->setMetrics(m);
    m_paneFrame->setVisible(pane);
    m_paneFrame->layout()->setContentsMargins(0, m.margin, m.margin, m.gap);
    if (pane) {
        m_pane->setFixedWidth(m.sidePane - m.margin);
        m_pane->adoptGauge(m_gauge);
    } else {
        if (m_gauge->parentWidget() != this)
            m_gauge->setParent(this);
        m_gauge->setForm(m.small      ? MemoryGauge::Form::Line
                         : m.portrait ? MemoryGauge::Form::Lines
                                      : MemoryGauge::Form::Strip,
                         m.strip);
        m_gauge->setFixedHeight(m.small ? m.title : strip + 2 * m.stripReach());
        m_gauge->show();
    }
    for (int i = 0; i < m_pages->count(); ++i)
        static_cast<Page*>(m_pages->widget(i))->setMetrics(m);
    placeGauge();
}

bool MainWindow::hasPane() const
{
    return m_theme.metrics.wide && !(currentPage() && currentPage()->isStage());
}

void MainWindow::placeGauge()
{
    const Metrics& m = m_theme.metrics;
    m_column->activate();
    if (m.small) {
        // The title is the finger's part of the line under it.
        m_gauge->setGeometry(0, 0, width() - m.margin - m.touch - m.gap, m.title);
        m_gauge->raise();
    } else if (!hasPane()) {
        // Touch area of a finger around the visible strip: it reaches into the paddings above and below.
        m_gauge->setGeometry(0, m_strip->y() - m.stripReach(), width(), m_gauge->height());
        m_gauge->raise();
    }
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const Metrics fresh = metricsFor(size(), m_looks.panelInches);
    const Metrics& old = m_theme.metrics;
    const bool changed = fresh.wide != old.wide || fresh.portrait != old.portrait ||
                         fresh.small != old.small || fresh.touch != old.touch || fresh.scale != old.scale ||
                         fresh.sidePane != old.sidePane || old.window.isEmpty();
    m_theme.metrics = fresh;
    if (changed)
        applyTheme(this, m_theme);
    layOut();
    m_sheet->setGeometry(rect());
    if (m_sheet->isOpen())
        m_sheet->raise();
}

void MainWindow::setLooks(const Looks& looks)
{
    const Looks before = std::exchange(m_looks, looks);
    setLanguage(looks.language);
    m_theme.kind = looks.theme;
    m_theme.textSize = looks.textSize;
    m_theme.reducedMotion = looks.reducedMotion;
    m_theme.palette = paletteFor(looks.theme);
    m_theme.metrics = metricsFor(size(), looks.panelInches);
    applyTheme(this, m_theme);
    if (looks.panelInches != before.panelInches) {
        QResizeEvent event(size(), size());
        resizeEvent(&event);
    }
}

void MainWindow::setKiosk(bool on)
{
    m_kiosk = on;
    setAcceptDrops(!on);
    setCursor(on ? Qt::BlankCursor : Qt::ArrowCursor);
}

void MainWindow::setLanguage(const QString& language)
{
    m_looks.language = language == QLatin1String("ko") ? language : QStringLiteral("en");
    if (m_looks.language == ui::language())
        return;
    QCoreApplication::removeTranslator(&m_translator);
    if (m_looks.language == QLatin1String("ko") &&
        m_translator.load(QStringLiteral(":/nanocap/translations/nanocap_ko.qm")))
        QCoreApplication::installTranslator(&m_translator);
    m_title->setOtherLanguage(m_looks.language == QLatin1String("ko") ? QStringLiteral("English")
                                                                      : TitleBar::koreanName());
    if (currentPage())
        renewHeading();
}

} // namespace nanocap::ui
