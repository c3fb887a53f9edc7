// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/recovery_flow.h"

#include "core/base/failure_codes.h"
#include "core/captions/frame.h"
#include "core/load/plan.h"
#include "ui/main_window.h"
#include "ui/text/local_text.h"
#include "ui/widgets/sheet.h"

#include <QCoreApplication>
#include <QEvent>

namespace nanocap::app {

using session::RecoveryLadder;
using namespace std::chrono_literals;

namespace {
constexpr auto startWait = 5s;
constexpr auto returnWait = 10s; ///< after a menu nobody touches
constexpr auto untouchedFor = 60s;
} // namespace

RecoveryFlow::RecoveryFlow(ui::MainWindow& window, const Models& models, const Behaviour& behaviour)
    : m_window(window), m_models(models), m_behaviour(behaviour), m_page(new ui::CountdownPage)
{
    m_window.add(m_page);
    m_tick.setSingleShot(true);
    m_untouched.setSingleShot(true);
    m_untouched.setInterval(untouchedFor);
    connect(&m_tick, &QTimer::timeout, this, &RecoveryFlow::tick);
    connect(&m_untouched, &QTimer::timeout, this, [this] {
        if (!m_ladder.wanted().empty())
            count(Story::Break, returnWait);
    });
    connect(m_page, &ui::CountdownPage::nowRequested, this, &RecoveryFlow::goNow);
    connect(m_page, &ui::CountdownPage::stopRequested, this, &RecoveryFlow::stop);
    connect(m_page, &ui::CountdownPage::detailsRequested, this, &RecoveryFlow::showDetails);
    // Whoever goes somewhere else does not want to be fetched back in a moment.
    connect(m_page, &ui::Page::left, this, [this] {
        if (m_dueMs)
            noteLeft();
    });
    connect(&m_models, &Models::renewed, this, &RecoveryFlow::renewNext);
    if (m_behaviour.kiosk)
        QCoreApplication::instance()->installEventFilter(this);
}

void RecoveryFlow::beginStart(const std::string& path)
{
    m_ladder.want(path);
    count(Story::Start, startWait);
}

void RecoveryFlow::beginRest()
{
    count(Story::Rest, RecoveryLadder::afterCrashes);
}

bool RecoveryFlow::takeLoadFailure(const std::string& path, const Failure& failure)
{
    if (!m_behaviour.kiosk || m_behaviour.unattended)
        return false;
    m_failure = failure;
    if (failure.failureClass == FailureClass::Cancelled) {
        countAfterFailure(RecoveryLadder::afterStop);
        return true;
    }
    m_ladder.failed(path, captions::nowMs());
    countAfterFailure(m_ladder.wait());
    return true;
}

bool RecoveryFlow::takeDeath(const std::string& path, const Failure& failure)
{
    if (m_behaviour.unattended)
        return false;
    m_failure = failure;
    m_ladder.failed(path, captions::nowMs());
    if (!m_behaviour.kiosk && m_ladder.failures() > 1)
        return false;
    countAfterFailure(m_ladder.wait());
    return true;
}

bool RecoveryFlow::takeNotFound(const Failure& failure)
{
    return takeLoadFailure({}, failure);
}

void RecoveryFlow::noteBegun()
{
    m_untouched.stop();
    end();
}

void RecoveryFlow::noteLoaded(const std::string& path)
{
    m_failure.reset();
    m_ladder.loaded(path);
    if (m_ladder.failures() == 0)
        m_ladder.want(path);
}

void RecoveryFlow::noteCaption()
{
    m_ladder.captioned(captions::nowMs());
}

void RecoveryFlow::noteLeft()
{
    end();
    if (m_behaviour.kiosk && !m_behaviour.unattended)
        m_untouched.start();
}

std::optional<std::chrono::milliseconds> RecoveryFlow::timeLeft() const
{
    if (!m_dueMs)
        return std::nullopt;
    return std::chrono::milliseconds(std::max<qint64>(0, *m_dueMs - captions::nowMs()));
}

void RecoveryFlow::countAfterFailure(std::chrono::seconds wait)
{
    count(m_behaviour.kiosk ? Story::Break : Story::Reload, wait);
}

void RecoveryFlow::count(Story story, std::chrono::seconds wait)
{
    m_untouched.stop();
    m_story = story;
    m_dueMs = captions::nowMs() + std::chrono::milliseconds(wait).count();
    m_next.clear();
    m_page->begin(story, {}, wait, m_failure.has_value());
    renewNext();
    m_window.go(m_page);
    tick();
    Q_EMIT changed();
}

void RecoveryFlow::end()
{
    m_tick.stop();
    if (!std::exchange(m_dueMs, std::nullopt))
        return;
    m_next.clear();
    Q_EMIT changed();
}

void RecoveryFlow::tick()
{
    const auto left = timeLeft();
    if (!left)
        return;
    if (*left <= 0ms) {
        goNow();
        return;
    }
    const auto shown = std::chrono::ceil<std::chrono::seconds>(*left);
    m_page->setLeft(shown);
    m_tick.start(*left - (shown - 1s));
}

void RecoveryFlow::renewNext()
{
    if (!m_dueMs)
        return;
    const auto all = candidates();
    const std::string next = m_story == Story::Rest ? RecoveryLadder::smallest(all) : m_ladder.choose(all);
    if (next == m_next)
        return;
    m_next = next;
    if (const catalog::ModelCard* card = m_models.card(m_next))
        m_page->setModel(card->title());
    Q_EMIT changed();
}

void RecoveryFlow::goNow()
{
    renewNext();
    const std::string path = m_next;
    if (path.empty()) {
        // Nothing there that could be loaded: it may come, or memory may.
        Q_EMIT modelsWanted();
        if (m_story != Story::Rest)
            m_ladder.failed({}, captions::nowMs());
        count(m_story, m_story == Story::Rest ? RecoveryLadder::afterCrashes : m_ladder.wait());
        return;
    }
    end();
    Q_EMIT loadRequested(path);
}

void RecoveryFlow::stop()
{
    noteLeft();
    Q_EMIT stopped();
}

void RecoveryFlow::showDetails()
{
    if (!m_failure)
        return;
    ui::SheetContent content;
    content.title = ui::localText(titleOf(*m_failure));
    content.body = ui::localText(m_failure->message);
    content.rows.emplace_back(tr("Code"), QString::fromStdString(m_failure->code));
    content.rows.emplace_back(tr("Failures in a row"), QString::number(m_ladder.failures()));
    if (const catalog::ModelCard* card = m_models.card(m_next))
        content.rows.emplace_back(tr("Next model"), ui::localText(card->title()));
    m_window.sheet()->open(QStringLiteral("recovery"), content);
}

std::vector<session::RecoveryCandidate> RecoveryFlow::candidates() const
{
    std::vector<session::RecoveryCandidate> all;
    for (const catalog::ModelCard& card : m_models.cards()) {
        if (card.problem)
            continue;
        const auto plan = m_models.plan(card.path, m_behaviour.precision);
        all.push_back({card.path, plan ? plan->need.total.count() : 0, plan && load::mayLoad(*plan),
                       card.quarantine.empty()});
    }
    return all;
}

bool RecoveryFlow::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::KeyPress:
        if (m_untouched.isActive())
            m_untouched.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace nanocap::app
