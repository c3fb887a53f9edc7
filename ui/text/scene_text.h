// SPDX-License-Identifier: Apache-2.0
// What is said of a scene that is not captioned: plain words for visitors, figures for operators.
#pragma once

#include "core/captions/scene_sense.h"

#include <QString>

#include <utility>
#include <vector>

namespace nanocap::ui {

/// In place of a caption, with what to do; empty for a scene that is captioned.
QString sceneTrouble(captions::SceneState scene);
/// "still", beside a caption that stays; empty otherwise.
QString sceneNote(captions::SceneState scene);
/// Rows of a table: name and value with its unit.
std::vector<std::pair<QString, QString>> sceneRows(captions::SceneState scene,
                                                   const captions::SceneFigures& figures);

} // namespace nanocap::ui
