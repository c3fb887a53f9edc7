// SPDX-License-Identifier: Apache-2.0
// The program's own wiring around one model and the built-in cards, without main().
#pragma once

#include "app/nanocap/program.h"
#include "tests/support/load_log.h"

namespace nanocap::tests {

class WholeWindow : public app::Program
{
public:
    LoadLog loads{service};

    /// Loads `model` (unless it is empty) as soon as catalog.refresh() has found it. Attended, it asks about
    /// a quarantine.
    explicit WholeWindow(const std::string& model, const catalog::Folders& folders = {},
                         bool unattended = true)
        : Program({.floor = load::Floor::automaticFloor(),
                   .folders = folders,
                   .model = model,
                   .unattended = unattended})
    {
        source.setUri(QStringLiteral("cards:"));
        window.resize(800, 480);
        window.setVisible(true);
    }
    template <class P> P* page() const { return window.findChild<P*>(); }
};

} // namespace nanocap::tests
