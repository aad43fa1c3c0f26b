#include "backend/core/ruby_markup.h"

#include <gtest/gtest.h>

namespace madoguchi::backend {
namespace {

TEST(RubyMarkup, StandsOverEachKanjiInABrowser) {
  EXPECT_EQ(rubyInHtml("{在留|ざい.りゅう}の"),
            "<ruby>在<rp>（</rp><rt>ざい</rt><rp>）</rp>"
            "留<rp>（</rp><rt>りゅう</rt><rp>）</rp></ruby>の");
  EXPECT_EQ(rubyInHtml("{3日|みっか}"), "<ruby>3日<rp>（</rp><rt>みっか</rt><rp>）</rp></ruby>");
}

TEST(RubyMarkup, StandsInBracketsInPlainText) {
  EXPECT_EQ(rubyInBrackets("{在留|ざい.りゅう}の${name}{日|ひ}"),
            "在留（ざいりゅう）の${name}日（ひ）");
}

TEST(RubyMarkup, LeavesNothingInTextThatMeansSomethingInHtml) {
  EXPECT_EQ(rubyInHtml("a<b & \"c\" 'd'>${x}"), "a&lt;b &amp; &quot;c&quot; &#39;d&#39;&gt;${x}");
  EXPECT_EQ(rubyInHtml("{<i>|<b>}"),
            "<ruby>&lt;i&gt;<rp>（</rp><rt>&lt;b&gt;</rt><rp>）</rp></ruby>");
}

}  // namespace
}  // namespace madoguchi::backend
