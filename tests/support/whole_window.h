// SPDX-License-Identifier: Apache-2.0
// The program's own wiring around one model and the built-in cards, without main().
#pragma once

#include "app/nanocap/window_flow.h"

namespace nanocap::tests {

struct WholeWindow
{
    ui::MainWindow window;
    worker::ModelService service;
    memory::MemoryMonitor monitor{memory::SystemRoot::fromEnvironment()};
    worker::CatalogService catalog;
    app::SourceFlow source{window, service, {}};
    app::WindowFlow flow;

    /// Loads `model` (unless it is empty) as soon as catalog.refresh() has found it. Attended, it asks about
    /// a quarantine.
    explicit WholeWindow(const std::string& model, const catalog::Folders& folders = {},
                         bool unattended = true)
        : catalog(folders, load::Floor::automaticFloor(), model),
          flow({window, service, catalog, monitor, source},
               {load::Floor::automaticFloor(), engine::Precision::Fp32, !model.empty(), unattended, false})
    {
        source.setUri(QStringLiteral("cards:"));
        window.resize(800, 480);
        window.setVisible(true);
    }
};

} // namespace nanocap::tests
