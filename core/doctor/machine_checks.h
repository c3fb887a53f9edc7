// SPDX-License-Identifier: Apache-2.0
// The single checks; runChecks() puts them in order.
#pragma once

#include "core/doctor/doctor.h"

namespace nanocap::doctor {

Check checkRam(const DoctorInputs& inputs);
Check checkFloor(const DoctorInputs& inputs);
Check checkSwap(const DoctorInputs& inputs);
Check checkCgroup(const DoctorInputs& inputs);
Check checkOvercommit(const DoctorInputs& inputs);
Check checkPressure(const DoctorInputs& inputs);
Check checkKernel(const DoctorInputs& inputs);
Check checkDesktop(const DoctorInputs& inputs);
Check checkHeat(const DoctorInputs& inputs);
Check checkClock(const DoctorInputs& inputs);

} // namespace nanocap::doctor
