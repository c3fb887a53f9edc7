// SPDX-License-Identifier: Apache-2.0
#include "app/access/pin_file.h"
#include "app/nanocapctl/commands.h"
#include "app/nanocapctl/output.h"

#include "core/base/qt_text.h"

#include <cerrno>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace nanocap::ctl {

namespace {

/// One line of standard input without its end; on a terminal with nothing shown. CANCELLED on Ctrl+C.
Result<std::string> secretLine(const char* prompt)
{
    const bool terminal = ::isatty(STDIN_FILENO) != 0;
    struct termios before = {};
    if (terminal) {
        std::fprintf(stderr, "%s", prompt);
        ::tcgetattr(STDIN_FILENO, &before);
        struct termios silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    std::string line;
    char next = 0;
    ssize_t got = 0;
    // A byte at a time: what follows the line is not ours to take.
    while ((got = ::read(STDIN_FILENO, &next, 1)) == 1 && next != '\n' && line.size() < 1024)
        if (next != '\r')
            line.push_back(next);
    const bool interrupted = got < 0 && errno == EINTR;
    if (terminal) {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        std::fputc('\n', stderr);
    }
    if (interrupted)
        return fail(makeFailure("CANCELLED", said("Access", "Cancelled. The PIN was not changed.")));
    return line;
}

Status readAndSet()
{
    const auto pin = secretLine("New PIN, four to eight digits (not shown): ");
    if (!pin)
        return fail(pin.error());
    if (::isatty(STDIN_FILENO)) {
        const auto again = secretLine("The same once more: ");
        if (!again)
            return fail(again.error());
        if (*pin != *again)
            return fail(makeFailure(
                "USAGE", said("Access", "The two PINs are not the same. The PIN was not changed.")));
    }
    return access::setPin(*pin);
}

} // namespace

int pin(const Arguments& a)
{
    const Status done = a.set ? readAndSet() : a.reset ? access::resetPin() : ok();
    if (!done)
        return reportFailure(done.error(), a.json);
    using State = access::PinFile::State;
    const State state = access::PinFile::read().state;
    if (a.json) {
        printJson({{"schema", 1},
                   {"pin", state == State::Set    ? QStringLiteral("set")
                           : state == State::None ? QStringLiteral("none")
                                                  : QStringLiteral("unusable")},
                   {"path", toQString(access::pinPath())}});
        return ExitDone;
    }
    if (state == State::Set)
        print(QStringLiteral("The operator's PIN is set: five taps in the top left corner of the window open "
                             "the keypad."));
    else if (state == State::None)
        print(QStringLiteral("There is no PIN: in a kiosk the operator's page stays closed. Set one with "
                             "nanocapctl pin --set."));
    else
        print(QStringLiteral("%1 holds no PIN that can be used. Set a new one with nanocapctl pin --set.")
                  .arg(toQString(access::pinPath())));
    return ExitDone;
}

} // namespace nanocap::ctl
