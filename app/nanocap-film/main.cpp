// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap-film/film_sender.h"
#include "app/nanocap-film/log_ear.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace nanocap::film;

int main(int argc, char** argv)
{
    if (argc != 2)
        return 2;
    std::signal(SIGPIPE, SIG_IGN);
    // Room for a good part of a picture; refused where the limit is lower.
    ::fcntl(STDOUT_FILENO, F_SETPIPE_SZ, 1 << 20);
    const rlimit share{memoryShare, memoryShare};
    ::setrlimit(RLIMIT_DATA, &share);
    log_ear::open();

    FilmSender sender(STDIN_FILENO, STDOUT_FILENO);
    FilmFile file;
    if (const auto refused = file.open(std::atoi(argv[1]))) {
        sender.tell(*refused);
        return 0;
    }
    FilmReader reader(file);
    sender.play(reader);
    return 0;
}
