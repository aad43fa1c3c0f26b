#include <gtest/gtest.h>

#include "app/core/language.h"

namespace madoguchi::test {
namespace {

using app::Language;

TEST(SystemTextsTest, SpeakOfTheSystemThatIsThere) {
  const auto remedy = [] { return qtTrId("failure.serviceMissing.remedy"); };
  for (const QString& tag : Language::tags()) {
    Language onLinux(Language::tags(), nullptr, QStringLiteral("linux"));
    onLinux.set(tag);
    const QString there = remedy();
    const QString title = qtTrId("failure.serviceMissing.title");
    Language onWindows(Language::tags(), nullptr, QStringLiteral("windows"));
    onWindows.set(tag);
    EXPECT_NE(remedy().toStdString(), there.toStdString()) << tag.toStdString();
    EXPECT_FALSE(remedy().contains("pcscd")) << tag.toStdString();
    EXPECT_EQ(qtTrId("failure.serviceMissing.title").toStdString(), title.toStdString())
        << "says the same everywhere";
  }
}

}  // namespace
}  // namespace madoguchi::test
