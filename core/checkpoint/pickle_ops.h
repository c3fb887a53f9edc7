// SPDX-License-Identifier: Apache-2.0
// The pickle operations that are allowed (numbers from Python's pickle protocol 2 to 5). Any other byte is
// refused.
#pragma once

#include <cstdint>
#include <string_view>

namespace nanocap::checkpoint::op {

enum : std::uint8_t {
    Proto = 0x80,
    Stop = '.',
    Mark = '(',
    None = 'N',
    NewTrue = 0x88,
    NewFalse = 0x89,
    BinInt = 'J',
    BinInt1 = 'K',
    BinInt2 = 'M',
    Long1 = 0x8a,
    BinFloat = 'G',
    BinUnicode = 'X',
    ShortBinString = 'U',
    EmptyTuple = ')',
    Tuple = 't',
    Tuple1 = 0x85,
    Tuple2 = 0x86,
    Tuple3 = 0x87,
    EmptyList = ']',
    Append = 'a',
    Appends = 'e',
    EmptyDict = '}',
    SetItem = 's',
    SetItems = 'u',
    BinPut = 'q',
    LongBinPut = 'r',
    BinGet = 'h',
    LongBinGet = 'j',
    Global = 'c',
    Reduce = 'R',
    Build = 'b',
    BinPersId = 'Q',
    NewObj = 0x81,
    ShortBinBytes = 'C',
    BinBytes = 'B', // protocol 3
    Frame = 0x95,
    ShortBinUnicode = 0x8c,
    BinUnicode8 = 0x8d,
    BinBytes8 = 0x8e,
    Memoize = 0x94,
    StackGlobal = 0x93,
    EmptySet = 0x8f,
    AddItems = 0x90,  // protocol 4
    ByteArray8 = 0x96 // protocol 5
};

/// What an operation outside the list is for, in a sentence after "uses".
inline std::string_view nameOfRefused(std::uint8_t operation)
{
    switch (operation) {
    case 0x91:
        return "a frozenset of protocol 4";
    case 0x92:
        return "an object with named arguments";
    case 0x8b:
        return "an integer of more than 255 bytes";
    case 'T':
        return "a long text of Python 2";
    case 0x97:
    case 0x98:
        return "data outside the file";
    case 'I':
    case 'L':
    case 'F':
    case 'S':
    case 'V':
    case 'g':
    case 'p':
    case 'l':
    case 'd':
        return "the text form of pickle";
    default:
        return "something torch.save does not write";
    }
}

} // namespace nanocap::checkpoint::op
