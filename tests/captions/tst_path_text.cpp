// SPDX-License-Identifier: Apache-2.0
#include "core/base/path_text.h"

#include <gtest/gtest.h>

using namespace nanocap;

namespace {

struct Name
{
    const char* what;
    std::string bytes;
    const char* shown;
};

class PathText : public testing::TestWithParam<Name>
{
};

TEST_P(PathText, KeepsEveryByteAndShowsText)
{
    const QString text = pathText(GetParam().bytes);
    EXPECT_EQ(pathBytes(text), GetParam().bytes);
    EXPECT_EQ(shownPath(text), QString::fromUtf8(GetParam().shown));
    EXPECT_TRUE(shownPath(text).isValidUtf16());
}

INSTANTIATE_TEST_SUITE_P(
    Names, PathText,
    testing::Values(Name{"plain", "/a/b.png", "/a/b.png"}, Name{"Korean", "한글.mp4", "한글.mp4"},
                    Name{"decomposed Korean", "\u1112\u1161\u11ab.png", "\u1112\u1161\u11ab.png"},
                    Name{"umlaut, hash, percent, blank, line end", "ü #1 100%20\n.pth", "ü #1 100%20\n.pth"},
                    Name{"CP949", "\xBB\xE7\xC1\xF8.png", "\\xBB\\xE7\\xC1\\xF8.png"},
                    Name{"Latin-1",
                         "Stra\xDF"
                         "e.jpg",
                         "Stra\\xDFe.jpg"},
                    Name{"a letter cut off at the end", "a\xED\x95", "a\\xED\\x95"},
                    Name{"a surrogate written as UTF-8", "\xED\xB2\x80", "\\xED\\xB2\\x80"},
                    Name{"an overlong slash", "\xC0\xAF", "\\xC0\\xAF"},
                    Name{"beyond Unicode", "\xF4\x90\x80\x80", "\\xF4\\x90\\x80\\x80"},
                    Name{"emoji beside a stray byte", "😀\xFF", "😀\\xFF"},
                    Name{"the replacement character itself", "\xEF\xBF\xBD", "\xEF\xBF\xBD"},
                    Name{"nothing", "", ""}),
    [](const auto& row) {
        std::string name = row.param.what;
        for (char& c : name)
            c = std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
        return name;
    });

TEST(PathOfAddress, PercentSignsAreBytesOfAnyEncoding)
{
    const auto bytes = [](const char* address) {
        return pathBytes(pathOfAddress(QUrl::fromEncoded(address)));
    };
    EXPECT_EQ(bytes("file:///a%20b/%ED%95%9C.png"), "/a b/\xED\x95\x9C.png");
    EXPECT_EQ(bytes("file:///%BB%E7%C1%F8.png"), "/\xBB\xE7\xC1\xF8.png");
    EXPECT_EQ(bytes("file:///100%25%20%23.mp4"), "/100% #.mp4");
    EXPECT_EQ(bytes("https://example.org/a.png"), "");
}

} // namespace
