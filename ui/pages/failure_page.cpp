// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/failure_page.h"

#include "ui/style/theme.h"
#include "ui/text/command_line.h"
#include "ui/text/local_text.h"
#include "ui/widgets/finger_scroll.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/load_curve.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace nanocap::ui {

namespace {

/// The sign before the headline; a cancelled load is no alarm.
class FailureSign : public QWidget
{
public:
    explicit FailureSign(QWidget* parent) : QWidget(parent) {}
    bool calm = false;

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Palette p = themeOf(this).palette;
        QPainter painter(this);
        drawIcon(painter, calm ? Icon::Info : Icon::Warning, rect().adjusted(1, 1, -1, -1),
                 calm ? p.accent : p.bad);
    }
};

} // namespace

FailurePage::FailurePage(QWidget* parent)
    : Page(parent), m_content(new QWidget), m_scroll(new FingerScroll(m_content, this)),
      m_column(new QVBoxLayout(m_content)), m_head(new QGridLayout), m_steps(new QVBoxLayout),
      m_icon(new FailureSign(this)), m_headline(makeLabel(TextKind::Headline, this, true)),
      m_code(makeLabel(TextKind::Mono, this)), m_explanation(makeLabel(TextKind::Body, this, true)),
      m_memory(makeLabel(TextKind::Body, this, true)), m_whatNow(makeLabel(TextKind::Strong, this)),
      m_command(new ElidedLabel(this, Qt::ElideMiddle)), m_detail(makeLabel(TextKind::Muted, this, true)),
      m_curve(new LoadCurve(this))
{
    m_command->setProperty("kind", QStringLiteral("mono"));
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_command->setFocusPolicy(Qt::NoFocus);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
    m_head->setSpacing(12);
    m_head->setColumnStretch(1, 1);
    m_head->addWidget(m_icon, 0, 0, Qt::AlignTop);
    m_head->addWidget(m_headline, 0, 1);
    m_head->addWidget(m_code, 0, 2, Qt::AlignTop);
    m_column->addLayout(m_head);
    m_column->addWidget(m_explanation);
    m_column->addWidget(m_memory);
    m_column->addWidget(m_whatNow);
    m_column->addLayout(m_steps);
    m_column->addWidget(m_detail);
    m_column->addWidget(m_curve, 1);
    m_column->addStretch();
    m_column->addWidget(m_command);
    m_menu = actionBar()->addLeft(Icon::Menu);
    m_details = actionBar()->addRight(Icon::Info);
    m_save = actionBar()->addRight(Icon::Report);
    m_primary = actionBar()->addRight(Icon::Retry, ActionButton::Role::Primary);
    connect(m_menu, &QPushButton::clicked, this, [this] { Q_EMIT actionChosen(NextAction::OpenMenu); });
    connect(m_details, &QPushButton::clicked, this, &FailurePage::detailsRequested);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT actionChosen(NextAction::SaveReport); });
    connect(m_primary, &QPushButton::clicked, this, [this] { Q_EMIT actionChosen(m_primaryAction); });
    setMetrics(Metrics());
}

void FailurePage::setReport(const load::LoadReport& report, const FailureContext& context,
                            const load::Floor& floor)
{
    m_report = report;
    m_loaded.reset();
    m_floor = floor;
    m_curve->setData(LoadCurveData::fromReport(report));
    show(report.failure.value_or(Failure()), context);
}

void FailurePage::setFailure(const Failure& failure, const FailureContext& context,
                             const std::optional<load::LoadReport>& loaded, const load::Floor& floor)
{
    m_report.reset();
    m_loaded = loaded;
    m_floor = floor;
    show(failure, context);
}

void FailurePage::show(const Failure& failure, const FailureContext& context)
{
    m_failure = failure;
    m_context = context;
    m_scroll->rewind();
    retranslate();
    Q_EMIT headingChanged();
}

QString FailurePage::headline() const
{
    return m_headline->text();
}
QString FailurePage::explanation() const
{
    return m_explanation->text();
}
QString FailurePage::code() const
{
    return m_code->text();
}
QString FailurePage::commandLine() const
{
    return m_command->fullText();
}
QString FailurePage::memoryText() const
{
    return m_memory->text();
}

QString FailurePage::title() const
{
    const QString model = localText(m_context.model);
    return model.isEmpty() ? tr("It did not work") : model;
}

QWidget* FailurePage::firstFocus() const
{
    return m_primary->isVisibleTo(m_primary->parentWidget()) ? m_primary : m_menu;
}

void FailurePage::setMetrics(const Metrics& metrics)
{
    Page::setMetrics(metrics);
    m_roomForCurve = metrics.wide || (metrics.portrait && metrics.window.height() >= 700);
    m_icon->setFixedSize(metrics.scaled(32), metrics.scaled(32));
    // The code stands beside the headline, or under it where that needs the width.
    const bool narrow = metrics.window.width() < 440;
    m_head->removeWidget(m_code);
    m_head->addWidget(m_code, narrow ? 1 : 0, narrow ? 1 : 2, Qt::AlignTop);
    m_column->setContentsMargins(metrics.margin, metrics.wide ? metrics.margin : 10, metrics.margin,
                                 metrics.wide ? metrics.gap : 12);
    m_column->setSpacing(metrics.wide ? metrics.scaled(14) : 6);
    m_steps->setSpacing(metrics.wide ? metrics.scaled(10) : 8);
    if (!m_failure.code.empty())
        retranslate();
}

