// SPDX-License-Identifier: Apache-2.0
// Values as a 4 GB board might give them, for tests and pictures of the window. None of them was measured.
#pragma once

#include "core/captions/caption_stream.h"
#include "core/captions/latency.h"
#include "core/catalog/catalog.h"
#include "core/load/load_report.h"
#include "core/memory/monitor.h"
#include "ui/pages/readiness_page.h"

namespace nanocap::gui_test {

memory::MemoryReading boardReading(int availableMb);
memory::MemorySample boardSample(int availableMb, int engineMb = 0);
/// A plan against `availableMb`, judged by the rule of the guard.
load::Plan planFor(int availableMb, load::Floor floor = {});

/// Six models: fits, tight, below the floor, too large, quarantined, damaged; some with long names.
std::vector<catalog::ModelCard> cards();
load::PastLoad pastLoad(); ///< of yesterday, with its rows
std::vector<std::optional<load::Plan>> plans();

RowReport rowReport(Row row, double seconds, int beforeMb, int afterMb, int engineMb);
/// Ten rows of a load that went well.
std::array<RowReport, rowCount> goodRows();
load::LoadReport successReport();
/// Refused by the floor: 934 MB of 1200.
load::LoadReport refusedReport();
/// Ended by the kernel in row WEIGHTS.
load::LoadReport killedReport();

/// Of frame(); each word was looked for at another place of it.
captions::CaptionResult caption(const std::vector<std::pair<std::string, float>>& words);
captions::LatencyStatistics statistics();
/// The newest `count` of a day's captions, newest first.
std::deque<captions::PastCaption> history(int count);
QImage frame(QSize size = {640, 480});
std::vector<ui::CheckLine> checks();

} // namespace nanocap::gui_test
