// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/pickle_globals.h"

#include <algorithm>
#include <iterator>

namespace nanocap::checkpoint {

namespace {

struct Known
{
    std::string_view module, name;
    Meaning meaning;
};

constexpr Known known[] = {
    {"collections", "OrderedDict", Meaning::OrderedDict},
    {"torch._utils", "_rebuild_tensor_v2", Meaning::RebuildTensor},
    {"torch._utils", "_rebuild_parameter", Meaning::RebuildParameter},
    {"torch._utils", "_rebuild_parameter_with_state", Meaning::RebuildParameter},
    {"numpy.core.multiarray", "scalar", Meaning::NumpyScalar},
    {"numpy._core.multiarray", "scalar", Meaning::NumpyScalar},
    {"numpy", "dtype", Meaning::NumpyDtype},
    {"_codecs", "encode", Meaning::CodecsEncode},
    {"torch", "Size", Meaning::TorchSize},

    {"torch._utils", "_rebuild_tensor_v3", Meaning::Unsupported},
    {"torch._utils", "_rebuild_qtensor", Meaning::Unsupported},
    {"torch._utils", "_rebuild_device_tensor_from_numpy", Meaning::Unsupported},
    {"torch._utils", "_rebuild_device_tensor_from_cpu_tensor", Meaning::Unsupported},
    {"torch._utils", "_rebuild_xla_tensor", Meaning::Unsupported},
    {"torch._utils", "_rebuild_nested_tensor", Meaning::Unsupported},
    {"torch._utils", "_rebuild_wrapper_subclass", Meaning::Unsupported},
    {"torch._tensor", "_rebuild_from_type_v2", Meaning::Unsupported},
    {"torch._tensor", "_rebuild_from_type", Meaning::Unsupported},
    {"torch.storage", "UntypedStorage", Meaning::Unsupported},
    {"torch", "UntypedStorage", Meaning::Unsupported},

    {"builtins", "set", Meaning::Inert},
    {"builtins", "frozenset", Meaning::Inert},
    {"builtins", "bytearray", Meaning::Inert},
    {"builtins", "bytes", Meaning::Inert},
    {"builtins", "complex", Meaning::Inert},
    {"builtins", "int", Meaning::Inert},
    {"builtins", "float", Meaning::Inert},
    {"builtins", "list", Meaning::Inert},
    {"builtins", "dict", Meaning::Inert},
    {"builtins", "str", Meaning::Inert},
    {"builtins", "bool", Meaning::Inert},
    {"builtins", "tuple", Meaning::Inert},
    {"builtins", "range", Meaning::Inert},
    {"builtins", "slice", Meaning::Inert},
    {"collections", "Counter", Meaning::Counter},
    {"collections", "defaultdict", Meaning::DefaultDict},
    {"collections", "deque", Meaning::Inert},
    {"argparse", "Namespace", Meaning::Inert},
    {"datetime", "date", Meaning::Inert},
    {"datetime", "datetime", Meaning::Inert},
    {"datetime", "time", Meaning::Inert},
    {"datetime", "timedelta", Meaning::Inert},
    {"datetime", "timezone", Meaning::Inert},
    {"decimal", "Decimal", Meaning::Inert},
    {"fractions", "Fraction", Meaning::Inert},
    {"types", "SimpleNamespace", Meaning::Inert},
    {"uuid", "UUID", Meaning::Inert},
    {"numpy", "ndarray", Meaning::Inert},
    {"numpy.core.multiarray", "_reconstruct", Meaning::Inert},
    {"numpy._core.multiarray", "_reconstruct", Meaning::Inert},
    {"numpy.core.numeric", "_frombuffer", Meaning::Inert},
    {"numpy._core.numeric", "_frombuffer", Meaning::Inert},
    {"torch", "device", Meaning::Inert},
};

struct KnownStorage
{
    std::string_view name;
    std::int64_t type;
};

constexpr std::int64_t as(DType type)
{
    return static_cast<std::int64_t>(type);
}

constexpr KnownStorage storageClasses[] = {
    {"FloatStorage", as(DType::F32)},
    {"DoubleStorage", as(DType::F64)},
    {"HalfStorage", as(DType::F16)},
    {"BFloat16Storage", as(DType::BF16)},
    {"LongStorage", as(DType::I64)},
    {"IntStorage", as(DType::I32)},
    {"ShortStorage", as(DType::I16)},
    {"CharStorage", as(DType::I8)},
    {"ByteStorage", as(DType::U8)},
    {"BoolStorage", as(DType::Bool)},
    {"ComplexFloatStorage", StorageType::complex},
    {"ComplexDoubleStorage", StorageType::complex},
    {"ComplexHalfStorage", StorageType::complex},
};

constexpr std::string_view quantisedStorages[] = {"QInt8Storage", "QInt32Storage", "QUInt8Storage",
                                                  "QUInt4x2Storage", "QUInt2x4Storage"};

constexpr std::string_view torchDtypes[] = {
    "float32",        "float64", "float16",   "bfloat16",  "float",         "double",      "half",
    "int64",          "int32",   "int16",     "int8",      "uint8",         "long",        "int",
    "short",          "bool",    "complex32", "complex64", "complex128",    "uint16",      "uint32",
    "uint64",         "qint8",   "quint8",    "qint32",    "float8_e4m3fn", "float8_e5m2", "float8_e4m3fnuz",
    "float8_e5m2fnuz"};

constexpr std::string_view numpyTypes[] = {
    "bool_",  "int8",    "int16",   "int32",   "int64",     "uint8",      "uint16", "uint32",
    "uint64", "float16", "float32", "float64", "complex64", "complex128", "str_",   "bytes_"};

constexpr std::string_view paths[] = {"Path",     "PosixPath",     "WindowsPath",
                                      "PurePath", "PurePosixPath", "PureWindowsPath"};

template <class List> bool contains(const List& list, std::string_view name)
{
    return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

Value global(Meaning meaning, std::int64_t type = 0)
{
    Value value = Value::of(Kind::Global, type);
    value.meaning = meaning;
    return value;
}

} // namespace

std::optional<Value> findGlobal(std::string_view module, std::string_view name)
{
    if (module == "__builtin__") { // protocol 2 writes the names of Python 2
        module = "builtins";
        name = name == "long" ? "int" : name == "unicode" ? "str" : name == "xrange" ? "range" : name;
    }
    for (const Known& entry : known)
        if (entry.name == name && entry.module == module)
            return global(entry.meaning);
    if (module == "torch") {
        for (const KnownStorage& storage : storageClasses)
            if (storage.name == name)
                return global(Meaning::StorageClass, storage.type);
        if (contains(quantisedStorages, name))
            return global(Meaning::Unsupported);
        if (contains(torchDtypes, name))
            return global(Meaning::Inert);
    }
    if (module == "numpy" && contains(numpyTypes, name))
        return global(Meaning::Inert);
    const bool rebuilds = name.starts_with("_rebuild_sparse") || name.starts_with("_rebuild_meta");
    if (module == "torch._utils" && rebuilds && name.find('.') == name.npos)
        return global(Meaning::Unsupported);
    if ((module == "pathlib" || module == "pathlib._local") && contains(paths, name))
        return global(Meaning::Inert);
    return std::nullopt;
}

bool isMadeToRun(std::string_view module, std::string_view name)
{
    constexpr std::string_view modules[] = {
        "__builtin__", "asyncio",  "bdb",    "builtins", "cloudpickle", "code",      "codeop",
        "commands",    "ctypes",   "dill",   "http",     "imp",         "importlib", "marshal",
        "nt",          "operator", "os",     "pdb",      "pickle",      "pip",       "popen2",
        "posix",       "profile",  "pty",    "requests", "runpy",       "shutil",    "socket",
        "subprocess",  "sys",      "timeit", "urllib",   "webbrowser"};
    // Python writes getattr for classes inside classes and for some enumerations.
    return name != "getattr" && contains(modules, module.substr(0, module.find('.')));
}

} // namespace nanocap::checkpoint