void FailurePage::rebuildSteps(const FailureText& text)
{
    for (QWidget* widget : m_stepWidgets) {
        m_steps->removeWidget(widget);
        widget->hide();
        widget->deleteLater(); // it may be the button in whose click we are
    }
    m_stepWidgets.clear();
    m_primaryAction = NextAction::None;
    for (const NextStep& step : text.steps)
        if (m_primaryAction == NextAction::None && step.action != NextAction::None &&
            step.action != NextAction::SaveReport)
            m_primaryAction = step.action;
    const int touch = themeOf(this).metrics.touch;
    int number = 0;
    for (const NextStep& step : text.steps) {
        const QString words = QStringLiteral("%1   %2").arg(++number).arg(step.text);
        if (step.action == NextAction::None) {
            auto* label = makeLabel(TextKind::Body, m_content, true);
            label->setText(words);
            label->setContentsMargins(15, 2, 0, 2);
            m_stepWidgets.push_back(label);
        } else {
            auto* button = new ActionButton(Icon::None, ActionButton::Role::Step, m_content);
            button->setText(words);
            button->setMinimumHeight(touch);
            connect(button, &QPushButton::clicked, this,
                    [this, action = step.action] { Q_EMIT actionChosen(action); });
            m_stepWidgets.push_back(button);
        }
        m_steps->addWidget(m_stepWidgets.back());
        m_stepWidgets.back()->show();
    }
}

void FailurePage::retranslate()
{
    FailureText text = describe(m_failure, m_context);
    std::erase_if(text.steps, [this](const NextStep& step) { return !isPermitted(step.action, rights()); });
    const bool cancelled = m_failure.failureClass == FailureClass::Cancelled;
    static_cast<FailureSign*>(m_icon)->calm = cancelled;
    m_icon->update();
    m_headline->setText(text.title);
    m_code->setText(plain(m_failure.code));
    m_explanation->setText(text.explanation);
    QString memory;
    if (m_report && m_report->availableAfterUndo)
        memory = m_report->returned && wholeMegabytes(*m_report->returned) > 0
                     ? tr("The app is safe. %1 came back; %2 are free now.")
                           .arg(bytesText(m_report->returned), bytesText(m_report->availableAfterUndo))
                     : tr("The app is safe. %1 are free now.").arg(bytesText(m_report->availableAfterUndo));
    m_memory->setText(memory);
    m_memory->setVisible(!memory.isEmpty());
    setTone(m_memory, Verdict::Tone::Ok);
    m_whatNow->setText(tr("What you can do now"));
    rebuildSteps(text);
    m_whatNow->setVisible(!m_stepWidgets.empty());
    const bool reported = m_report || m_loaded;
    m_command->setFullText(m_report   ? repeatCommand(m_report->model, m_floor)
                           : m_loaded ? repeatCommand(m_loaded->model, m_floor)
                                      : inspectCommand(QString::fromStdString(m_context.path)));
    m_command->setVisible(!m_command->fullText().isEmpty());
    // Where there is no details page to go to, what a developer needs stands here.
    const QString detail = reported ? QString() : plain(m_failure.detail).left(200);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_curve->setVisible(m_roomForCurve && m_report && m_report->plan);
    m_menu->setText(tr("Menu"));
    m_details->setText(tr("Details"));
    m_menu->setVisible(rights().menu);
    m_details->setVisible(reported && rights().operate);
    m_save->setText(tr("Save report"));
    m_save->setVisible(reported && rights().operate);
    QString primary;
    Icon icon = Icon::Retry;
    switch (m_primaryAction) {
    case NextAction::Retry:
        primary = m_failure.failureClass == FailureClass::Guard ? tr("Clean up + retry") : tr("Try again");
        break;
    case NextAction::RetryWithoutFloor:
        primary = tr("Load without the floor\u2026");
        icon = Icon::Warning;
        break;
    case NextAction::OpenReadiness:
        primary = tr("Check machine");
        icon = Icon::Readiness;
        break;
    case NextAction::OpenPlan:
        primary = tr("Smaller precision");
        icon = Icon::Load;
        break;
    case NextAction::ReloadPrevious:
        primary = tr("Previous model");
        icon = Icon::Load;
        break;
    case NextAction::ChangeSource:
        primary = tr("Change source");
        icon = Icon::Camera;
        break;
    case NextAction::LoadFitting:
        primary = tr("Load the other model");
        icon = Icon::Load;
        break;
    default:
        break;
    }
    m_primary->setText(primary);
    m_primary->setIconKind(icon);
    m_primary->setVisible(!primary.isEmpty());
}

} // namespace nanocap::ui
