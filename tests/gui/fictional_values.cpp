// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/fictional_values.h"

#include "core/base/failure_codes.h"
#include "core/checkpoint/codes.h"
#include "core/engine/death.h"

#include <QDateTime>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>

namespace nanocap::gui_test {

namespace {
Bytes mb(std::int64_t n)
{
    return Bytes::fromMegabytes(n);
}

catalog::ModelCard card(const std::string& id, const std::string& english, const std::string& korean,
                        int fileMb, std::int64_t words, const std::string& language)
{
    catalog::ModelCard c;
    c.id = id;
    c.path = "/home/operator/models/" + id + ".pth";
    c.name.byLanguage = {{"en", english}, {"ko", korean}};
    c.description.byLanguage = {{"en", "Names the two pictures on a card and its background"},
                                {"ko", "카드의 두 그림과 배경을 말해 줍니다"}};
    c.language = language;
    c.fileBytes = mb(fileMb);
    auto network = std::make_shared<load::NetworkShape>();
    network->vocabSize = words;
    c.network = network;
    auto checkpoint = std::make_shared<checkpoint::Checkpoint>();
    checkpoint->dims = {words, 300, 512, 256, 576, 1.0};
    checkpoint->verified = fileMb <= 64;
    c.checkpoint = checkpoint;
    return c;
}
} // namespace

memory::MemoryReading boardReading(int availableMb)
{
    memory::MemoryReading r;
    r.total = mb(3956);
    r.monotonicMs = 1;
    r.memAvailable = mb(availableMb);
    r.available = mb(availableMb);
    r.pools = {{"MemAvailable", "/proc/meminfo", mb(availableMb), mb(3956)}};
    r.limitedBy = "MemAvailable";
    r.tightestPool = mb(3956);
    r.swapTotal = mb(1978);
    r.swapFree = mb(1966);
    r.swapIsZram = true;
    r.gpuShared = mb(88);
    return r;
}

memory::MemorySample boardSample(int availableMb, int engineMb)
{
    memory::MemorySample s;
    s.reading = boardReading(availableMb);
    s.window = mb(54);
    if (engineMb > 0)
        s.engine = mb(engineMb);
    s.gauge.pool = "MemAvailable";
    s.gauge.total = mb(3956);
    s.gauge.app = mb(54 + engineMb);
    s.gauge.appWhole = s.gauge.app;
    s.gauge.gpuShared = mb(88);
    s.gauge.available = mb(availableMb);
    s.gauge.other = mb(3956 - 88 - 54 - engineMb - availableMb);
    s.ratesKnown = true;
    s.level = memory::MemorySample::Pressure::Calm;
    return s;
}

load::Plan planFor(int availableMb, load::Floor floor)
{
    load::Plan p;
    p.need = {mb(107), mb(59), mb(8), mb(6), mb(52), mb(183), mb(49), mb(232)};
    p.reserve = mb(396);
    p.floor = floor;
    p.required = std::max(floor.minimum, p.need.total + p.reserve);
    p.reading = boardReading(availableMb);
    p.fit = mb(availableMb) >= p.required                                   ? load::Fit::Fits
            : floor.automatic && mb(availableMb) >= p.need.hard + p.reserve ? load::Fit::Tight
                                                                            : load::Fit::No;
    p.predictedPeak = mb(242);
    const int after[rowCount] = {156, 162, 160, 160, 160, 168, 168, 166, 232, 214};
    for (std::size_t i = 0; i < rowCount; ++i)
        p.bytesAfter[i] = mb(after[i]);
    p.tensorBudget = mb(140);
    return p;
}

std::vector<catalog::ModelCard> cards()
{
    std::vector<catalog::ModelCard> list = {
        card("flashcards-en", "Flash cards, English", "플래시 카드, 영어", 11, 214, "en"),
        card("flashcards-en-pruned", "Flash cards, English, pruned", "플래시 카드, 영어, 가지치기", 7, 214,
             "en"),
        card("flashcards-ko", "Flash cards, Korean", "플래시 카드, 한국어", 11, 198, "ko"),
        card("coco-large", "COCO large", "COCO 대형", 212, 14002, "en"),
        card("old-demo", "Old demonstration", "예전 시연용", 59, 9490, ""),
        card("street", "Street scenes of Busan and Seoul", "부산과 서울의 거리 풍경", 84, 11200, "ko")};
    list[4].quarantine = "WEIGHTS";
    list[5].problem = checkpoint::toFailure(
        {checkpoint::Code::Truncated, "no end-of-directory record in 88,080,384 bytes", {}, {}},
        "street.pth");
    list[5].network.reset();
    list[5].checkpoint.reset();
    return list;
}

load::PastLoad pastLoad()
{
    const load::LoadReport report = successReport();
    load::PastLoad past;
    past.date = QDateTime::currentDateTime().addDays(-1).toString(Qt::ISODate).toStdString();
    past.outcome = "done";
    past.peak = report.measuredPeak;
    past.baseline = report.engineBaseline;
    past.predicted = report.predictedPeak;
    past.seconds = report.seconds;
    past.stepMilliseconds = 3.2;
    past.rows.assign(report.rows.begin(), report.rows.end());
    return past;
}

std::vector<std::optional<load::Plan>> plans()
{
    load::Plan tight = planFor(1262);
    tight.fit = load::Fit::Tight;
    load::Plan large = planFor(1874);
    large.need.weights = mb(1212);
    large.need.total = mb(1385);
    large.need.hard = mb(1620);
    large.required = large.need.total + large.reserve + mb(300);
    large.fit = load::Fit::No;
    load::Plan known = planFor(1874);
    known.history = {pastLoad()};
    return {known, planFor(1874), tight, large, planFor(1874), std::nullopt};
}

RowReport rowReport(Row row, double seconds, int beforeMb, int afterMb, int engineMb)
{
    RowReport r;
    r.row = row;
    r.state = RowState::Done;
    r.seconds = seconds;
    r.availableBefore = mb(beforeMb);
    r.availableAfter = mb(afterMb);
    r.engineRss = mb(engineMb);
    r.enginePeakRss = mb(engineMb + 2);
    return r;
}

std::array<RowReport, rowCount> goodRows()
{
    return {rowReport(Row::Class, 0.6, 1874, 1752, 152),    rowReport(Row::Checkpoint, 0.1, 1752, 1745, 158),
            rowReport(Row::Cleanup1, 0.0, 1745, 1754, 149), rowReport(Row::Check, 0.0, 1754, 1754, 149),
            rowReport(Row::NoGrad, 0.0, 1754, 1754, 149),   rowReport(Row::Build, 0.2, 1754, 1747, 156),
            rowReport(Row::Eval, 0.0, 1747, 1747, 156),     rowReport(Row::Cleanup2, 0.0, 1747, 1749, 154),
            rowReport(Row::Weights, 1.4, 1749, 1688, 219),  rowReport(Row::Cleanup, 0.5, 1688, 1702, 207)};
}

load::LoadReport successReport()
{
    load::LoadReport r;
    r.model = {"flashcards-en", "/home/operator/models/flashcards-en.pth", engine::Precision::Fp32};
    r.rows = goodRows();
    r.seconds = 2.8;
    r.predictedPeak = mb(242);
    r.measuredPeak = mb(231);
    r.engineBaseline = mb(148);
    r.plan = planFor(1874);
    return r;
}

load::LoadReport refusedReport()
{
    load::LoadReport r = successReport();
    for (RowReport& row : r.rows)
        row = RowReport{row.row, RowState::Skipped, 0, {}, {}, {}, {}, {}, {}, {}};
    r.rows[0].state = RowState::Failed;
    r.seconds = 0.1;
    r.measuredPeak.reset();
    r.engineBaseline.reset();
    r.plan = planFor(934);
    r.returned.reset();
    r.availableAfterUndo = mb(934);
    r.failure = load::guardRow(*r.plan, Row::Class, r.plan->reading);
    return r;
}

load::LoadReport killedReport()
{
    load::LoadReport r = successReport();
    r.rows[8].state = RowState::Failed;
    r.rows[8].seconds = 1.1;
    r.rows[9] = RowReport{Row::Cleanup, RowState::Skipped, 0, {}, {}, {}, {}, {}, {}, {}};
    r.model.path = "/home/operator/my models/street & sea.pth";
    r.returned = mb(219);
    r.availableAfterUndo = mb(1102);
    engine::DeathEvidence evidence;
    evidence.row = Row::Weights;
    evidence.signal = 9;
    evidence.before.oomKills = 3;
    evidence.after.oomKills = 4;
    evidence.engineRss = mb(221);
    evidence.lastReading.available = mb(41);
    r.failure = engine::explainDeath(evidence);
    return r;
}

captions::CaptionResult caption(const std::vector<std::pair<std::string, float>>& words)
{
    captions::CaptionResult result;
    for (const auto& [word, probability] : words) {
        result.caption.words.push_back(word);
        result.caption.probabilities.push_back(probability);
        if (word.front() != '<')
            result.caption.text += (result.caption.text.empty() ? "" : " ") + word;
        std::vector<float> looked(49, 0.004f);
        const std::size_t peak = 8 + 5 * result.caption.attention.size() % 33;
        looked[peak] = 0.4f;
        looked[peak + 1] = looked[peak + 7] = 0.2f;
        result.caption.attention.push_back(std::move(looked));
    }
    result.frame.picture = frame();
    result.doneMs = captions::nowMs();
    result.latencyMs = 412;
    result.frame.number = 212;
    return result;
}

captions::LatencyStatistics statistics()
{
    captions::LatencyStatistics s{212, 412, 448, 441, 398, 1630, 37.4, 2.2};
    for (int i = 0; i < 30; ++i)
        s.recent.push_back(i == 11 ? 1630 : 398 + i * 37 % 70);
    return s;
}

std::deque<captions::PastCaption> history(int count)
{
    static const std::vector<std::vector<std::pair<std::string, float>>> said = {
        {{"a", 0.99f}, {"fox", 0.98f}, {"on", 0.9f}, {"a", 0.9f}, {"blue", 0.88f}, {"background", 0.97f}},
        {{"nothing", 0.9f}, {"in", 0.9f}, {"view", 0.9f}},
        {{"two", 0.6f},
         {"rockets", 0.41f},
         {"and", 0.9f},
         {"a", 0.95f},
         {"slice", 0.35f},
         {"of", 0.9f},
         {"pizza", 0.5f},
         {"on", 0.9f},
         {"a", 0.9f},
         {"yellow", 0.7f},
         {"background", 0.97f}},
        {{"a", 0.3f}, {"person", 0.2f}, {"holding", 0.3f}, {"a", 0.4f}, {"cup", 0.2f}}};
    captions::CaptionStream stream;
    for (int i = 0; i < count; ++i) {
        captions::CaptionResult result = caption(said[static_cast<std::size_t>(i) % said.size()]);
        result.frame.number = static_cast<quint64>(i + 1);
        result.doneMs = captions::nowMs() - 17000 * (count - i);
        result.frame.scene = static_cast<quint64>(i + 1);
        stream.see(result.frame);
        stream.take(result);
    }
    return stream.history();
}

QImage frame(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 0, size.height());
    sky.setColorAt(0, QColor(0x5B8FB9));
    sky.setColorAt(0.6, QColor(0xC9DFEA));
    sky.setColorAt(0.61, QColor(0x6E8B5A));
    sky.setColorAt(1, QColor(0x3F5B38));
    painter.fillRect(image.rect(), sky);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xF4EFE3));
    painter.drawRoundedRect(
        QRectF(size.width() * 0.32, size.height() * 0.18, size.width() * 0.4, size.height() * 0.64), 14, 14);
    painter.setBrush(QColor(0xE07A3F));
    painter.drawEllipse(QPointF(size.width() * 0.52, size.height() * 0.5), size.width() * 0.13,
                        size.height() * 0.2);
    return image;
}

