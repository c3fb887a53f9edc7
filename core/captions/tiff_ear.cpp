// SPDX-License-Identifier: Apache-2.0
#include "core/captions/tiff_ear.h"

#include <cstdarg>
#include <cstdio>
#include <tiffio.h>

namespace nanocap::captions {

namespace {

thread_local std::string* listening = nullptr;

void hear(const char*, const char* format, va_list arguments)
{
    if (!listening || !listening->empty())
        return;
    char line[256];
    std::vsnprintf(line, sizeof line, format, arguments);
    *listening = line;
}

void ignore(const char*, const char*, va_list) {}

} // namespace

TiffEar::TiffEar()
{
    // libtiff's handlers are the whole process's.
    static const bool installed = [] {
        TIFFSetErrorHandler(hear);
        TIFFSetWarningHandler(ignore);
        return true;
    }();
    listening = installed ? &m_error : nullptr;
}

TiffEar::~TiffEar()
{
    listening = nullptr;
}

} // namespace nanocap::captions
