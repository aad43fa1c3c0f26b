#include "forms/rules/agent_certificate_number.h"

#include <gtest/gtest.h>

namespace madoguchi::forms {
namespace {

using enum AgentNumberFault;

struct Case {
  std::string printed;
  std::string value;
  AgentNumberFault fault = none;
};

void PrintTo(const Case& example, std::ostream* stream) { *stream << example.printed; }

class AgentNumberTest : public testing::TestWithParam<Case> {};

TEST_P(AgentNumberTest, IsReadAsPrinted) {
  const AgentNumber number = agentCertificateNumber(GetParam().printed);
  EXPECT_EQ(number.value, GetParam().value);
  EXPECT_EQ(number.fault, GetParam().fault);
}

INSTANTIATE_TEST_SUITE_P(
    Offices, AgentNumberTest,
    testing::Values(Case{"(札)行10第50号", "112010200050"}, Case{"(仙)行10第50号", "122010200050"},
                    Case{"(東)行10第50号", "132010200050"}, Case{"(横)行10第50号", "152010200050"},
                    Case{"(名)行10第50号", "162010200050"}, Case{"(阪)行10第50号", "172010200050"},
                    Case{"(神)行10第50号", "182010200050"}, Case{"(高)行10第50号", "192010200050"},
                    Case{"(広)行10第50号", "202010200050"}, Case{"(福)行10第50号", "222010200050"},
                    Case{"(那)行10第50号", "242010200050"}, Case{"(札)弁10第50号", "112010700050"},
                    Case{"(仙)弁10第50号", "122010700050"}, Case{"(東)弁10第50号", "132010700050"},
                    Case{"(横)弁10第50号", "152010700050"}, Case{"(名)弁10第50号", "162010700050"},
                    Case{"(阪)弁10第50号", "172010700050"}, Case{"(神)弁10第50号", "182010700050"},
                    Case{"(高)弁10第50号", "192010700050"}, Case{"(広)弁10第50号", "202010700050"},
                    Case{"(福)弁10第50号", "222010700050"},
                    Case{"(那)弁10第50号", "242010700050"}));

INSTANTIATE_TEST_SUITE_P(
    Forgiven, AgentNumberTest,
    testing::Values(
        Case{"（東）弁１０第５０号", "132010700050"}, Case{"【東】弁10第50号", "132010700050"},
        Case{"〔東〕弁10第50号", "132010700050"}, Case{"［東］弁10第50号", "132010700050"},
        Case{"東弁10第50号", "132010700050"}, Case{" ( 東 ) 弁 10 第 50 号 ", "132010700050"},
        Case{"(東)弁10第50", "132010700050"}, Case{"(東)弁10-50号", "132010700050"},
        Case{"(東)弁10－50", "132010700050"}, Case{"(東)弁10 50", "132010700050"},
        Case{"(東)弁1000050号", "132010700050"}, Case{"(東)弁201000050", "132010700050"},
        Case{"(東)弁10第00050号", "132010700050"}, Case{"(東)弁2010年第50号", "132010700050"},
        Case{"(東京)弁護士10第50号", "132010700050"},
        Case{"(名古屋)行政書士10第50号", "162010200050"}, Case{"(大阪)行10第50号", "172010200050"},
        Case{"(高松)行10第50号", "192010200050"}, Case{"(東)弁平成22年第50号", "132010700050"},
        Case{"(東)弁平22第50号", "", unreadable}, Case{"(東)弁H22第50号", "132010700050"},
        Case{"(東)弁ｈ２２第５０号", "132010700050"}, Case{"(東)弁令和元年第50号", "132019700050"},
        Case{"(東)弁令和5第50号", "132023700050"}, Case{"(東)弁R5第50号", "132023700050"},
        Case{"132010700050", "132010700050"}, Case{"１３２０１０７０００５０", "132010700050"},
        Case{"13-2010-7-00050", "132010700050"}, Case{"(東)弁10第99999号", "132010799999"}));

INSTANTIATE_TEST_SUITE_P(
    Refused, AgentNumberTest,
    testing::Values(
        Case{"", "", empty}, Case{"　", "", empty}, Case{"(京)弁10第50号", "", unknownOffice},
        Case{"弁10第50号", "", unknownOffice}, Case{"(東)司10第50号", "", unknownClass},
        Case{"(東)10第50号", "", unknownClass}, Case{"(東)弁第50号", "", unreadable},
        Case{"(東)弁10第号", "", unreadable}, Case{"(東)弁10第50号の2", "", unreadable},
        Case{"(東)弁1第50号", "", unlikelyYear}, Case{"(東)弁1999第50号", "", unlikelyYear},
        Case{"(東)弁平成11第50号", "", unlikelyYear}, Case{"(東)弁H2010第50号", "", unlikelyYear},
        Case{"(東)弁010第50号", "", unlikelyYear}, Case{"(東)弁10第0号", "", unlikelySerial},
        Case{"(東)弁10第100000号", "", unlikelySerial},
        Case{"(東)弁10第99999999999999999999号", "", unlikelySerial},
        Case{"13201070005", "", unreadable}, Case{"1320107000500", "", unreadable},
        Case{"142010700050", "", unknownOffice}, Case{"132010300050", "", unknownClass},
        Case{"131999700050", "", unlikelyYear}, Case{"132100700050", "", unlikelyYear},
        Case{"132010700000", "", unlikelySerial}, Case{"132010700050\x01", "", unreadable},
        Case{"\xff", "", unreadable}, Case{std::string(300, '1'), "", unreadable},
        Case{"😀", "", unknownOffice}));

TEST(AgentNumber, SaysItsPartsAndIsMadeOfThem) {
  const AgentNumber read = agentCertificateNumber("(那)行19第7号");
  EXPECT_EQ(read.parts.office, 24);
  EXPECT_EQ(read.parts.agentClass, 2);
  EXPECT_EQ(read.parts.year, 2019);
  EXPECT_EQ(read.parts.serial, 7);
  for (const int office : agentOffices()) {
    for (const int agentClass : agentClasses()) {
      const AgentNumber made = agentCertificateNumber(
          {.office = office, .year = 2021, .agentClass = agentClass, .serial = 99'999});
      ASSERT_EQ(made.fault, AgentNumberFault::none);
      const AgentNumber again = agentCertificateNumber(made.value);
      EXPECT_EQ(again.value, made.value);
      EXPECT_EQ(again.parts.office, office);
      EXPECT_EQ(again.parts.agentClass, agentClass);
    }
  }
  EXPECT_EQ(
      agentCertificateNumber({.office = 14, .year = 2021, .agentClass = 7, .serial = 1}).fault,
      AgentNumberFault::unknownOffice);
}

TEST(AgentNumber, AYearThatHasNotComeIsUnlikely) {
  EXPECT_EQ(agentCertificateNumber("(東)弁26第50号", 2026).value, "132026700050");
  EXPECT_EQ(agentCertificateNumber("(東)弁27第50号", 2026).fault, unlikelyYear);
  EXPECT_EQ(agentCertificateNumber("132027700050", 2026).fault, unlikelyYear);
}

}  // namespace
}  // namespace madoguchi::forms
