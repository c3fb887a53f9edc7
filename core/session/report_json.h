// SPDX-License-Identifier: Apache-2.0
// The reports of nanocapctl and of unattended runs, schema 1. Figures are bytes; null is "unknown".
#pragma once

#include "core/engine/engine.h"
#include "core/load/load_report.h"

#include <QJsonArray>
#include <QJsonObject>

namespace nanocap::session {

QJsonValue toJson(const MaybeBytes& bytes);
QJsonObject toJson(const Failure& failure);
QJsonObject toJson(const checkpoint::Dimensions& dims);
/// {"id","file","precision","dims"}
QJsonObject toJson(const load::ModelChoice& model, const checkpoint::Dimensions& dims);
/// plan --json without "schema" and "model".
QJsonObject toJson(const load::Plan& plan);
/// One entry of "captions"; `failure` instead of words when the picture could not be captioned.
QJsonObject captionEntry(const QString& image, const Result<engine::Caption>& caption, bool withAttention);
/// {"schema","model","load":{"rows":…},"failure"?} — what load and caption share.
QJsonObject loadJson(const load::LoadReport& report);

} // namespace nanocap::session
