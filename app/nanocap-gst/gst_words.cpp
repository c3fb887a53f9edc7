// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap-gst/gst_words.h"

namespace nanocap::gst {

namespace {

/// " (No such file …)": the element's own words stand in the last line of its note, the first names a line of
/// code.
std::string lastLine(const char* debug)
{
    const std::string note = debug ? debug : "";
    const auto line = note.rfind('\n');
    return line == std::string::npos || line + 1 == note.size() ? "" : " (" + note.substr(line + 1) + ")";
}

/// Whether other pictures at that place could have worked: no device, file or address is to blame.
bool isAboutFormats(const GError& error)
{
    return (error.domain == GST_STREAM_ERROR &&
            (error.code == GST_STREAM_ERROR_FAILED || error.code == GST_STREAM_ERROR_FORMAT ||
             error.code == GST_STREAM_ERROR_WRONG_TYPE || error.code == GST_STREAM_ERROR_TYPE_NOT_FOUND ||
             error.code == GST_STREAM_ERROR_NOT_IMPLEMENTED ||
             error.code == GST_STREAM_ERROR_CODEC_NOT_FOUND)) ||
           (error.domain == GST_CORE_ERROR &&
            (error.code == GST_CORE_ERROR_NEGOTIATION || error.code == GST_CORE_ERROR_CAPS ||
             error.code == GST_CORE_ERROR_PAD || error.code == GST_CORE_ERROR_MISSING_PLUGIN));
}

} // namespace

Ending parseEnding(const GError& error, const std::string& missing)
{
    // The context lists an element also when only a property of it is missing.
    if (!missing.empty() && error.domain == GST_PARSE_ERROR && error.code == GST_PARSE_ERROR_NO_SUCH_ELEMENT)
        return {Word::Missing, missing};
    const bool link = error.domain == GST_PARSE_ERROR && error.code == GST_PARSE_ERROR_LINK;
    return {link ? Word::Unfit : Word::Refused, error.message};
}

Ending busEnding(GstMessage* message, bool beforeFirstPicture)
{
    GError* error = nullptr;
    gchar* debug = nullptr;
    gst_message_parse_error(message, &error, &debug);
    Ending ending;
    if (error) {
        ending.text = std::string(error->message) + lastLine(debug);
        ending.word = !beforeFirstPicture      ? Word::Broken
                      : isAboutFormats(*error) ? Word::Unfit
                                               : Word::NotStarted;
    }
    g_clear_error(&error);
    g_free(debug);
    return ending;
}

std::string missingPlugin(GstMessage* message)
{
    const GstStructure* structure = gst_message_get_structure(message);
    if (GST_MESSAGE_TYPE(message) != GST_MESSAGE_ELEMENT || !structure ||
        !gst_structure_has_name(structure, "missing-plugin"))
        return {};
    const gchar* name = gst_structure_get_string(structure, "name");
    return name ? name : "decoder";
}

} // namespace nanocap::gst
