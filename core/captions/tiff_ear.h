// SPDX-License-Identifier: Apache-2.0
// TiffEar: hears what libtiff complains of while Qt reads a TIFF file with it. libtiff fills up the lines a
// damaged file lacks, Qt hands them out as a picture, and only the complaint tells. Any thread: each hears
// its own.
#pragma once

#include <string>

namespace nanocap::captions {

class TiffEar
{
public:
    /// One per thread at a time.
    TiffEar();
    TiffEar(const TiffEar&) = delete;
    TiffEar& operator=(const TiffEar&) = delete;
    ~TiffEar();

    /// The first error; empty when there was none. Warnings are none: files of many a scanner cause some.
    const std::string& error() const { return m_error; }

private:
    std::string m_error;
};

} // namespace nanocap::captions
