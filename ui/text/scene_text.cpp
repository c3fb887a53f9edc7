// SPDX-License-Identifier: Apache-2.0
#include "ui/text/scene_text.h"

#include "ui/text/local_text.h"

#include <QCoreApplication>

namespace nanocap::ui {

using captions::SceneState;

namespace {
struct Scene
{
    Q_DECLARE_TR_FUNCTIONS(Scene)
};

QString stateName(SceneState scene)
{
    switch (scene) {
    case SceneState::Moving:
        return Scene::tr("moving");
    case SceneState::Still:
        return Scene::tr("still");
    case SceneState::Dark:
        return Scene::tr("too dark");
    case SceneState::Covered:
        return Scene::tr("without an edge");
    case SceneState::Blurred:
        return Scene::tr("out of focus");
    case SceneState::Frozen:
        return Scene::tr("frozen");
    }
    return {};
}
} // namespace

QString sceneTrouble(SceneState scene)
{
    switch (scene) {
    case SceneState::Dark:
        return Scene::tr("It is too dark to see anything. More light would help.");
    case SceneState::Covered:
        return Scene::tr(
            "There is nothing to see but one plain surface. Is something in front of the camera?");
    case SceneState::Blurred:
        return Scene::tr("Everything is out of focus. Please step back a little, or wipe the lens.");
    case SceneState::Frozen:
        return Scene::tr("The camera keeps sending the same picture. Please unplug it and plug it in again.");
    case SceneState::Moving:
    case SceneState::Still:
        break;
    }
    return {};
}

QString sceneNote(SceneState scene)
{
    return scene == SceneState::Still ? stateName(scene) : QString();
}

std::vector<std::pair<QString, QString>> sceneRows(SceneState scene, const captions::SceneFigures& f)
{
    const auto level = [](double value) {
        return Scene::tr("%1 of 255").arg(QString::number(value, 'f', 0));
    };
    std::vector<std::pair<QString, QString>> rows = {
        {Scene::tr("scene"), stateName(scene)},
        {Scene::tr("brightness"), level(f.mean)},
        {Scene::tr("brightest twentieth"), level(f.bright)},
        {Scene::tr("strongest edges"), level(f.edge)},
        {Scene::tr("sharpness"), QString::number(f.sharpness, 'f', 3)},
        {Scene::tr("changed cells"), Scene::tr("%1 of %2").arg(f.changedCells).arg(f.cells)}};
    if (f.sameBitsMs > 0)
        rows.emplace_back(Scene::tr("same bits for"),
                          Scene::tr("%1 s").arg(QString::number(double(f.sameBitsMs) / 1000, 'f', 1)));
    return rows;
}

} // namespace nanocap::ui
