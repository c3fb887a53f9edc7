// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/history_export.h"

#include "core/base/path_text.h"
#include "core/base/qt_text.h"
#include "core/base/whole_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace nanocap::app {

namespace {

/// Of the caption's words on average: their geometric mean.
double probabilityOf(const engine::Caption& caption)
{
    const double mean = captions::meanLogProbability(caption);
    return std::isfinite(mean) ? std::exp(mean) : 0;
}

double rounded(double value, double step)
{
    return std::round(value / step) * step;
}

QString timeOf(const captions::PastCaption& past, const QDateTime& now, qint64 nowMs)
{
    const QDateTime at = now.addMSecs(past.doneMs - nowMs);
    return at.toOffsetFromUtc(at.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

QJsonObject entryOf(const captions::PastCaption& past, const QDateTime& now, qint64 nowMs)
{
    QJsonArray words;
    for (std::size_t i = 0; i < past.caption.words.size(); ++i) {
        const double probability =
            i < past.caption.probabilities.size() ? static_cast<double>(past.caption.probabilities[i]) : 0;
        words.append(QJsonObject{{"word", toQString(past.caption.words[i])},
                                 {"probability", rounded(probability, 0.0001)}});
    }
    return {{"time", timeOf(past, now, nowMs)},
            {"text", toQString(past.caption.text)},
            {"probability", rounded(probabilityOf(past.caption), 0.0001)},
            {"words", words},
            {"latency_ms", rounded(past.latencyMs, 0.1)},
            {"model", past.model},
            {"source", shownPath(past.origin)},
            {"file", shownPath(past.item)}};
}

QString quoted(QString text)
{
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

} // namespace

QString nameOf(HistoryFormat format)
{
    return format == HistoryFormat::Json ? QStringLiteral("json") : QStringLiteral("csv");
}

QByteArray historyText(const std::deque<captions::PastCaption>& history, HistoryFormat format,
                       const QDateTime& now, qint64 nowMs)
{
    if (format == HistoryFormat::Json) {
        QJsonArray entries;
        for (const captions::PastCaption& past : history)
            entries.append(entryOf(past, now, nowMs));
        return QJsonDocument(QJsonObject{{"schema", 1}, {"captions", entries}}).toJson();
    }
    // RFC 4180: a line ends with CR LF, a quote inside quotes is doubled.
    QString out = QStringLiteral("time,text,probability,latency_ms,model,source,file\r\n");
    for (const captions::PastCaption& past : history)
        out += QStringList{timeOf(past, now, nowMs),
                           quoted(toQString(past.caption.text)),
                           QString::number(probabilityOf(past.caption), 'f', 4),
                           QString::number(past.latencyMs, 'f', 1),
                           quoted(past.model),
                           quoted(shownPath(past.origin)),
                           quoted(shownPath(past.item))}
                   .join(QLatin1Char(',')) +
               QStringLiteral("\r\n");
    return out.toUtf8();
}

Result<QString> exportHistory(const std::deque<captions::PastCaption>& history, const QString& path,
                              HistoryFormat format)
{
    const QByteArray text = historyText(history, format, QDateTime::currentDateTime(), captions::nowMs());
    const std::string problem =
        writeWholeFile(pathBytes(path), {text.constData(), static_cast<std::size_t>(text.size())});
    if (problem.empty())
        return path;
    const std::string shown = shownPath(path).toStdString();
    Failure failure = makeFailure(
        "IO", said("Report", "The file %1 cannot be written: %2.").with({shown, problem}), {}, shown);
    failure.failureClass = FailureClass::Input; // nothing of a checkpoint
    return fail(std::move(failure));
}

} // namespace nanocap::app
