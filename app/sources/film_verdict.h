// SPDX-License-Identifier: Apache-2.0
// What is said of a film when it has ended. Plain values, any thread.
#pragma once

#include "app/sources/film_player.h"
#include "core/base/failure.h"

#include <QString>

#include <optional>

namespace nanocap::sources {

struct FilmVerdict
{
    std::optional<Failure> failure; ///< nothing could be shown, or the rest could not: SOURCE
    Sentence text;                  ///< without a failure: that it has ended, cut off or damaged as it may be
};

/// `file` as the person named it.
FilmVerdict verdictOn(const FilmEnd& end, const QString& file);

} // namespace nanocap::sources
