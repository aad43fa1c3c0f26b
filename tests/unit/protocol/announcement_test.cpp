#include "protocol/announcement.h"

#include <gtest/gtest.h>

#include <string>

namespace madoguchi::protocol {
namespace {

TEST(Announcement, IsADayAndAText) {
  for (const char* text : {"Open", "月曜日は休みです。", "{日曜日|にち.よう.び}は {休|やす}みです",
                           "one\ntwo", "\u3000Åland\u00A0", "👨‍👩‍👧"}) {
    EXPECT_TRUE(isAnnouncement("2026-11-20", text)) << text;
  }
  EXPECT_TRUE(isAnnouncement("2028-02-29", std::string(2000, 'x')));
}

TEST(Announcement, ADayHasNothingAroundIt) {
  for (const char* date : {"", "2026-11-20T00:00:00", "2026-11-20 or so", " 2026-11-20",
                           "2026-11-2", "2026/11/20", "2026-13-01", "2026-02-29", "2026-00-10",
                           "0000-01-01", "+026-01-01", "2026-1 -01", "２０２６-１１-２０"}) {
    EXPECT_FALSE(isAnnouncement(date, "Open")) << date;
  }
}

TEST(Announcement, ATextTurnsNothingAndControlsNothing) {
  EXPECT_FALSE(isAnnouncement("2026-11-20", ""));
  for (const char* nothing :
       {" \n ", "\u3000", "\u00A0\u3000 ", "\u200B", "\uFEFF\n", "\u3164\u200D"}) {
    EXPECT_FALSE(isAnnouncement("2026-11-20", nothing)) << nothing;
  }
  EXPECT_TRUE(isAnnouncement("2026-11-20", "a" + std::string(20, '\n') + "b"));
  EXPECT_FALSE(isAnnouncement("2026-11-20", "a" + std::string(21, '\n') + "b"));
  EXPECT_FALSE(isAnnouncement("2026-11-20", std::string(2001, 'x')));
  for (const char* character :
       {"\x01", "\t", "\r", "\x1B", "\x7F", "\u0080", "\u009B", "\u061C", "\u200E", "\u200F",
        "\u2028", "\u2029", "\u202A", "\u202E", "\u2066", "\u2069"}) {
    EXPECT_FALSE(isAnnouncement("2026-11-20", std::string("a") + character + "b")) << character;
  }
  EXPECT_FALSE(isAnnouncement("2026-11-20", std::string("a\0b", 3)));
}

}  // namespace
}  // namespace madoguchi::protocol
