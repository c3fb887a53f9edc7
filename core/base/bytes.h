// SPDX-License-Identifier: Apache-2.0
// Bytes: an amount of memory that cannot be mixed up with a count. Signed, because a clean-up may cost.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace nanocap {

class Bytes
{
public:
    constexpr Bytes() = default;
    constexpr explicit Bytes(std::int64_t count) : m_count(count) {}

    /// 1 MB is 2^20 bytes everywhere in Nanocap, as in the kernel's and the original program's figures.
    static constexpr Bytes fromMegabytes(std::int64_t mb) { return Bytes(mb * (1 << 20)); }
    static constexpr Bytes fromKilobytes(std::int64_t kb) { return Bytes(kb * 1024); }

    constexpr std::int64_t count() const { return m_count; }
    constexpr double megabytes() const { return static_cast<double>(m_count) / (1 << 20); }

    constexpr auto operator<=>(const Bytes&) const = default;
    constexpr Bytes operator+(Bytes o) const { return Bytes(m_count + o.m_count); }
    constexpr Bytes operator-(Bytes o) const { return Bytes(m_count - o.m_count); }
    constexpr Bytes operator-() const { return Bytes(-m_count); }
    constexpr Bytes operator*(std::int64_t n) const { return Bytes(m_count * n); }
    constexpr Bytes operator/(std::int64_t n) const { return Bytes(m_count / n); }
    constexpr Bytes& operator+=(Bytes o)
    {
        m_count += o.m_count;
        return *this;
    }
    constexpr Bytes& operator-=(Bytes o)
    {
        m_count -= o.m_count;
        return *this;
    }

private:
    std::int64_t m_count = 0;
};

/// A figure that may not be known. It is shown as the word "unknown", never as 0.
using MaybeBytes = std::optional<Bytes>;

/// "934 MB"; below 10 MB with one decimal ("8.7 MB"); rounded to nearest.
std::string toText(Bytes bytes);
/// The same, or "unknown".
std::string toText(const MaybeBytes& bytes);
/// Whole megabytes, rounded to nearest: the figure used inside sentences that name a deficit.
std::int64_t wholeMegabytes(Bytes bytes);

} // namespace nanocap
