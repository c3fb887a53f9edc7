// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/pickle_vm.h"

#include "core/checkpoint/pickle_globals.h"
#include "core/checkpoint/pickle_ops.h"

namespace nanocap::checkpoint {

namespace {

/// For a name that is refused but is not made to run: somebody's own object stands in the file.
Saying objectSentence(std::string_view name, bool keyIsKnown)
{
    if (!keyIsKnown)
        return said("Checkpoint",
                    "The model file holds '%1', a class or function this program does not know and "
                    "does not run. Save a dictionary with model_state_dict (model.state_dict()), "
                    "word_map and vocab_size.");
    if (name == "getattr")
        return said("Checkpoint",
                    "The model file holds something under '%2' that Python looks up with '%1', such "
                    "as a member of an enumeration; this program runs nothing. Save its plain value "
                    "instead.");
    return said("Checkpoint",
                "The model file holds '%1' under '%2', a class or function this program does not "
                "know and does not run. Save the checkpoint again without it, or with plain "
                "numbers, texts, lists and dictionaries in its place.");
}

} // namespace

bool PickleMachine::stepObject(std::uint8_t op)
{
    switch (op) {
    case op::Reduce:
        return reduce();
    case op::Build:
        return build();
    case op::NewObj:
        return newObject();
    case op::BinPersId:
        return persistentId();
    case op::StackGlobal: {
        Value name, module;
        if (!pop(name) || !pop(module))
            return false;
        if (!name.isText() || !module.isText())
            return fail(Code::PickleBad, "a global that is not named by two texts");
        if (name.size > limits::globalLine || module.size > limits::globalLine)
            return fail(Code::PickleLimit, "a module or name longer than 256 bytes");
        return global(module.string(), name.string());
    }
    default: {
        std::string module, name;
        return readLine(module) && readLine(name) && global(module, name);
    }
    }
}

bool PickleMachine::readLine(std::string& line)
{
    const std::uint8_t* at = nullptr;
    while (take(1, at)) {
        if (*at == '\n')
            return true;
        if (line.size() == limits::globalLine)
            return fail(Code::PickleLimit, "a module or name longer than 256 bytes");
        line += static_cast<char>(*at);
    }
    return false;
}

bool PickleMachine::global(std::string_view module, std::string_view name)
{
    const std::string full = std::string(module) + '.' + std::string(name);
    const auto value = findGlobal(module, name);
    if (!value) {
        const std::string key = outermostKey();
        return fail(Code::Unsafe, "global '" + full + "' is not on the list of known names", full, key,
                    isMadeToRun(module, name) ? std::nullopt
                                              : std::optional(objectSentence(name, !key.empty())));
    }
    if (value->meaning == Meaning::Unsupported)
        return fail(Code::UnsupportedTensor, "global '" + full + "'", nearestNameOr(name), std::string(name));
    return make(*value);
}

bool PickleMachine::reduce()
{
    Value arguments, function, result;
    if (!pop(arguments) || !pop(function))
        return false;
    if (arguments.kind != Kind::Tuple || function.kind != Kind::Global)
        return fail(Code::PickleBad, "calls a " + std::string(nameOf(function.kind)) + " with a " +
                                         std::string(nameOf(arguments.kind)));
    return call(function, arguments, result) && make(result);
}

bool PickleMachine::newObject()
{
    Value arguments, type;
    if (!pop(arguments) || !pop(type))
        return false;
    if (arguments.kind != Kind::Tuple || type.kind != Kind::Global)
        return fail(Code::PickleBad, "makes an object of a " + std::string(nameOf(type.kind)));
    if (type.meaning == Meaning::Inert || type.meaning == Meaning::Counter ||
        type.meaning == Meaning::DefaultDict)
        return make(Value::opaque());
    if (type.meaning != Meaning::OrderedDict || arguments.container->count != 0)
        return fail(Code::PickleBad, "makes an object of something that is not a plain class");
    return container(Kind::OrderedDict, m_stack.size());
}

bool PickleMachine::call(const Value& function, const Value& arguments, Value& result)
{
    const Container& tuple = *arguments.container;
    switch (function.meaning) {
    case Meaning::OrderedDict:
        return orderedDict(tuple, result);
    case Meaning::RebuildTensor:
        return rebuildTensor(tuple, result);
    case Meaning::NumpyScalar:
        return numpyScalar(tuple, result);
    case Meaning::NumpyDtype:
        return numpyDtype(tuple, result);
    case Meaning::CodecsEncode:
        return encode(tuple, result);
    case Meaning::Inert:
        result = Value::opaque();
        return true;
    case Meaning::DefaultDict:
        return dictLike(DictClass::DefaultDict, nullptr, result);
    case Meaning::Counter: {
        const Arguments args(tuple);
        const bool filled = args.count == 1 && args.at[0].isDict();
        return dictLike(DictClass::Counter, filled ? args.at[0].container : nullptr, result);
    }
    case Meaning::RebuildParameter: {
        const Arguments args(tuple);
        result = args.at[0];
        return (args.count >= 3 && args.count <= 4 && result.kind == Kind::Tensor) ||
               fail(Code::PickleBad, "a parameter that is not made of a tensor");
    }
    case Meaning::TorchSize: {
        const Arguments args(tuple);
        result = args.at[0];
        if (args.count == 1 && result.kind == Kind::List)
            result.kind = Kind::Tuple;
        return (args.count == 1 && result.kind == Kind::Tuple) ||
               fail(Code::PickleBad, "a size that is not a tuple");
    }
    case Meaning::StorageClass:
    case Meaning::Unsupported:
        break;
    }
    return fail(Code::PickleBad, "calls a storage class");
}

bool PickleMachine::orderedDict(const Container& arguments, Value& result)
{
    const Arguments args(arguments);
    if (args.count > 1 ||
        (args.count == 1 && args.at[0].kind != Kind::List && args.at[0].kind != Kind::Tuple))
        return fail(Code::PickleBad, "an OrderedDict that is not made of pairs");
    Container* made = m_pickle.heap.make<Container>();
    if (!made)
        return fail(Code::PickleLimit, "its values need more than 32 MB");
    made->isDict = true;
    result.kind = Kind::OrderedDict;
    result.container = made;
    return args.count == 0 || args.at[0].container->each([&](const Value& pair) {
        const bool isPair =
            (pair.kind == Kind::List || pair.kind == Kind::Tuple) && pair.container->count == 2;
        if (!isPair)
            return fail(Code::PickleBad, "an OrderedDict that is not made of pairs");
        const Arguments both(*pair.container);
        return checkKeys(both.at, 2) && extend(*made, both.at, 2);
    });
}

bool PickleMachine::build()
{
    Value state;
    if (!pop(state))
        return false;
    if (m_stack.size() <= floor())
        return fail(Code::PickleBad, "gives a state to nothing");
    Value& target = m_stack.back();
    if (target.kind == Kind::Opaque)
        return true;
    if (target.kind == Kind::OrderedDict || typeOf(target) != nameOf(target.kind)) {
        // Its attributes: _metadata of a state dict, and what people added.
        const bool attributes =
            state.isDict() &&
            state.container->eachPair([](const Value& name, const Value&) { return name.isText(); });
        return attributes || fail(Code::PickleBad, "gives an OrderedDict a state that is not its attributes");
    }
    if (target.kind != Kind::NumpyDtype || target.dtype->order != 0)
        return fail(Code::PickleBad, "gives a state to a " + std::string(nameOf(target.kind)));
    if (state.kind != Kind::Tuple || state.container->count < 2)
        return fail(Code::PickleBad, "a numpy dtype with a wrong state");
    const Value order = Arguments(*state.container).at[1];
    if (!order.isText() || order.size != 1)
        return fail(Code::PickleBad, "a numpy dtype with a wrong byte order");
    target.dtype->order = order.text[0];
    return true;
}

} // namespace nanocap::checkpoint
