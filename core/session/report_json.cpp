// SPDX-License-Identifier: Apache-2.0
#include "core/session/report_json.h"

#include "core/base/path_text.h"

namespace nanocap::session {

namespace {

QJsonValue number(const std::optional<std::int64_t>& n)
{
    return n ? QJsonValue(static_cast<qint64>(*n)) : QJsonValue();
}

QJsonObject rowJson(const RowReport& row)
{
    return {{"code", shownPath(codeOf(row.row))},
            {"state", shownPath(nameOf(row.state))},
            {"seconds", row.seconds},
            {"available_before", toJson(row.availableBefore)},
            {"available_after", toJson(row.availableAfter)},
            {"engine_rss", toJson(row.engineRss)},
            {"engine_peak_rss", toJson(row.enginePeakRss)},
            {"tensor_bytes", toJson(row.tensorBytes)},
            {"regained", toJson(row.regained)},
            {"message", shownPath(row.message)}};
}

template <class Numbers> QJsonArray array(const Numbers& numbers)
{
    QJsonArray list;
    for (const auto n : numbers)
        list.append(QJsonValue(static_cast<double>(n)));
    return list;
}

} // namespace

QJsonValue toJson(const MaybeBytes& bytes)
{
    return bytes ? QJsonValue(static_cast<qint64>(bytes->count())) : QJsonValue();
}

QJsonObject toJson(const Failure& f)
{
    return {{"class", shownPath(nameOf(f.failureClass))},
            {"code", shownPath(f.code)},
            {"row", f.row ? QJsonValue(shownPath(codeOf(*f.row))) : QJsonValue()},
            {"message", shownPath(f.message.text())},
            {"detail", f.detail.empty() ? QJsonValue() : QJsonValue(shownPath(f.detail))},
            {"signal", f.signal ? QJsonValue(*f.signal) : QJsonValue()},
            {"required_bytes", toJson(f.required)},
            {"available_bytes", toJson(f.available)}};
}

QJsonObject toJson(const checkpoint::Dimensions& d)
{
    return {{"vocab_size", number(d.vocabSize)},
            {"embed_dim", number(d.embedDim)},
            {"decoder_dim", number(d.decoderDim)},
            {"attention_dim", number(d.attentionDim)},
            {"encoder_channels", number(d.encoderChannels)},
            {"width_mult", d.widthMult ? QJsonValue(*d.widthMult) : QJsonValue()}};
}

QJsonObject toJson(const load::ModelChoice& model, const checkpoint::Dimensions& dims)
{
    return {{"id", shownPath(model.id)},
            {"file", shownPath(model.path)},
            {"precision", shownPath(engine::nameOf(model.precision))},
            {"dims", toJson(dims)}};
}

QJsonObject toJson(const load::Plan& plan)
{
    const auto& n = plan.need;
    QJsonArray rows;
    for (Row row : allRows)
        rows.append(QJsonObject{{"code", shownPath(codeOf(row))},
                                {"bytes_after", toJson(plan.bytesAfter[indexOf(row)])},
                                {"still_needed", toJson(plan.stillNeeded[indexOf(row)])}});
    return {{"need", QJsonObject{{"runtime", toJson(n.runtime)},
                                 {"weights", toJson(n.weights)},
                                 {"converted", toJson(n.converted)},
                                 {"parsing", toJson(n.parsing)},
                                 {"working", toJson(n.working)},
                                 {"hard", toJson(n.hard)},
                                 {"soft", toJson(n.soft)},
                                 {"total", toJson(n.total)}}},
            {"reserve", toJson(plan.reserve)},
            {"floor", toJson(plan.floor.minimum)},
            {"required", toJson(plan.required)},
            {"available", QJsonObject{{"bytes", toJson(plan.reading.available)},
                                      {"limited_by", plan.reading.limitedBy.empty()
                                                         ? QJsonValue()
                                                         : QJsonValue(shownPath(plan.reading.limitedBy))}}},
            {"swap", QJsonObject{{"total", toJson(plan.reading.swapTotal)},
                                 {"free", toJson(plan.reading.swapFree)},
                                 {"zram", plan.reading.swapIsZram}}},
            {"verdict",
             plan.fit == load::Fit::Unknown ? QJsonValue() : QJsonValue(shownPath(load::nameOf(plan.fit)))},
            {"predicted_peak_bytes", toJson(plan.predictedPeak)},
            {"learned", plan.learned},
            {"rows", rows}};
}

QJsonObject captionEntry(const QString& image, const Result<engine::Caption>& caption, bool withAttention)
{
    QJsonObject entry{{"image", shownPath(image)}};
    if (!caption) {
        entry["failure"] = toJson(caption.error());
        return entry;
    }
    QJsonArray words, attention;
    for (const auto& word : caption->words)
        words.append(shownPath(word));
    for (const auto& weights : caption->attention)
        attention.append(array(weights));
    entry["text"] = shownPath(caption->text);
    entry["words"] = words;
    entry["tokens"] = array(caption->tokens);
    entry["probabilities"] = array(caption->probabilities);
    if (withAttention)
        entry["attention"] = attention;
    entry["encode_ms"] = caption->encodeMs;
    entry["decode_ms"] = caption->decodeMs;
    return entry;
}

QJsonObject loadJson(const load::LoadReport& report)
{
    QJsonArray rows, notes;
    for (const auto& row : report.rows)
        rows.append(rowJson(row));
    for (const auto& note : report.allNotes())
        notes.append(shownPath(note));
    QJsonObject object{{"schema", 1},
                       {"model", toJson(report.model, report.dims)},
                       {"load", QJsonObject{{"rows", rows},
                                            {"seconds", report.seconds},
                                            {"predicted_peak_bytes", toJson(report.predictedPeak)},
                                            {"measured_peak_bytes", toJson(report.measuredPeak)},
                                            {"engine_baseline_rss", toJson(report.engineBaseline)},
                                            {"returned", toJson(report.returned)},
                                            {"notes", notes}}}};
    if (report.failure)
        object["failure"] = toJson(*report.failure);
    return object;
}

} // namespace nanocap::session
