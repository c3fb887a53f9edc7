// SPDX-License-Identifier: Apache-2.0
// Printing for people: one place that knows how a failure, a figure and a row look in a terminal.
#pragma once

#include "core/base/failure.h"
#include "core/load/plan.h"

#include <QJsonObject>
#include <QString>

namespace nanocap::ctl {

void print(const QString& line);
void printJson(const QJsonObject& object);
/// Writes "nanocapctl: sentence (CODE)" to standard error, with the detail on a second line.
void printFailure(const Failure& failure);
/// In JSON mode `object` with "failure" added, else the sentence; returns the exit code.
int reportFailure(const Failure& failure, bool json, QJsonObject object = {});
void printRow(const RowReport& report);
void printPlan(const load::Plan& plan);

} // namespace nanocap::ctl
