// SPDX-License-Identifier: Apache-2.0
#include "core/torch/preprocessing.h"

#include <opencv2/imgproc.hpp>

#include <array>

namespace nanocap::torch_engine {

namespace {

using Table = std::array<std::array<float, 256>, 3>;

// 3 x 256 results cover every pixel there can be.
const Table& normalised()
{
    static const Table table = [] {
        constexpr float mean[3] = {0.485f, 0.456f, 0.406f}, deviation[3] = {0.229f, 0.224f, 0.225f};
        Table t{};
        for (std::size_t c = 0; c < 3; ++c)
            for (std::size_t v = 0; v < 256; ++v)
                t[c][v] = (static_cast<float>(v) / 255.0f - mean[c]) / deviation[c];
        return t;
    }();
    return table;
}

} // namespace

struct Preprocessing::Room
{
    cv::Mat square;
};

Preprocessing::Preprocessing() : m_room(std::make_unique<Room>()) {}
Preprocessing::~Preprocessing() = default;

Status Preprocessing::prepare(const engine::ImageView& image, float* out)
{
    constexpr int largest = 8192;
    if (!image.data || image.width < 1 || image.width > largest || image.height < 1 ||
        image.height > largest || image.stride < 3 * image.width) {
        return fail(
            makeFailure("IMAGE", said("Image", "The picture cannot be used: %1 x %2 pixels, %3 bytes a row.")
                                     .with({std::to_string(image.width), std::to_string(image.height),
                                            std::to_string(image.stride)})));
    }
    // cv::Mat takes no const; the picture is only read.
    const cv::Mat frame(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.data),
                        static_cast<std::size_t>(image.stride));
    const bool fits = image.width == pictureSide && image.height == pictureSide;
    if (!fits)
        cv::resize(frame, m_room->square, cv::Size(pictureSide, pictureSide), 0, 0, cv::INTER_LINEAR);
    const cv::Mat& square = fits ? frame : m_room->square;

    const Table& table = normalised();
    for (int y = 0; y < pictureSide; ++y) {
        const std::uint8_t* pixel = square.ptr<std::uint8_t>(y);
        for (int x = 0; x < pictureSide; ++x, pixel += 3)
            for (std::size_t c = 0; c < 3; ++c)
                *out++ = table[c][pixel[c]];
    }
    return ok();
}

} // namespace nanocap::torch_engine
