// SPDX-License-Identifier: Apache-2.0
// Small texts shared by the pages: numbers with units, names of rows, verdicts, precisions, model names.
#pragma once

#include "core/base/row.h"
#include "core/catalog/catalog.h"
#include "core/engine/precision.h"
#include "core/load/plan.h"
#include "core/memory/monitor.h"
#include "ui/style/icons.h"

#include <QString>

#include <optional>

namespace nanocap::ui {

/// "934 MB", "8.7 MB"; the word "unknown" when there is no figure. Units stay MB in every language.
QString bytesText(const MaybeBytes& bytes);
/// A whole number without its unit: "1874"; "unknown" when there is none.
QString megabytesText(const MaybeBytes& bytes);
/// "+61 MB", "-9 MB", "0 MB".
QString deltaText(Bytes delta);
/// "0.3 s", "14 s".
QString secondsText(double seconds);
/// "420 ms" below one second, "1.2 s" from there on.
QString latencyText(double milliseconds);

QString rowTitle(Row row);
/// Rows of the third step are shown indented under it.
bool isSubRow(Row row);
/// Title of a readiness check by its id; the id itself when it is a new one.
QString checkTitle(const QString& id);
QString rowStateWord(RowState state);
QString precisionText(engine::Precision precision);
/// One line: "24 Nov 2026 10:12, FP32: done, peak 118 MB, 1.3 s, 3.2 ms per word".
QString localText(const Sentence& sentence);      ///< in the language of the window
QString quarantineText(const std::string& where); ///< of catalog::ModelCard::quarantine
QString pastLoadText(const load::PastLoad& past);
QString pressureWord(memory::MemorySample::Pressure level);

/// What the menu says of a model: word, icon and tone together, never a colour alone.
struct Verdict
{
    enum class Kind { Fits, Tight, No, BadFile, Quarantine, Failed, Unknown, Measuring } kind = Kind::Unknown;
    QString word;
    Icon icon = Icon::Unknown;
    enum class Tone { Ok, Warn, Bad, Muted } tone = Tone::Muted;
};
Verdict verdictFor(const catalog::ModelCard& card, const std::optional<load::Plan>& plan);
Verdict verdictOf(load::Fit fit);
/// Calm is good, busy a warning, thrashing bad; what nobody knows is quiet.
Verdict::Tone pressureTone(memory::MemorySample::Pressure level);

/// "en" or "ko": the language the window speaks now.
QString language();
/// The text in the window's language, else English, else any.
QString localText(const catalog::LocalText& text);
/// Control characters removed, so that a file's words cannot disturb the line they stand in.
QString plain(const std::string& text);

} // namespace nanocap::ui
