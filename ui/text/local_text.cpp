// SPDX-License-Identifier: Apache-2.0
#include "ui/text/local_text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cmath>
#include <map>

namespace nanocap::ui {

namespace {
struct RowText
{
    Q_DECLARE_TR_FUNCTIONS(RowText)
};
struct CommonText
{
    Q_DECLARE_TR_FUNCTIONS(CommonText)
};
} // namespace

QString bytesText(const MaybeBytes& bytes)
{
    return bytes ? QString::fromStdString(toText(*bytes)) : CommonText::tr("unknown");
}

QString megabytesText(const MaybeBytes& bytes)
{
    return bytes ? QString::number(wholeMegabytes(*bytes)) : CommonText::tr("unknown");
}

QString deltaText(Bytes delta)
{
    const qint64 mb = wholeMegabytes(delta);
    return mb > 0   ? QStringLiteral("+%1 MB").arg(mb)
           : mb < 0 ? QStringLiteral("\u2212%1 MB").arg(-mb)
                    : QStringLiteral("0 MB");
}

QString secondsText(double seconds)
{
    return seconds < 99.95 ? CommonText::tr("%1 s").arg(seconds, 0, 'f', 1)
                           : CommonText::tr("%1 s").arg(std::lround(seconds));
}

QString latencyText(double milliseconds)
{
    return milliseconds < 1000 ? CommonText::tr("%1 ms").arg(std::lround(milliseconds))
                               : secondsText(milliseconds / 1000);
}

QString rowTitle(Row row)
{
    switch (row) {
    case Row::Class:
        return RowText::tr("Model class");
    case Row::Checkpoint:
        return RowText::tr("Checkpoint");
    case Row::Cleanup1:
        return RowText::tr("Clean-up");
    case Row::Check:
        return RowText::tr("Memory check");
    case Row::NoGrad:
        return RowText::tr("No gradients");
    case Row::Build:
        return RowText::tr("Build");
    case Row::Eval:
        return RowText::tr("CPU + eval");
    case Row::Cleanup2:
        return RowText::tr("Clean-up");
    case Row::Weights:
        return RowText::tr("Weights");
    case Row::Cleanup:
        return RowText::tr("Clean-up and warm-up");
    }
    return {};
}

bool isSubRow(Row row)
{
    return row >= Row::Cleanup1 && row <= Row::Cleanup2;
}

QString rowStateWord(RowState state)
{
    switch (state) {
    case RowState::Pending:
        return RowText::tr("waiting");
    case RowState::Running:
        return RowText::tr("running");
    case RowState::Done:
        return RowText::tr("done");
    case RowState::Failed:
        return RowText::tr("failed");
    case RowState::Skipped:
        return RowText::tr("not reached");
    }
    return {};
}

QString localText(const Sentence& sentence)
{
    QStringList parts;
    for (const Sentence::Part& part : sentence.parts()) {
        if (part.context == rowContext) {
            const std::optional<Row> row = rowFromCode(part.pattern);
            parts << (row ? rowTitle(*row) : plain(part.pattern));
            continue;
        }
        if (part.context.empty()) {
            parts << plain(part.pattern);
            continue;
        }
        QString text = QCoreApplication::translate(part.context.c_str(), part.pattern.c_str());
        // From the last to the first: what was put in is never looked at again.
        for (qsizetype at = text.lastIndexOf(QLatin1Char('%')); at >= 0;
             at = at > 0 ? text.lastIndexOf(QLatin1Char('%'), at - 1) : -1)
            if (const int which = text.mid(at + 1, 1).toInt();
                which >= 1 && which <= int(part.arguments.size()))
                text.replace(at, 2, localText(part.arguments[std::size_t(which - 1)]));
        parts << text;
    }
    return parts.join(QLatin1Char(' '));
}

QString quarantineText(const std::string& where)
{
    return where == "use" ? CommonText::tr("the program died while it was in use")
                          : CommonText::tr("the program died in row %1").arg(plain(where));
}

QString pastLoadText(const load::PastLoad& past)
{
    const QString outcome =
        past.outcome == "done" ? rowStateWord(RowState::Done) : QString::fromStdString(past.outcome);
    const QString date = plain(past.date).left(16).replace(QLatin1Char('T'), QLatin1Char(' '));
    QString text = CommonText::tr("%1, %2: %3, peak %4, %5")
                       .arg(date, precisionText(past.precision), outcome, bytesText(past.peak),
                            secondsText(past.seconds));
    if (past.stepMilliseconds)
        text += CommonText::tr(", %1 ms per word").arg(*past.stepMilliseconds, 0, 'f', 1);
    if (!past.diedOf.empty())
        text += CommonText::tr(", then died: %1").arg(plain(past.diedOf));
    return text;
}

QString precisionText(engine::Precision precision)
{
    switch (precision) {
    case engine::Precision::Fp32:
        return QStringLiteral("FP32");
    case engine::Precision::Fp16:
        return QStringLiteral("FP16");
    case engine::Precision::Int8:
        return QStringLiteral("INT8");
    }
    return {};
}

QString pressureWord(memory::MemorySample::Pressure level)
{
    switch (level) {
    case memory::MemorySample::Pressure::Calm:
        return CommonText::tr("calm");
    case memory::MemorySample::Pressure::Busy:
        return CommonText::tr("busy");
    case memory::MemorySample::Pressure::Thrashing:
        return CommonText::tr("thrashing");
    case memory::MemorySample::Pressure::Unknown:
        break;
    }
    return CommonText::tr("unknown");
}

Verdict::Tone pressureTone(memory::MemorySample::Pressure level)
{
    switch (level) {
    case memory::MemorySample::Pressure::Calm:
        return Verdict::Tone::Ok;
    case memory::MemorySample::Pressure::Busy:
        return Verdict::Tone::Warn;
    case memory::MemorySample::Pressure::Thrashing:
        return Verdict::Tone::Bad;
    case memory::MemorySample::Pressure::Unknown:
        break;
    }
    return Verdict::Tone::Muted;
}

Verdict verdictOf(load::Fit fit)
{
    using K = Verdict::Kind;
    using T = Verdict::Tone;
    switch (fit) {
    case load::Fit::Fits:
        return {K::Fits, CommonText::tr("FITS"), Icon::Check, T::Ok};
    case load::Fit::Tight:
        return {K::Tight, CommonText::tr("TIGHT"), Icon::Warning, T::Warn};
    case load::Fit::No:
        return {K::No, CommonText::tr("NO"), Icon::Cross, T::Bad};
    case load::Fit::Unknown:
        break;
    }
    return {K::Unknown, CommonText::tr("UNKNOWN"), Icon::Unknown, T::Muted};
}

Verdict verdictFor(const catalog::ModelCard& card, const std::optional<load::Plan>& plan)
{
    using K = Verdict::Kind;
    using T = Verdict::Tone;
    if (card.problem)
        return {K::BadFile, CommonText::tr("BAD FILE"), Icon::BadFile, T::Bad};
    if (!card.quarantine.empty())
        return {K::Quarantine, CommonText::tr("QUARANTINE"), Icon::Lock, T::Warn};
    if (!plan)
        return {K::Measuring, CommonText::tr("MEASURING"), Icon::Pending, T::Muted};
    if (load::mayLoad(*plan) && !plan->history.empty() && load::isModelsFault(plan->history.front()))
        return {K::Failed, CommonText::tr("FAILED"), Icon::Warning, T::Warn};
    return verdictOf(plan->fit);
}

QString plain(const std::string& text)
{
    QString result = QString::fromStdString(text);
    result.removeIf(
        [](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    return result;
}

QString checkTitle(const QString& id)
{
    static const std::map<QString, const char*> titles = {
        {QStringLiteral("ram"), QT_TRANSLATE_NOOP("CommonText", "Memory")},
        {QStringLiteral("floor"), QT_TRANSLATE_NOOP("CommonText", "Memory floor")},
        {QStringLiteral("swap"), QT_TRANSLATE_NOOP("CommonText", "Swap")},
        {QStringLiteral("cgroup"), QT_TRANSLATE_NOOP("CommonText", "Memory limit")},
        {QStringLiteral("overcommit"), QT_TRANSLATE_NOOP("CommonText", "Overcommit")},
        {QStringLiteral("psi"), QT_TRANSLATE_NOOP("CommonText", "Pressure")},
        {QStringLiteral("kernel"), QT_TRANSLATE_NOOP("CommonText", "Kernel")},
        {QStringLiteral("desktop"), QT_TRANSLATE_NOOP("CommonText", "Desktop")},
        {QStringLiteral("heat"), QT_TRANSLATE_NOOP("CommonText", "Temperature")},
        {QStringLiteral("clock"), QT_TRANSLATE_NOOP("CommonText", "Clock")},
        {QStringLiteral("libtorch"), QT_TRANSLATE_NOOP("CommonText", "Engine")},
        {QStringLiteral("blas"), QT_TRANSLATE_NOOP("CommonText", "Mathematics")},
        {QStringLiteral("camera"), QT_TRANSLATE_NOOP("CommonText", "Camera")},
        {QStringLiteral("disk"), QT_TRANSLATE_NOOP("CommonText", "Disk")},
        {QStringLiteral("recorder"), QT_TRANSLATE_NOOP("CommonText", "Recorder")},
        {QStringLiteral("fonts"), QT_TRANSLATE_NOOP("CommonText", "Fonts")},
        {QStringLiteral("speech"), QT_TRANSLATE_NOOP("CommonText", "Speech")},
        {QStringLiteral("models"), QT_TRANSLATE_NOOP("CommonText", "Models")}};
    const auto found = titles.find(id);
    return found == titles.end() ? id : CommonText::tr(found->second);
}

QString language()
{
    //: The code of the language of this translation: "ko" in the Korean one.
    return CommonText::tr("en", "code of this language");
}

QString localText(const catalog::LocalText& text)
{
    return plain(text.in(language().toStdString()));
}

} // namespace nanocap::ui
