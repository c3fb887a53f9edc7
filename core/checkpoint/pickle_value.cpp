// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/pickle_value.h"

namespace nanocap::checkpoint {

std::string_view nameOf(Kind kind)
{
    switch (kind) {
    case Kind::None:
        return "None";
    case Kind::Bool:
        return "bool";
    case Kind::Int:
        return "int";
    case Kind::Float:
        return "float";
    case Kind::String:
        return "str";
    case Kind::Bytes:
        return "bytes";
    case Kind::Tuple:
        return "tuple";
    case Kind::List:
        return "list";
    case Kind::Dict:
        return "dict";
    case Kind::OrderedDict:
        return "OrderedDict";
    case Kind::Global:
        return "class or function";
    case Kind::Storage:
        return "storage";
    case Kind::Tensor:
        return "tensor";
    case Kind::NumpyDtype:
        return "numpy dtype";
    case Kind::Opaque:
    case Kind::Unset:
        break;
    }
    return "other object";
}

std::string_view typeOf(const Value& value)
{
    if (value.isDict() && value.container->dictClass == DictClass::Counter)
        return "Counter";
    if (value.isDict() && value.container->dictClass == DictClass::DefaultDict)
        return "defaultdict";
    return nameOf(value.kind);
}

const Value* Container::find(std::string_view key) const
{
    const Value* found = nullptr;
    eachPair([&](const Value& k, const Value& value) {
        if (k.isText(key))
            found = &value;
        return !found;
    });
    return found;
}

} // namespace nanocap::checkpoint
