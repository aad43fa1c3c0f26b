#include "forms/places/address_splitter.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>

#include "forms/places/municipalities.h"

namespace madoguchi::forms {
namespace {

const std::vector<std::string>& rests() {
  // Some begin like municipalities, counties and prefectures.
  static const std::vector<std::string> kRests = {
      "",        "1-2-3",         "　１－２－３", "市役所前1",  "町1丁目",
      "村1番地", "区民会館2階",   "東京都府中市", "府中市1",    "郡山1",
      "中央区1", "大字大町市場1", "がケヶ之ノ",   "\U000e0100",
  };
  return kRests;
}

/// `found` is right or says nothing; the text is never lost.
bool isRightOrEmpty(const SplitAddress& found, const Municipality& place, const std::string& text,
                    const std::string& rest) {
  return found.code6.empty()
             ? found.rest == text && found.prefecture.empty() && found.municipality.empty()
             : found.code6 == place.code6 && found.rest == rest;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

void expectSplit(const std::string& head, const std::string& rest, std::string_view code6) {
  const SplitAddress split = splitAddress(head + rest);
  EXPECT_EQ(split.code6, code6) << head << rest;
  EXPECT_EQ(split.rest, rest) << head << rest;
}

void expectNothing(const std::string& address) {
  const SplitAddress split = splitAddress(address);
  EXPECT_EQ(split.code6 + split.prefecture + split.municipality, "") << address;
  EXPECT_EQ(split.rest, address);
}

TEST(AddressSplitter, FindsEveryPlaceWithAndWithoutItsCounty) {
  for (const Municipality& place : municipalities()) {
    for (const std::string& rest :
         {std::string(), std::string("1-2-3"), std::string("　字市町村１")}) {
      const SplitAddress split = splitAddress(place.fullName() + rest);
      EXPECT_EQ(split.code6, place.code6);
      EXPECT_EQ(split.prefecture, place.prefecture);
      EXPECT_EQ(split.municipality, place.name());
      EXPECT_EQ(split.rest, rest);
      expectSplit(std::string(place.prefecture).append(place.city).append(place.ward), rest,
                  place.code6);
    }
  }
}

TEST(AddressSplitter, GuessesNothingWrongWhateverIsLeftOut) {
  int found = 0;
  int asked = 0;
  for (const Municipality& place : municipalities()) {
    const std::string bare = std::string(place.city).append(place.ward);
    for (const std::string& head : {place.name(), bare, std::string(place.ward)}) {
      for (const std::string& rest : rests()) {
        if (head.empty()) {
          continue;  // no ward
        }
        const SplitAddress split = splitAddress(head + rest);
        const bool variationSelector = rest == "\U000e0100";  // belongs to the character before it
        EXPECT_TRUE(isRightOrEmpty(split, place, head + rest, variationSelector ? "" : rest))
            << head << rest << " gave " << split.code6;
        found += split.code6.empty() ? 0 : 1;
        ++asked;
      }
    }
  }
  EXPECT_GT(found, asked / 3);  // that nothing is wrong must not come from silence
}

TEST(AddressSplitter, FindsEveryCityWithoutPrefectureButTheAmbiguousOnes) {
  const std::set<std::string> ambiguous = {"府中市", "伊達市", "西宮市"};
  for (const Municipality& place : municipalities()) {
    if (place.city.ends_with("市")) {
      const bool doubtful = ambiguous.contains(place.name());
      expectSplit(doubtful ? "" : place.name(), (doubtful ? place.name() : "") + "1-2",
                  doubtful ? "" : place.code6);
    }
  }
}

TEST(AddressSplitter, FoldsCharactersThatAreWrittenInSeveralWays) {
  const std::vector<std::vector<std::string>> kGroups = {{"ヶ", "ケ", "が", "ｹ", "か\u3099"},
                                                         {"ノ", "の", "之", "ﾉ"},
                                                         {"條", "条"},
                                                         {"龍", "竜"},
                                                         {"檮", "梼"},
                                                         {"惠", "恵"},
                                                         {"曽", "曾"},
                                                         {"塚", "\ufa10"},
                                                         {"都", "\ufa26"},
                                                         {"崎", "﨑"},
                                                         {"館", "舘"},
                                                         {"竈", "釜"},
                                                         {"鰺", "鯵"},
                                                         {"沢", "澤"},
                                                         {"辺", "邊", "邉"},
                                                         {"葛", "葛\U000e0100"},
                                                         {"神", "\ufa19"},
                                                         {"諫", "諌"},
                                                         {"福", "\ufa1b"}};
  int tried = 0;
  for (const Municipality& place : municipalities()) {
    for (const auto& group : kGroups) {
      for (const std::string& from : group) {
        for (const std::string& to : group) {
          if (const std::string name = replaced(place.fullName(), from, to);
              from != to && name != place.fullName()) {
            expectSplit(name, "大字檮の木１", place.code6);
            ++tried;
          }
        }
      }
    }
  }
  EXPECT_GT(tried, 500);
}

TEST(AddressSplitter, ToleratesWidthSpacesAndVariationSelectors) {
  expectSplit("　東京都　千代田区", "　霞が関１", "131016");
  expectSplit("東京都 千代田区", " 霞が関1", "131016");
  expectSplit("北海道虻田郡ﾆｾｺ町", "1", "013951");
  expectSplit("山梨県南ｱﾙﾌﾟｽ市", "1", "192082");
  expectSplit("岐阜県各務原市", "那加\U000e0100１", "212130");
  expectSplit("東京都葛\U000e0101飾\ufe00区\ufe00", "立石", "131229");
  expectSplit("\ufeff東京都千代田区", "1", "131016");
}

TEST(AddressSplitter, TakesTheLongestName) {
  expectSplit("奈良県大和郡山市", "1", "292036");
  expectSplit("福島県郡山市", "1", "072036");
  expectSplit("福岡県小郡市", "1", "402168");
  expectSplit("岐阜県郡上市", "1", "212199");
  expectSplit("北海道余市郡余市町", "1", "014087");
  expectSplit("長野県大町市", "大町1", "202126");
  expectSplit("佐賀県杵島郡大町町", "1", "414239");
  expectSplit("三重県四日市市", "市場町", "242021");
  expectSplit("広島県廿日市市", "1", "342131");
  expectSplit("千葉県市川市", "市川1", "122033");
  expectSplit("千葉県市原市", "市原", "122190");
  expectSplit("愛知県蒲郡市", "1", "232149");
  expectSplit("奈良県高市郡高取町", "高取町1", "294012");
  expectSplit("東京都東村山市", "1", "132136");
  expectSplit("東京都武蔵村山市", "1", "132233");
  expectSplit("東京都町田市", "町田市場1", "132098");
  expectSplit("東京都府中市", "府中町1", "132063");
  expectSplit("広島県安芸郡府中町", "1", "343021");
  expectSplit("京都府京都市中京区", "1", "261041");
  expectSplit("京都府京都市左京区", "1", "261033");
  expectSplit("茨城県鹿嶋市", "1", "082228");
  expectSplit("鹿嶋市", "1", "082228");
  expectSplit("鹿島市", "1", "412074");
  expectSplit("東村山市", "1", "132136");
}

TEST(AddressSplitter, TakesIslandNamesBeforeTheirTown) {
  expectSplit("東京都三宅島三宅村", "阿古1", "133817");
  expectSplit("東京都三宅村", "阿古1", "133817");
  expectSplit("三宅島三宅村", "阿古1", "133817");
  expectSplit("東京都八丈島八丈町", "三根1", "134015");
  expectNothing("東京都八丈島三宅村1");
}

TEST(AddressSplitter, MapsTheFormerWardsOfHamamatsu) {
  expectSplit("静岡県浜松市中区", "元城町1", "221384");
  expectSplit("静岡県浜松市東区", "1", "221384");
  expectSplit("静岡県浜松市西区", "1", "221384");
  expectSplit("静岡県浜松市南区", "1", "221384");
  expectSplit("静岡県浜松市浜北区", "1", "221392");
  expectSplit("静岡県浜松市天竜区", "1", "221406");
  expectSplit("静岡県浜松市天龍区", "1", "221406");
  expectSplit("浜松市中区", "1", "221384");
  EXPECT_EQ(splitAddress("静岡県浜松市中区1").municipality, "浜松市中央区");
  expectNothing("静岡県浜松市北区三方原町1");
  expectNothing("浜松市北区引佐町1");
}

TEST(AddressSplitter, SaysNothingWhenInDoubt) {
  for (const char* address : {"",
                              "　",
                              "東京都",
                              "北海道",
                              "千代田",
                              "札幌市1",
                              "北海道札幌市",
                              "大阪府大阪市",
                              "大阪市1",
                              "京都府京都市",
                              "東京都京都市中京区1",
                              "府中市1",
                              "伊達市1",
                              "中央区1",
                              "港区芝1",
                              "北区1",
                              "大阪府北区1",
                              "森町1",
                              "池田町1",
                              "朝日町1",
                              "松前町1",
                              "泊村1",
                              "北海道国後郡泊村1",
                              "北海道色丹郡色丹村1",
                              "西宮市1",
                              "坂戸市場1",
                              "太田市町1",
                              "市1",
                              "区1",
                              "Tokyo",
                              "1-2-3",
                              "東京都千代田市1",
                              "神奈川県千代田区1",
                              "北海道石狩郡札幌市中央区1",
                              "千葉県香取郡佐原市1",
                              "x東京都千代田区1",
                              "東京都/千代田区1",
                              "東京千代田区1"}) {
    expectNothing(address);
  }
}

TEST(AddressSplitter, RefusesWhatIsTooLongOrNotUtf8) {
  const std::string address = "東京都千代田区";
  expectSplit(address, std::string(4000, '1'), "131016");
  expectNothing(address + std::string(4096, '1'));
  expectNothing(address + "\xff");
  expectNothing("\xe6\x9d" + address);
  expectNothing(address + std::string(8'000'000, '1'));
  expectSplit(address, std::string("\0x", 2), "131016");
}

struct Line {
  std::string code6;
  std::string head;
  std::string rest;
};

std::vector<Line> addresses() {
  std::ifstream file(MADOGUCHI_TEST_DATA "/forms/addresses.tsv");
  std::vector<Line> lines;
  Line line;
  while (std::getline(file, line.code6, '\t') && std::getline(file, line.head, '\t') &&
         std::getline(file, line.rest)) {
    lines.push_back(line);
  }
  return lines;
}

TEST(AddressSplitter, SplitsRealAddresses) {
  const auto lines = addresses();
  EXPECT_GT(lines.size(), 5000U);
  std::set<std::string> places;
  for (const Line& line : lines) {
    expectSplit(line.head, line.rest, line.code6);
    places.insert(line.code6);
  }
  EXPECT_EQ(places.size(), municipalities().size());
}

TEST(AddressSplitter, NeverTakesANeighbourhoodForAMunicipality) {
  for (const Line& line : addresses()) {
    expectNothing(line.rest);
  }
}

}  // namespace
}  // namespace madoguchi::forms
