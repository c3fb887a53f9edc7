// SPDX-License-Identifier: Apache-2.0
#include "core/load/runtime_figures.h"

#include "core/base/whole_file.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QLockFile>

#include <cinttypes>
#include <cstdio>

namespace nanocap::load {

namespace {

constexpr int keptLoads = 10;
constexpr int keptModels = 60;
constexpr int keptWithRows = 3; ///< of the loads of one model: the rest keep their sums

QString pathIn(const std::string& folder, const char* name)
{
    return QString::fromStdString(folder + "/" + name);
}

QJsonValue toJson(const MaybeBytes& bytes)
{
    return bytes ? QJsonValue(static_cast<qint64>(bytes->count())) : QJsonValue(QJsonValue::Null);
}

MaybeBytes bytesFrom(const QJsonValue& value)
{
    const qint64 count = value.toInteger(-1);
    return count >= 0 ? MaybeBytes(Bytes(count)) : std::nullopt;
}

/// One row as a list: state, seconds, available before and after, resident set and peak of the engine.
QJsonArray toJson(const RowReport& row)
{
    return {QString::fromStdString(std::string(nameOf(row.state))),
            row.seconds,
            toJson(row.availableBefore),
            toJson(row.availableAfter),
            toJson(row.engineRss),
            toJson(row.enginePeakRss)};
}

RowReport rowFrom(Row row, const QJsonArray& list)
{
    RowReport report;
    report.row = row;
    const std::string state = list.at(0).toString().toStdString();
    for (RowState known : {RowState::Done, RowState::Failed, RowState::Skipped})
        if (state == nameOf(known))
            report.state = known;
    report.seconds = list.at(1).toDouble();
    report.availableBefore = bytesFrom(list.at(2));
    report.availableAfter = bytesFrom(list.at(3));
    report.engineRss = bytesFrom(list.at(4));
    report.enginePeakRss = bytesFrom(list.at(5));
    return report;
}

QJsonObject toJson(const PastLoad& load)
{
    QJsonArray rows;
    for (const RowReport& row : load.rows)
        rows.append(toJson(row));
    return {{"rows", rows},
            {"died_of", QString::fromStdString(load.diedOf)},
            {"row", load.row ? QJsonValue(QString::fromStdString(std::string(codeOf(*load.row))))
                             : QJsonValue(QJsonValue::Null)},
            {"date", QString::fromStdString(load.date)},
            {"precision", QString::fromStdString(std::string(engine::nameOf(load.precision)))},
            {"outcome", QString::fromStdString(load.outcome)},
            {"peak", toJson(load.peak)},
            {"baseline", toJson(load.baseline)},
            {"predicted", toJson(load.predicted)},
            {"seconds", load.seconds},
            {"step_ms",
             load.stepMilliseconds ? QJsonValue(*load.stepMilliseconds) : QJsonValue(QJsonValue::Null)}};
}

PastLoad loadFrom(const QJsonObject& object)
{
    PastLoad load;
    load.date = object["date"].toString().toStdString();
    load.precision = engine::precisionFromName(object["precision"].toString().toStdString())
                         .value_or(engine::Precision::Fp32);
    load.outcome = object["outcome"].toString().toStdString();
    load.peak = bytesFrom(object["peak"]);
    load.baseline = bytesFrom(object["baseline"]);
    load.predicted = bytesFrom(object["predicted"]);
    load.seconds = object["seconds"].toDouble();
    if (object["step_ms"].isDouble())
        load.stepMilliseconds = object["step_ms"].toDouble();
    load.diedOf = object["died_of"].toString().toStdString();
    load.row = rowFromCode(object["row"].toString().toStdString());
    const QJsonArray rows = object["rows"].toArray();
    for (Row row : allRows)
        if (rows.size() == static_cast<int>(rowCount))
            load.rows.push_back(rowFrom(row, rows.at(static_cast<int>(indexOf(row))).toArray()));
    return load;
}

/// A file that is not there is an empty object; one that cannot be understood is moved aside, kept for
/// whoever wants to look, and said.
QJsonObject readStore(const std::string& folder, std::string& problem)
{
    const QString path = pathIn(folder, "learned.json");
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly)) {
        problem = "learned.json cannot be read: " + file.errorString().toStdString() + ".";
        return {};
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.read(4 << 20), &error);
    if (document.isObject() && document.object()["schema"].toInt() == 1)
        return document.object();
    file.close();
    const QString aside = path + ".broken";
    QFile::remove(aside);
    problem = QFile::rename(path, aside)
                  ? "learned.json was damaged and set aside as learned.json.broken; measuring starts again."
                  : "learned.json is damaged and cannot be set aside.";
    return {};
}

template <class Change>
bool rewriteStore(const std::string& folder, std::string& problem, const Change& change)
{
    QDir().mkpath(QString::fromStdString(folder));
    QLockFile lock(pathIn(folder, "learned.lock"));
    lock.setStaleLockTime(5000);
    if (!lock.tryLock(500)) {
        problem = "learned.json cannot be written: the folder is read-only or the file is locked.";
        return false;
    }
    QJsonObject store = readStore(folder, problem);
    store["schema"] = 1;
    change(store);
    const std::string reason =
        writeWholeFile(pathIn(folder, "learned.json").toStdString(),
                       QJsonDocument(store).toJson(QJsonDocument::Compact).toStdString());
    if (!reason.empty())
        problem = "learned.json cannot be written: " + reason + ".";
    return reason.empty();
}

} // namespace