std::vector<ui::CheckLine> checks()
{
    using S = ui::CheckLine::Status;
    return {
        {S::Pass, "ram", "3956 MB", said("Doctor", "%1 are available now.").with({"1874 MB"})},
        {S::Pass, "swap", "1978 MB", {}},
        {S::Pass, "libtorch", "libtorch 1.13.1", {}},
        {S::Fail, "camera", "none",
         said("Doctor",
              "No camera was found; the built-in cards are shown. Plug one in; its user must be in the "
              "group video.")},
        {S::Pass, "kernel", "6.1.0", {}},
        {S::Pass, "psi", "0.0 %", {}},
        {S::Pass, "cgroup", "no limit", {}},
        {S::Pass, "disk", "11469 MB", {}},
        {S::Pass, "fonts", "Latin and Hangul", {}},
        {S::Warn, "desktop", "gnome-shell, 412 MB",
         said("Doctor",
              "A desktop takes several hundred MB of this machine. For a kiosk start without one (see the "
              "kiosk unit).")},
        {S::Warn, "models", "5",
         said("Doctor", "%1 more cannot be used. %2")
             .with({"1",
                    said("Doctor", "%1: %2").with({"busan.pth", titleOf(makeFailure("TRUNCATED", {}))})})}};
}

} // namespace nanocap::gui_test
