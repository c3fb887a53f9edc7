// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/corner_taps.h"

namespace nanocap::ui {

bool CornerTaps::tap(QPoint position, int side, qint64 ms)
{
    if (position.x() >= side || position.y() >= side) {
        m_times.clear();
        return false;
    }
    m_times.push_back(ms);
    // A clock that goes back must not let an old tap count for ever.
    while (ms - m_times.front() > withinMs || ms < m_times.front())
        m_times.pop_front();
    if (m_times.size() < wanted)
        return false;
    m_times.clear();
    return true;
}

} // namespace nanocap::ui