std::string fingerprint(const checkpoint::Checkpoint& checkpoint)
{
    std::uint64_t hash = 14695981039346656037ull; // FNV-1a: names files of one owner, defends against nobody
    const auto mix = [&hash](std::uint64_t value) {
        for (int byte = 0; byte < 8; ++byte) {
            hash ^= (value >> (8 * byte)) & 0xff;
            hash *= 1099511628211ull;
        }
    };
    for (const checkpoint::Storage& storage : checkpoint.storages) {
        mix(storage.crc32);
        mix(storage.bytes);
        mix(static_cast<std::uint64_t>(storage.dtype));
    }
    mix(checkpoint.tensors.size());
    mix(checkpoint.vocabulary.words.size());
    mix(static_cast<std::uint64_t>(checkpoint.pickleBytes.count()));
    char text[17];
    std::snprintf(text, sizeof text, "%016" PRIx64, hash);
    return text;
}

namespace {

/// What was stored by hand or by a broken disk must not decide about loads.
bool isPlausibleRuntime(Bytes anonymous, Bytes file)
{
    const Bytes least = Bytes::fromMegabytes(8), most = Bytes::fromMegabytes(2048);
    return anonymous >= least && anonymous <= most && file >= Bytes() && file <= most;
}

bool isPlausiblePeak(Bytes peak, Bytes baseline)
{
    return baseline >= Bytes::fromMegabytes(8) && baseline < peak && peak <= Bytes::fromMegabytes(64 * 1024);
}

} // namespace

LearnedFigures::LearnedFigures(std::string folder) : m_folder(std::move(folder)) {}

RuntimeFigures LearnedFigures::runtime() const
{
    RuntimeFigures figures;
    const QJsonObject stored = readStore(m_folder, m_problem)["runtime"].toObject();
    const MaybeBytes anonymous = bytesFrom(stored["anonymous"]), file = bytesFrom(stored["file"]);
    if (anonymous && file && isPlausibleRuntime(*anonymous, *file))
        figures = {*anonymous, *file, true};
    return figures;
}

bool LearnedFigures::rememberRuntime(Bytes anonymous, Bytes file)
{
    if (!isPlausibleRuntime(anonymous, file))
        return false;
    return rewriteStore(m_folder, m_problem, [&](QJsonObject& store) {
        store["runtime"] = QJsonObject{{"anonymous", toJson(anonymous)}, {"file", toJson(file)}};
    });
}

std::vector<PastLoad> LearnedFigures::history(const std::string& fingerprint) const
{
    std::vector<PastLoad> loads;
    const QJsonObject store = readStore(m_folder, m_problem);
    const QJsonObject models = store["models"].toObject();
    const QJsonArray stored = models[QString::fromStdString(fingerprint)].toObject()["loads"].toArray();
    for (const QJsonValue& load : stored)
        loads.push_back(loadFrom(load.toObject()));
    return loads;
}

bool LearnedFigures::rememberLoad(const std::string& fingerprint, const std::string& fileName, PastLoad load)
{
    if (load.date.empty())
        load.date = QDateTime::currentDateTime().toString(Qt::ISODate).toStdString();
    return rewriteStore(m_folder, m_problem, [&](QJsonObject& store) {
        QJsonObject models = store["models"].toObject();
        const QString key = QString::fromStdString(fingerprint);
        QJsonObject model = models[key].toObject();
        QJsonArray loads = model["loads"].toArray();
        loads.prepend(toJson(load));
        while (loads.size() > keptLoads)
            loads.removeLast();
        for (int i = keptWithRows; i < loads.size(); ++i) {
            QJsonObject old = loads[i].toObject();
            old.remove("rows");
            loads[i] = old;
        }
        // A counter instead of a date tells which model was used last: the clock may run backwards.
        const qint64 turn = store["turn"].toInteger() + 1;
        store["turn"] = turn;
        model["file"] = QString::fromStdString(fileName);
        model["loads"] = loads;
        model["turn"] = turn;
        models[key] = model;
        while (models.size() > keptModels) {
            QString oldest = key;
            for (auto it = models.constBegin(); it != models.constEnd(); ++it)
                if (it.value().toObject()["turn"].toInteger() < models[oldest].toObject()["turn"].toInteger())
                    oldest = it.key();
            models.remove(oldest);
        }
        store["models"] = models;
    });
}

std::optional<MeasuredPeak> LearnedFigures::measuredPeak(const std::string& fingerprint,
                                                         engine::Precision precision) const
{
    for (const PastLoad& load : history(fingerprint)) {
        if ((load.outcome != "done" && load.outcome != selfTestFailed) || load.precision != precision ||
            !load.peak || !load.baseline || !isPlausiblePeak(*load.peak, *load.baseline))
            continue;
        const QDateTime when = QDateTime::fromString(QString::fromStdString(load.date), Qt::ISODate);
        return MeasuredPeak{*load.peak, *load.baseline,
                            when.isValid() ? QLocale::c().toString(when, "d MMM yyyy").toStdString()
                                           : std::string()};
    }
    return std::nullopt;
}

} // namespace nanocap::load
