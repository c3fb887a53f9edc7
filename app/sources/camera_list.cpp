// SPDX-License-Identifier: Apache-2.0
#include "app/sources/camera_list.h"

#include "app/sources/media_backend.h"

#include <QCameraDevice>
#include <QDir>
#include <QMediaDevices>

#include <algorithm>

namespace nanocap::sources {

std::vector<NamedCamera> namedCameras(const std::vector<std::pair<QString, QString>>& found)
{
    std::vector<NamedCamera> cameras;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto& [description, id] = found[i];
        const auto sameName = [&](const auto& other) { return other.first == description; };
        const auto here = found.begin() + static_cast<std::ptrdiff_t>(i);
        const auto before = std::count_if(found.begin(), here, sameName);
        const bool alone = std::count_if(found.begin(), found.end(), sameName) == 1;
        NamedCamera camera;
        camera.name = before == 0 ? description : QStringLiteral("%1 (%2)").arg(description).arg(before + 1);
        camera.uri = found.size() == 1 ? QStringLiteral("camera:")
                                       : QStringLiteral("camera:") + (alone ? description : id);
        camera.isFirst = i == 0;
        cameras.push_back(std::move(camera));
    }
    return cameras;
}

std::vector<NamedCamera> connectedCameras()
{
    if (QDir(QStringLiteral("/dev"))
            .entryList({QStringLiteral("video*")}, QDir::System | QDir::Files)
            .isEmpty())
        return {};
    preferLightMediaBackend();
    std::vector<std::pair<QString, QString>> found;
    const QCameraDevice first = QMediaDevices::defaultVideoInput();
    for (const QCameraDevice& camera : QMediaDevices::videoInputs()) {
        const std::pair named(camera.description(), QString::fromUtf8(camera.id()));
        found.insert(camera == first ? found.begin() : found.end(), named);
    }
    return namedCameras(found);
}

} // namespace nanocap::sources
