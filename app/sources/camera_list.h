// SPDX-License-Identifier: Apache-2.0
// Cameras by name, to choose from. GUI thread.
#pragma once

#include <QString>

#include <utility>
#include <vector>

namespace nanocap::sources {

struct NamedCamera
{
    QString name;         ///< as the system calls it; two of one kind are numbered: "HD Webcam (2)"
    QString uri;          ///< camera:, or camera:NAME where there are several
    bool isFirst = false; ///< what "camera:" alone means
};

/// `found`: description and id of each, the system's first choice at the front. One camera is "camera:",
/// which stays right when it is exchanged for another; two of the same description are told apart by their
/// ids.
std::vector<NamedCamera> namedCameras(const std::vector<std::pair<QString, QString>>& found);

/// What is connected now. Empty without loading Qt Multimedia when the system has no video device at all.
std::vector<NamedCamera> connectedCameras();

} // namespace nanocap::sources
