// SPDX-License-Identifier: Apache-2.0
// How often the PIN was tried: five times, then after a delay that doubles with each wrong one. By the clock
// that counts from the start of the machine, sleep included, so that setting the date changes nothing; kept
// in a file, so that starting the program anew changes nothing either. After a start of the machine the delay
// begins again, since nobody knows how long it was off. GUI thread; reads and writes one small file.
#pragma once

#include "app/access/tries_clock.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace nanocap::access {

class PinTries
{
public:
    static constexpr int freeTries = 5;
    static constexpr std::chrono::seconds firstDelay{30}, longestDelay{3600};

    /// `file` empty: operator-tries.json of the state folder.
    explicit PinTries(std::string file = {}, TriesClock clock = TriesClock::system());

    /// Tries until the next delay; 0 while it lasts, 1 after it.
    int left();
    /// Until a try may be made; 0 = now.
    std::chrono::milliseconds wait();
    /// Counts a try as a wrong one, before it is checked: whoever ends the program meanwhile has had it.
    void begin();
    /// Right, or a new PIN: as if there had been none.
    void forget();

private:
    void read();
    void save();
    std::chrono::milliseconds delay() const;

    std::string m_file;
    TriesClock m_clock;
    int m_wrong = 0;
    std::string m_boot;
    std::int64_t m_until = 0; ///< milliseconds since boot
    bool m_saved = true;      ///< the file says what stands here
};

} // namespace nanocap::access
