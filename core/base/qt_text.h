// SPDX-License-Identifier: Apache-2.0
// UTF-8 of plain C++ as Qt's text. Only a header, so that core/base itself stays free of Qt; whoever includes
// it links Qt6::Core. Any thread.
#pragma once

#include <QString>

#include <string_view>

namespace nanocap {

inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace nanocap
