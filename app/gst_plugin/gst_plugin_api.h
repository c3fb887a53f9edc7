/* SPDX-License-Identifier: Apache-2.0 */
/* What libnanocap_gst.so offers, found by name after loading it. C only, so that neither OpenCV's nor GStreamer's headers
   are needed by the program that loads it. One capture is used by one thread, except nanocap_gst_interrupt. */
#pragma once

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Raised when a function's meaning changes; nanocap_gst_version() tells the plugin's. */
#define NANOCAP_GST_VERSION 1

typedef struct nanocap_gst_capture nanocap_gst_capture;

/* A picture of `height` lines of `stride` bytes, three bytes blue, green, red a pixel; `gray` != 0: one byte a pixel.
   Valid until the next call for the same capture. */
typedef struct nanocap_gst_frame
{
    const uint8_t* data;
    int32_t width;
    int32_t height;
    int32_t stride;
    int32_t gray;
} nanocap_gst_frame;

enum nanocap_gst_result {
    NANOCAP_GST_OK = 0,
    NANOCAP_GST_SYNTAX = 1,  /* the pipeline names an element or property that is not there, or cannot be parsed */
    NANOCAP_GST_START = 2,   /* it could not be started: no device, a device in use, no common format */
    NANOCAP_GST_ENDED = 3,   /* no more pictures: the stream ended */
    NANOCAP_GST_STOPPED = 4, /* nanocap_gst_interrupt was called */
    NANOCAP_GST_BROKEN = 5   /* the running pipeline reported an error */
};

typedef int (*nanocap_gst_version_fn)(void);
typedef nanocap_gst_capture* (*nanocap_gst_create_fn)(void);
/* Starts the pipeline; waits for its first picture as long as that takes. */
typedef int (*nanocap_gst_open_fn)(nanocap_gst_capture*, const char* pipeline);
/* The next picture, waited for as long as that takes. */
typedef int (*nanocap_gst_read_fn)(nanocap_gst_capture*, nanocap_gst_frame*);
/* Any thread, any time before destroy: ends open and read that wait, and makes later ones return at once. */
typedef void (*nanocap_gst_interrupt_fn)(nanocap_gst_capture*);
/* GStreamer's own words for the last failure, empty if it said nothing. Valid until destroy. */
typedef const char* (*nanocap_gst_error_fn)(nanocap_gst_capture*);
/* Closes the device. */
typedef void (*nanocap_gst_destroy_fn)(nanocap_gst_capture*);

#ifdef __cplusplus
}
#endif
