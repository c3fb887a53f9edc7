// SPDX-License-Identifier: Apache-2.0
#include "core/doctor/machine_checks.h"

#include <algorithm>

namespace nanocap::doctor {

namespace {

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

Check checkLibtorch(const DoctorInputs& inputs)
{
    Check check{"libtorch", Status::Pass, "unknown", {}};
    if (!inputs.engine) {
        check.status = Status::Warn;
        check.message = said("Doctor", "The engine was not tried.");
    } else if (inputs.engine->failure) {
        const Failure& failure = *inputs.engine->failure;
        check.status = Status::Fail;
        check.value = failure.code;
        check.message = failure.message;
        if (failure.code == "SIGILL")
            check.message +=
                said("Doctor", "A library uses instructions this processor does not have: use your "
                               "distribution's libtorch, on a Jetson Nano with OPENBLAS_CORETYPE=ARMV8.");
    } else {
        check.value = inputs.engine->description.empty() ? "starts" : inputs.engine->description;
        check.message = said("Doctor", "The engine starts, loads libtorch and computes.");
    }
    return check;
}

Check checkBlas(const DoctorInputs& inputs)
{
    Check check{"blas", Status::Pass, "unknown", {}};
    std::string library = inputs.blasLibrary;
    // What the engine really mapped beats what the system would choose.
    if (inputs.engine)
        for (const std::string& file : inputs.engine->mapped)
            if (file.find("blas") != std::string::npos || file.find("libmkl") != std::string::npos) {
                library = file;
                if (file.find("openblas") != std::string::npos)
                    break;
            }
    if (!library.empty())
        check.value = library;
    if (library.find("openblas") != std::string::npos && inputs.tegraX1 && inputs.openblasCoreType.empty()) {
        check.status = Status::Warn;
        check.message = said("Doctor", "OpenBLAS mistakes this processor for a newer one and may stop with "
                                       "SIGILL. Start the engine with OPENBLAS_CORETYPE=ARMV8.");
    } else {
        check.message = said("Doctor", "libtorch asks for one; captions are computed without it.");
    }
    return check;
}

Check checkCamera(const DoctorInputs& inputs)
{
    Check check{"camera", Status::Pass, "unknown", {}};
    if (!inputs.cameras) {
        check.status = Status::Warn;
        check.message = said("Doctor", "Cameras could not be looked for.");
    } else if (inputs.cameras->empty()) {
        check.status = Status::Warn;
        check.value = "none";
        check.message = said("Doctor", "No camera was found; the built-in cards are shown. Plug one in; its "
                                       "user must be in the group video.");
    } else {
        check.value = joined(*inputs.cameras);
        check.message = said("Doctor", "A camera is there.");
    }
    return check;
}

Check checkDisk(const DoctorInputs& inputs)
{
    Check check{"disk", Status::Pass, "unknown", {}};
    if (inputs.stateFreeBytes)
        check.value = toText(*inputs.stateFreeBytes);
    const std::string& place = inputs.stateFolder;
    if (!inputs.stateFreeBytes) {
        check.status = Status::Warn;
        check.message = said("Doctor", "The free space in %1 cannot be read. Check that the folder exists.")
                            .with({place});
    } else if (inputs.stateReadOnly) {
        check.status = Status::Fail;
        check.message =
            said("Doctor", "The disk under %1 can only be read: nothing can be recorded or remembered. "
                           "Mount it so that it can be written, or set NANOCAP_STATE_DIR.")
                .with({place});
    } else if (*inputs.stateFreeBytes < Bytes::fromMegabytes(1)) {
        check.status = Status::Fail;
        check.message =
            said("Doctor", "The disk is full in %1: nothing can be recorded or remembered. Delete files.")
                .with({place});
    } else if (*inputs.stateFreeBytes < Bytes::fromMegabytes(100)) {
        check.status = Status::Warn;
        check.message =
            said("Doctor", "Little space is left in %1. Delete files before adding models.").with({place});
    } else {
        check.message = said("Doctor", "Room enough in %1.").with({place});
    }
    return check;
}

Check checkRecorder(const DoctorInputs& inputs)
{
    if (inputs.recorderProblem.empty())
        return {"recorder", Status::Pass, "writes",
                said("Doctor", "What happened before an end can be read after it.")};
    Check check{"recorder", Status::Warn, "cannot write", Sentence::verbatim(inputs.recorderProblem)};
    check.message +=
        said("Doctor", "Nanocap works, but an unexpected end will not be explained. Make %1 writable, or set "
                       "NANOCAP_STATE_DIR.")
            .with({inputs.stateFolder});
    return check;
}

Check checkFonts(const DoctorInputs& inputs)
{
    if (!inputs.hangulGlyph)
        return {"fonts", Status::Warn, "unknown",
                said("Doctor", "Whether Korean text can be shown was not tried.")};
    if (!*inputs.hangulGlyph)
        return {"fonts", Status::Warn, "no Hangul",
                said("Doctor", "Korean text would show as boxes. Install fonts-nanum.")};
    return {"fonts", Status::Pass, "Latin and Hangul",
            said("Doctor", "English and Korean text can be shown.")};
}

Check checkSpeech(const DoctorInputs& inputs)
{
    if (!inputs.speechEngines)
        return {"speech", Status::Warn, "unknown",
                said("Doctor", "Whether captions can be spoken was not tried.")};
    if (inputs.speechEngines->empty())
        return {"speech", Status::Warn, "none",
                said("Doctor", "Captions cannot be spoken. Install speech-dispatcher with espeak-ng.")};
    return {"speech", Status::Pass, joined(*inputs.speechEngines), said("Doctor", "Captions can be spoken.")};
}

Check checkModels(const DoctorInputs& inputs)
{
    Check check{"models", Status::Pass, "unknown", {}};
    if (!inputs.models) {
        check.status = Status::Warn;
        check.message = said("Doctor", "Models were not looked for.");
        return check;
    }
    check.value = std::to_string(inputs.models->usable);
    if (inputs.models->usable == 0) {
        check.status = Status::Fail;
        check.message = said("Doctor", "No model can be loaded. Put a checkpoint into "
                                       "~/.local/share/nanocap/models, or name a folder with --models.");
        if (!inputs.models->firstProblem.empty())
            check.message += inputs.models->firstProblem;
    } else if (inputs.models->refused > 0) {
        check.status = Status::Warn;
        check.message = said("Doctor", "%1 more cannot be used. %2")
                            .with({std::to_string(inputs.models->refused), inputs.models->firstProblem});
    } else {
        check.message = said("Doctor", "All models found can be read.");
    }
    return check;
}

} // namespace

std::string_view nameOf(Status status)
{
    switch (status) {
    case Status::Pass:
        return "pass";
    case Status::Warn:
        return "warn";
    case Status::Fail:
        return "fail";
    }
    return "fail";
}

std::vector<Check> runChecks(const DoctorInputs& inputs)
{
    return {checkRam(inputs),        checkFloor(inputs),    checkSwap(inputs),   checkCgroup(inputs),
            checkOvercommit(inputs), checkPressure(inputs), checkKernel(inputs), checkDesktop(inputs),
            checkLibtorch(inputs),   checkBlas(inputs),     checkModels(inputs), checkCamera(inputs),
            checkDisk(inputs),       checkRecorder(inputs), checkFonts(inputs),  checkSpeech(inputs),
            checkClock(inputs),      checkHeat(inputs)};
}

bool anyFailed(const std::vector<Check>& checks)
{
    return std::any_of(checks.begin(), checks.end(),
                       [](const Check& check) { return check.status == Status::Fail; });
}

} // namespace nanocap::doctor
