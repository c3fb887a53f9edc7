// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/accessible_widgets.h"

#include "ui/text/local_text.h"
#include "ui/widgets/caption_panel.h"
#include "ui/widgets/memory_gauge.h"
#include "ui/widgets/past_captions.h"
#include "ui/widgets/step_list.h"

#include <QAccessibleWidget>

#include <array>
#include <memory>

namespace nanocap::ui {

namespace {

/// Free memory out of all of it, in megabytes.
class AccessibleGauge : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit AccessibleGauge(MemoryGauge* gauge)
        : QAccessibleWidget(gauge, QAccessible::ProgressBar), m_gauge(gauge)
    {
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_gauge->legendText() : QAccessibleWidget::text(kind);
    }
    QVariant currentValue() const override { return megabytes(m_gauge->sample().gauge.available); }
    QVariant maximumValue() const override { return megabytes(m_gauge->sample().gauge.total); }
    QVariant minimumValue() const override { return 0; }
    QVariant minimumStepSize() const override { return 1; }
    void setCurrentValue(const QVariant&) override {}
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString& action) override
    {
        if (action == pressAction())
            Q_EMIT m_gauge->figureTapped(Figure::Available);
        else
            QAccessibleWidget::doAction(action);
    }

private:
    /// No value at all where nobody knows it: 0 would be a figure.
    static QVariant megabytes(const MaybeBytes& bytes)
    {
        return bytes ? QVariant(static_cast<double>(wholeMegabytes(*bytes))) : QVariant();
    }
    MemoryGauge* m_gauge;
};

/// One row of a load.
class AccessibleStep : public QAccessibleInterface
{
public:
    AccessibleStep(StepList* list, Row row) : m_list(list), m_row(row) {}
    bool isValid() const override { return m_list; }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_list ? m_list->window()->windowHandle() : nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_list); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && m_list ? m_list->lineText(m_row) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override
    {
        if (!m_list)
            return {};
        const int height = m_list->rowHeight();
        return QRect(m_list->mapToGlobal(QPoint(0, int(indexOf(m_row)) * height)),
                     QSize(m_list->width(), height));
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.busy = m_list && m_list->report(m_row).state == RowState::Running;
        return state;
    }

private:
    QPointer<StepList> m_list;
    Row m_row;
};

class AccessibleSteps : public QAccessibleWidget
{
public:
    explicit AccessibleSteps(StepList* list) : QAccessibleWidget(list, QAccessible::List)
    {
        for (Row row : allRows)
            m_ids[indexOf(row)] = QAccessible::registerAccessibleInterface(new AccessibleStep(list, row));
    }
    ~AccessibleSteps() override
    {
        for (QAccessible::Id id : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }
    int childCount() const override { return static_cast<int>(rowCount); }
    QAccessibleInterface* child(int index) const override
    {
        return index >= 0 && index < childCount()
                   ? QAccessible::accessibleInterface(m_ids[std::size_t(index)])
                   : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (std::size_t i = 0; i < m_ids.size(); ++i)
            if (QAccessible::accessibleInterface(m_ids[i]) == child)
                return static_cast<int>(i);
        return -1;
    }

private:
    std::array<QAccessible::Id, rowCount> m_ids = {};
};

QAccessibleInterface* make(const QString&, QObject* object)
{
    if (auto* gauge = qobject_cast<MemoryGauge*>(object))
        return new AccessibleGauge(gauge);
    if (auto* steps = qobject_cast<StepList*>(object))
        return new AccessibleSteps(steps);
    if (auto* words = qobject_cast<CaptionPanel*>(object))
        return new QAccessibleWidget(words, QAccessible::StaticText);
    if (auto* past = qobject_cast<PastCaptions*>(object))
        return new QAccessibleWidget(past, QAccessible::List);
    return nullptr;
}

} // namespace

void installAccessibleWidgets()
{
    static const bool installed = (QAccessible::installFactory(make), true);
    Q_UNUSED(installed);
}

} // namespace nanocap::ui
