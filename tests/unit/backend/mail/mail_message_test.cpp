#include "backend/mail/mail_message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "backend/core/mail_address.h"
#include "backend/core/ruby_markup.h"
#include "backend/mail/mail_template.h"

namespace madoguchi::backend {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Spelling {
  std::string typed;
  std::string written;
};

// RFC 5322 section 3.4.1: a dot-atom has a dot neither first nor last nor twice in a row.
TEST(MailAddress, StandsInQuotesWhereItIsNoDotAtom) {
  for (const auto& [typed, written] : {
           Spelling{"maria.santos@mail.example", "maria.santos@mail.example"},
           Spelling{"o'neil+x_y-z=1@mail.example", "o'neil+x_y-z=1@mail.example"},
           Spelling{"a..b@docomo.example", "\"a..b\"@docomo.example"},
           Spelling{".abc@ezweb.example", "\".abc\"@ezweb.example"},
           Spelling{"abc.@ezweb.example", "\"abc.\"@ezweb.example"},
           Spelling{"...@mail.example", "\"...\"@mail.example"},
       }) {
    EXPECT_TRUE(isMailAddress(typed)) << typed;
    EXPECT_EQ(quotedMailAddress(typed), written);
  }
}

TEST(MailAddress, HasNothingThatEndsALineOrAnAddress) {
  for (const char* wrong : {"", "@", "a@", "@b.example", "a@b@c.example", "a b@c.example",
                            "a@b.example\r\nBcc: c@d.example", "<a@b.example>", "\"a\"@b.example",
                            "a@b.example,c@d.example", "ä@b.example"}) {
    EXPECT_FALSE(isMailAddress(wrong)) << wrong;
  }
  EXPECT_FALSE(isMailAddress(std::string(64, 'a') + '@' + std::string(190, 'b')));
}

MailMessage messageTo(const std::string& recipient) {
  return {.from = "no-reply@madoguchi.example",
          .to = recipient,
          .messageId = "registration.1@madoguchi.example",
          .language = "en",
          .date = Seconds(std::chrono::seconds(1'795'000'000)),
          .text = {"Subject", "Body\n", "<p>Body</p>\n"}};
}

TEST(MailMessage, WritesTheAddressAsTheRulesWantIt) {
  EXPECT_THAT(composeMail(messageTo("a..b@docomo.example")),
              HasSubstr("\r\nTo: \"a..b\"@docomo.example\r\n"));
  EXPECT_THROW(composeMail(messageTo("a@b.example\r\nBcc: c@d.example")), std::invalid_argument);
}

TEST(MailTemplate, EveryKindTakesTheSameValuesInEveryLanguage) {
  ASSERT_FALSE(mailTemplates().empty());
  for (const LocalizedText& one : mailTemplates()) {
    EXPECT_EQ(namesIn(one.text), namesIn(mailTemplate(one.kind, mailTemplates().front().language)))
        << one.kind << ' ' << one.language;
  }
}

TEST(MailTemplate, FillsEveryTemplateWithItsValues) {
  for (const LocalizedText& one : mailTemplates()) {
    MailValues values;
    for (const std::string& name : namesIn(one.text)) {
      values[name] = "{made up|" + name + "}";
    }
    const MailText text = fillTemplate(one.text, values);
    EXPECT_THAT(text.body, Not(HasSubstr("${"))) << one.kind << ' ' << one.language;
    EXPECT_THAT(text.html, Not(HasSubstr("${"))) << one.kind << ' ' << one.language;
    EXPECT_THAT(text.html, Not(HasSubstr("src="))) << "nothing is fetched from elsewhere";
    for (const auto& [name, value] : values) {
      EXPECT_THAT(text.subject + text.body, HasSubstr(value)) << "is no markup";
      MailValues fewer = values;
      fewer.erase(name);
      EXPECT_THROW(fillTemplate(one.text, fewer), std::invalid_argument) << name;
    }
  }
}

TEST(MailTemplate, ReadsDaysAsJapaneseHasThem) {
  const auto first = [](const char* day) {
    return fillTemplate(mailTemplate("draftExpires", "easy"),
                        {{"day", day}, {"helpDesk", ""}, {"month", "4"}, {"year", "2027"}});
  };
  EXPECT_THAT(first("1").body, HasSubstr("1日（ついたち）"));
  EXPECT_THAT(first("20").html, HasSubstr("20日<rp>"));
  EXPECT_THAT(first("12").body, HasSubstr("12日（にち）"));
}

TEST(MailTemplate, NamesItsValuesAndTheSendersOwn) {
  EXPECT_THAT(namesIn("${a}, ${b} and ${a} {漢|かん}"), testing::ElementsAre("a", "b"));
  EXPECT_THAT(namesIn(mailTemplate("registration", "ja")), testing::Contains(kHelpDesk));
  EXPECT_NO_THROW(demandFittingValues("registration", "ja", {{"link", "x"}}));
  EXPECT_THROW(demandFittingValues("registration", "ja", {{"name", "x"}}), std::invalid_argument);
  EXPECT_THROW(mailTemplate("registration", "xx"), std::invalid_argument);
}

TEST(MailTemplate, IsHtmlOfTheSameWords) {
  const MailText text = fillTemplate(
      "Subject\n\nFirst {漢|かん}\nsecond & ${a}\n\n${link}\n\n■ Heading\n・one\n- two\nafter\n",
      {{"a", "<b>{x|y}"}, {"link", "https://a.example/?b=c&d"}});
  EXPECT_EQ(text.html,
            "<p>First <ruby>漢<rp>（</rp><rt>かん</rt><rp>）</rp></ruby><br>\n"
            "second &amp; &lt;b&gt;{x|y}</p>\n"
            "<p><a href=\"https://a.example/?b=c&amp;d\">https://a.example/?b=c&amp;d</a></p>\n"
            "<h2 style=\"font-size:1.1em;margin:1.5em 0 "
            "-.6em\">Heading</h2>\n<ul><li>one</li>\n<li>two</li>\n</ul>\n<p>after</p>\n");
}

TEST(MailTemplate, RepeatsALineForEachLineOfAValue) {
  const std::string_view text = "Subject\n\n- ${needs} of ${a}\n${needs}";
  const MailText two = fillTemplate(text, {{"a", "x"}, {"needs", "one & ${a}\ntwo"}});
  EXPECT_EQ(two.body, "- one & ${a} of x\n- two of x\none & ${a}\ntwo");
  EXPECT_EQ(two.html,
            "<ul><li>one &amp; ${a} of x</li>\n<li>two of x</li>\n</ul>\n"
            "<p>one &amp; ${a}<br>\ntwo</p>\n");
  EXPECT_EQ(fillTemplate(text, {{"a", "x"}, {"needs", "one"}}).body, "- one of x\none");
}

TEST(MailTemplate, HasRubyInBrackets) {
  EXPECT_EQ(rubyInBrackets("{在留|ざい.りゅう}の {名|な}、${name}"),
            "在留（ざいりゅう）の 名（な）、${name}");
  EXPECT_THROW(fillTemplate("Subject\nBody", {}), std::invalid_argument);
}

}  // namespace
}  // namespace madoguchi::backend
