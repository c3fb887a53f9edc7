// SPDX-License-Identifier: Apache-2.0
// DeficitTable: what a load needs, part by part, against what is free: the guard's rule as a sum.
#pragma once

#include "core/load/plan.h"

#include <QAbstractButton>

#include <optional>
#include <vector>

namespace nanocap::ui {

/// Tapping it asks for the meaning of its lines (a sheet).
class DeficitTable : public QAbstractButton
{
    Q_OBJECT
public:
    explicit DeficitTable(QWidget* parent = nullptr);
    void setPlan(const std::optional<load::Plan>& plan);

    struct Line
    {
        QString name, value;
        enum class Kind { Part, Sum, Result } kind = Kind::Part;
        MaybeBytes bytes;
    };
    std::vector<Line> lines() const;
    /// "266 MB short" or "674 MB to spare"; "unknown" when nobody can say.
    QString resultText() const;
    /// Name and meaning of every line, for the sheet.
    static std::vector<std::pair<QString, QString>> meanings();
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override { return minimumSizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void renewAccessibleText();
    std::optional<load::Plan> m_plan;
};

} // namespace nanocap::ui
