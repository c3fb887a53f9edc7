// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/pickle_graph.h"

#include "core/checkpoint/limits.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstring>
#include <vector>

namespace nanocap::checkpoint {

namespace {

/// Where the walk stands inside one container.
struct Frame
{
    Container* container;
    const Block* block;
    std::uint64_t next = 0;
    std::uint64_t expanded = 1;
    unsigned depth = 1; ///< of what hangs below, this container included
};

/// Total order of keys. Python counts 1, 1.0 and True as one key, so they are compared as numbers.
class KeyOrder
{
public:
    bool exhausted() const { return m_compared > limits::comparedBytes; }

    int compare(const Value& a, const Value& b)
    {
        const int ka = classOf(a), kb = classOf(b);
        if (ka != kb)
            return ka - kb;
        if (ka == 0)
            return 0;
        if (ka == 1)
            return a.integer < b.integer ? -1 : a.integer > b.integer;
        if (ka == 2)
            return a.real < b.real ? -1 : a.real > b.real;
        if (a.size != b.size)
            return a.size < b.size ? -1 : 1;
        if (a.text == b.text || exhausted())
            return 0;
        m_compared += a.size;
        return std::memcmp(a.text, b.text, a.size);
    }

private:
    static int classOf(const Value& v)
    {
        switch (v.kind) {
        case Kind::None:
            return 0;
        case Kind::Bool:
        case Kind::Int:
            return 1;
        case Kind::Float:
            return 2;
        case Kind::String:
            return 3;
        default:
            return 4;
        }
    }

    std::uint64_t m_compared = 0;
};

/// Keys as they are compared: whole floats count as integers; NaN (equal to nothing), tuples and objects
/// (nobody looks them up) are left out.
bool normalised(const Value& key, Value& out)
{
    out = key;
    if (key.kind == Kind::Tuple || key.kind == Kind::Opaque || key.kind == Kind::Global)
        return false;
    if (key.kind != Kind::Float)
        return true;
    if (std::isnan(key.real))
        return false;
    if (key.real >= -9.2e18 && key.real <= 9.2e18 && std::trunc(key.real) == key.real)
        out = Value::ofInt(static_cast<std::int64_t>(key.real));
    return true;
}

std::string shown(const Value& key)
{
    switch (key.kind) {
    case Kind::String:
    case Kind::Bytes:
        return std::string(key.string().substr(0, 200));
    case Kind::Int:
    case Kind::Bool:
        return std::to_string(key.integer);
    case Kind::Float:
        return std::to_string(key.real);
    default:
        return "None";
    }
}

Checked<void> checkKeys(const Container& dict, KeyOrder& order)
{
    if (dict.count <= 2)
        return {};
    std::vector<Value> keys;
    keys.reserve(dict.count / 2);
    dict.eachPair([&keys](const Value& key, const Value&) {
        Value k;
        if (normalised(key, k))
            keys.push_back(k);
        return true;
    });
    std::sort(keys.begin(), keys.end(),
              [&](const Value& a, const Value& b) { return order.compare(a, b) < 0; });
    if (order.exhausted())
        return refuse(Code::PickleLimit, "the keys of a dictionary are too long to be compared");
    const auto twin = std::adjacent_find(
        keys.begin(), keys.end(), [&](const Value& a, const Value& b) { return order.compare(a, b) == 0; });
    if (twin != keys.end())
        return refuse(Code::DuplicateKey, "key '" + shown(*twin) + "' occurs twice in one dictionary",
                      shown(*twin));
    return {};
}

Checked<void> tooDeep()
{
    return refuse(Code::PickleLimit, "nested deeper than " + std::to_string(limits::nesting));
}

} // namespace

Checked<void> checkGraph(const Value& top)
{
    if (!top.isContainer())
        return {};
    KeyOrder order;
    std::vector<Frame> path;
    path.reserve(limits::nesting + 1);
    top.container->visit = Visit::Open;
    path.push_back({top.container, top.container->first});
    while (!path.empty()) {
        Frame& frame = path.back();
        while (frame.block && frame.next == frame.block->count) {
            frame.block = frame.block->next;
            frame.next = 0;
        }
        if (!frame.block) {
            Container& done = *frame.container;
            if (done.isDict)
                if (auto keys = checkKeys(done, order); !keys)
                    return keys;
            done.visit = Visit::Done;
            done.expanded = static_cast<std::uint32_t>(frame.expanded);
            done.depth = static_cast<std::uint8_t>(frame.depth);
            path.pop_back();
            if (!path.empty()) {
                path.back().expanded += done.expanded;
                path.back().depth = std::max(path.back().depth, done.depth + 1u);
            }
        } else {
            const Value& value = frame.block->values()[frame.next++];
            if (!value.isContainer()) {
                ++frame.expanded;
            } else if (value.container->visit == Visit::Open) {
                return refuse(Code::PickleCycle, "a container contains itself");
            } else if (value.container->visit == Visit::Done) {
                frame.expanded += value.container->expanded;
                frame.depth = std::max(frame.depth, value.container->depth + 1u);
            } else {
                if (path.size() >= limits::nesting)
                    return tooDeep();
                value.container->visit = Visit::Open;
                path.push_back({value.container, value.container->first});
            }
        }
        if (!path.empty() && path.back().expanded > limits::expanded)
            return refuse(Code::PickleLimit,
                          "more than 8 million values when shared parts are counted at each use");
        if (!path.empty() && path.back().depth > limits::nesting)
            return tooDeep();
    }
    return {};
}

} // namespace nanocap::checkpoint
