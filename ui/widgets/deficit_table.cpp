// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/deficit_table.h"

#include "ui/style/theme.h"
#include "ui/text/local_text.h"
#include "ui/widgets/labels.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace nanocap::ui {

DeficitTable::DeficitTable(QWidget* parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    renewAccessibleText();
}

void DeficitTable::setPlan(const std::optional<load::Plan>& plan)
{
    m_plan = plan;
    renewAccessibleText();
    update();
}

std::vector<DeficitTable::Line> DeficitTable::lines() const
{
    using K = Line::Kind;
    const auto part = [&](const QString& name, auto member, K kind = K::Part) {
        const MaybeBytes bytes = m_plan ? MaybeBytes(member(*m_plan)) : MaybeBytes();
        return Line{name, bytesText(bytes), kind, bytes};
    };
    using P = load::Plan;
    std::vector<Line> list = {
        part(tr("Runtime (libtorch)"), [](const P& p) { return p.need.runtime; }),
        part(tr("Weights"), [](const P& p) { return p.need.weights; }),
        part(tr("Converted copies"), [](const P& p) { return p.need.converted; }),
        part(tr("Contents list, words"), [](const P& p) { return p.need.parsing; }),
        part(tr("Working memory"), [](const P& p) { return p.need.working; }),
        part(tr("Reserve"), [](const P& p) { return p.reserve; }),
        part(
            tr("Need and reserve"), [](const P& p) { return p.need.total + p.reserve; }, K::Sum),
    };
    if (m_plan && m_plan->floor.automatic)
        list.push_back({tr("Floor"), tr("off"), K::Part, {}});
    else
        list.push_back(part(tr("Floor"), [](const P& p) { return p.floor.minimum; }));
    list.push_back(part(
        tr("Required (larger of both)"), [](const P& p) { return p.required; }, K::Sum));
    const MaybeBytes available = m_plan ? m_plan->reading.available : MaybeBytes();
    list.push_back({tr("Available now"), bytesText(available), K::Sum, available});
    list.push_back({tr("Result"), resultText(), K::Result, {}});
    return list;
}

QString DeficitTable::resultText() const
{
    if (!m_plan || !m_plan->reading.available)
        return bytesText(std::nullopt);
    const Bytes spare = *m_plan->reading.available - m_plan->required;
    if (m_plan->fit == load::Fit::Tight)
        return tr("tight by %1").arg(bytesText(-spare));
    if (spare < Bytes())
        return tr("%1 short").arg(bytesText(-spare));
    return wholeMegabytes(spare) == 0 ? tr("just enough") : tr("%1 to spare").arg(bytesText(spare));
}

std::vector<std::pair<QString, QString>> DeficitTable::meanings()
{
    return {{tr("Runtime (libtorch)"),
             tr("the engine's own libraries; only what cannot be dropped and what is always in use")},
            {tr("Weights"), tr("every number of the model once, in the precision that is chosen")},
            {tr("Converted copies"), tr("weights stored in another form while they are turned round")},
            {tr("Contents list, words"), tr("the file's list of tensors and the vocabulary")},
            {tr("Working memory"), tr("what one caption takes while it is made")},
            {tr("Reserve"), tr("kept for the rest of the system: a tenth of the memory, 16 to 400 MB")},
            {tr("Floor"), tr("at least this much must be free before a load starts; a setting")}};
}

QSize DeficitTable::minimumSizeHint() const
{
    const Metrics m = themeOf(this).metrics;
    return QSize(m.wide ? m.scaled(380) : m.stacked() ? 260 : 350, 11 * (m.wide ? m.scaled(34) : 22) + 16);
}

void DeficitTable::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    const Palette& p = theme.palette;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(p.border, 1));
    painter.setBrush(p.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(p.accent, 3));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 9, 9);
    }
    const std::vector<Line> list = lines();
    const QRect inner = rect().adjusted(14, 8, -14, -8);
    const double step = std::min(inner.height() / static_cast<double>(list.size()),
                                 theme.metrics.wide ? theme.metrics.scale * 54.0 : 32.0);
    const QFont normal = fontOf(this, theme.metrics.textPx), bold = fontOf(this, theme.metrics.textPx, true);
    double y = inner.top();
    for (const Line& line : list) {
        const QRectF box(inner.left(), y, inner.width(), step);
        const bool part = line.kind == Line::Kind::Part;
        if (line.kind == Line::Kind::Sum) {
            painter.setPen(QPen(p.line, 1));
            painter.drawLine(box.topLeft(), box.topRight());
        }
        const QColor result = toneColour(m_plan ? verdictOf(m_plan->fit).tone : Verdict::Tone::Muted, p);
        painter.setFont(part ? normal : bold);
        painter.setPen(line.kind == Line::Kind::Result ? result : part ? p.muted : p.text);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, line.name);
        painter.setPen(line.kind == Line::Kind::Result ? result : p.text);
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, line.value);
        y += step;
    }
}

void DeficitTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (event->key() >= Qt::Key_Left && event->key() <= Qt::Key_Down)
        event->ignore();
    else
        QAbstractButton::keyPressEvent(event);
}

void DeficitTable::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        renewAccessibleText();
        update();
    }
}

void DeficitTable::renewAccessibleText()
{
    setAccessibleName(tr("Memory needed"));
    setAccessibleDescription(resultText());
}

} // namespace nanocap::ui
