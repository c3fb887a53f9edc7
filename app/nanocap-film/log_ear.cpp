// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap-film/log_ear.h"

extern "C" {
#include <libavutil/log.h>
}

#include <cstdio>

namespace nanocap::film::log_ear {

namespace {

unsigned errors = 0;
bool noIndex = false;
std::string first;

void hear(void* context, int level, const char* format, va_list arguments)
{
    if (level > AV_LOG_ERROR)
        return;
    char line[512];
    std::vsnprintf(line, sizeof line, format, arguments);
    std::string text = line;
    while (!text.empty() && text.back() == '\n')
        text.pop_back();
    noIndex = noIndex || text.find("moov atom not found") != std::string::npos;
    if (first.empty())
        first = text;
    const AVClass* owner = context ? *static_cast<AVClass**>(context) : nullptr;
    if (owner && owner->class_name && std::string(owner->class_name) == "AVCodecContext")
        ++errors;
}

} // namespace

void open()
{
    av_log_set_callback(hear);
}

unsigned decoderErrors()
{
    return errors;
}

const std::string& firstError()
{
    return first;
}

bool missedIndex()
{
    return noIndex;
}

} // namespace nanocap::film::log_ear
