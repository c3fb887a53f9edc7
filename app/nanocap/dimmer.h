// SPDX-License-Identifier: Apache-2.0
// Dimmer: the panel's own light through /sys/class/backlight, where it may be written. What it was before is
// noted in a file, so that a program that died while it was dark does not stay dark. Plain C++, one thread.
#pragma once

#include <QString>

#include <vector>

namespace nanocap::app {

class Dimmer
{
public:
    /// `sys`: "/sys", or a test's copy of it. `noteFile` keeps what is to be put back; it is put back at once
    /// when an earlier life left one.
    explicit Dimmer(QString sys, QString noteFile);
    ~Dimmer();
    Dimmer(const Dimmer&) = delete;
    Dimmer& operator=(const Dimmer&) = delete;

    /// To a tenth of full light, never brighter than it was. False when no panel's light can be set: it must
    /// be done on the picture instead.
    bool dim();
    /// As it was before dim().
    void putBack();
    bool isDimmed() const { return !m_before.empty(); }

private:
    struct Panel
    {
        QString file;
        int level = 0;
    };
    void note() const;

    const QString m_sys, m_noteFile;
    std::vector<Panel> m_before;
};

} // namespace nanocap::app
