// SPDX-License-Identifier: Apache-2.0
#include "ui/text/reading_text.h"

#include "ui/text/local_text.h"

#include <QCoreApplication>

namespace nanocap::ui {

namespace {

struct ReadingText
{
    Q_DECLARE_TR_FUNCTIONS(ReadingText)
};

QString availableSource(const memory::MemoryReading& reading)
{
    for (const memory::Pool& pool : reading.pools)
        if (pool.name == reading.limitedBy)
            return plain(pool.source);
    return {};
}

QString sourceLine(const QString& source, double age)
{
    if (source.isEmpty())
        return {};
    return age < 0 ? ReadingText::tr("From %1.").arg(source)
                   : ReadingText::tr("From %1, read %2 ago.").arg(source, secondsText(age));
}

QString availableSentence(const memory::MemoryReading& reading)
{
    if (!reading.available)
        return ReadingText::tr("How much memory is free is unknown: the kernel's files could not be read.");
    const QString amount = bytesText(reading.available);
    if (reading.limitedBy.find("cgroup") != std::string::npos)
        return ReadingText::tr(
                   "%1 can still be taken: a control group (%2) limits this program more tightly than "
                   "the machine does.")
            .arg(amount, plain(reading.limitedBy));
    if (reading.memAvailableEstimated)
        return ReadingText::tr(
                   "About %1 can still be taken; this old kernel does not say it, so it is reckoned "
                   "from free memory and caches.")
            .arg(amount);
    return ReadingText::tr("%1 can still be taken without swapping, as the kernel estimates it.").arg(amount);
}

} // namespace

QString figureName(Figure figure)
{
    switch (figure) {
    case Figure::App:
        return ReadingText::tr("this app");
    case Figure::Gpu:
        return ReadingText::tr("GPU");
    case Figure::Other:
        return ReadingText::tr("other");
    case Figure::Available:
        return ReadingText::tr("free");
    case Figure::Floor:
        return ReadingText::tr("floor");
    case Figure::Swap:
        return ReadingText::tr("swap");
    case Figure::Pressure:
        return ReadingText::tr("pressure");
    case Figure::Board:
        return ReadingText::tr("board");
    }
    return {};
}

QString boardText(const memory::BoardHealth& board)
{
    QStringList words;
    if (board.hottestCelsius)
        words << ReadingText::tr("%1 °C").arg(qRound(*board.hottestCelsius));
    if (board.underVoltage.value_or(false))
        words << ReadingText::tr("voltage too low");
    else if (board.underVoltageBefore.value_or(false))
        words << ReadingText::tr("voltage was too low");
    if (board.throttled.value_or(false))
        words << ReadingText::tr("slowed down");
    else if (board.throttledBefore.value_or(false))
        words << ReadingText::tr("was slowed down");
    return words.isEmpty() ? bytesText(std::nullopt) : words.join(QStringLiteral(", "));
}

QString explainFigure(Figure figure, const memory::MemorySample& sample, Bytes floor, double age)
{
    const memory::MemoryReading& reading = sample.reading;
    const auto with = [&](const QString& sentence, const QString& source) {
        const QString line = sourceLine(source, age);
        return line.isEmpty() ? sentence : sentence + QLatin1Char('\n') + line;
    };
    switch (figure) {
    case Figure::App:
        return with(sample.engine
                        ? ReadingText::tr("This app takes %1: the window holds %2 and the engine %3, "
                                          "pages they share counted once.")
                              .arg(bytesText(sample.gauge.appWhole), bytesText(sample.window),
                                   bytesText(sample.engine))
                        : ReadingText::tr("This app takes %1: only the window runs, no engine.")
                              .arg(bytesText(sample.gauge.appWhole)),
                    sample.gauge.appIsProportional ? QStringLiteral("/proc/PID/smaps_rollup")
                                                   : QStringLiteral("/proc/PID/status (VmRSS)"));
    case Figure::Gpu:
        return with(ReadingText::tr("The GPU shares the machine's memory and holds %1 of it.")
                        .arg(bytesText(reading.gpuShared)),
                    QStringLiteral("/proc/meminfo (NvMapMemUsed)"));
    case Figure::Other:
        return with(
            ReadingText::tr("Everything else, the system included, holds %1: the total less what is free "
                            "and less this app.")
                .arg(bytesText(sample.gauge.other)),
            QStringLiteral("/proc/meminfo"));
    case Figure::Available:
        return with(availableSentence(reading), availableSource(reading));
    case Figure::Floor:
        return ReadingText::tr(
                   "A model is only loaded while at least %1 are free. It keeps room for the system and "
                   "the camera; it is a setting.")
            .arg(bytesText(floor));
    case Figure::Swap:
        return with(
            ReadingText::tr("%1 of %2 swap are free%3. Swap is shown and never counted: a model that swaps "
                            "makes the machine stand still.")
                .arg(bytesText(reading.swapFree), bytesText(reading.swapTotal),
                     reading.swapIsZram ? ReadingText::tr(" (compressed memory, zram)") : QString()),
            QStringLiteral("/proc/meminfo (SwapFree)"));
    case Figure::Pressure:
        return with(
            ReadingText::tr("How hard the kernel works to find memory: calm, busy or thrashing. Now: %1.")
                .arg(pressureWord(sample.level)),
            QStringLiteral("/proc/pressure/memory, /proc/vmstat"));
    case Figure::Board:
        return with(
            ReadingText::tr("Heat and power of the board: %1. When it is too hot or its supply too weak, it "
                            "slows down, and may reset.")
                .arg(boardText(sample.board)),
            QStringLiteral("/sys/class/thermal, /sys/class/hwmon"));
    }
    return {};
}

} // namespace nanocap::ui
