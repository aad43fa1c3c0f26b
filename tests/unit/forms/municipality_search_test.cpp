#include "forms/places/municipality_search.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "forms/places/postal_codes.h"

namespace madoguchi::forms {
namespace {

using testing::Each;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::size_t kAll = 5000;

std::vector<MunicipalityHit> find(std::string_view text, std::size_t limit = kAll) {
  static const MunicipalitySearch kSearch;
  return kSearch.find(text, limit);
}

std::vector<std::string> codesOf(const std::vector<MunicipalityHit>& hits) {
  std::vector<std::string> codes;
  codes.reserve(hits.size());
  for (const MunicipalityHit& hit : hits) {
    codes.emplace_back(hit.municipality->code6);
  }
  return codes;
}

/// All that a UI can see of a result.
std::string textOf(const std::vector<MunicipalityHit>& hits) {
  std::string text;
  for (const MunicipalityHit& hit : hits) {
    text.append(hit.municipality->code6).append(1, static_cast<char>('0' + int(hit.match)));
    text.append(1, static_cast<char>('0' + int(hit.note))).append(hit.ambiguous ? "?" : " ");
    text.append(hit.former.name).append(hit.postalCode).append(hit.town);
    text.append(hit.townKana).append(hit.townRomaji).append("\n");
  }
  return text;
}

struct Typed {
  std::string_view text;
  std::string_view fullName;
};

TEST(MunicipalityNames, AreFoundInManySpellings) {
  constexpr Typed kTyped[] = {
      {"Oosaka Kita", "大阪府大阪市北区"},
      {"Ōsaka-shi Kita-ku", "大阪府大阪市北区"},
      {"O\u0302saka kita ku", "大阪府大阪市北区"},
      {"Ohsaka kita", "大阪府大阪市北区"},
      {"HIGASHI OSAKA", "大阪府東大阪市"},
      {"higashi-oosaka", "大阪府東大阪市"},
      {"gunma maebashi", "群馬県前橋市"},
      {"Gumma-ken, Maebashi-shi", "群馬県前橋市"},
      {"gunnma maebasi", "群馬県前橋市"},
      {"siraoka", "埼玉県白岡市"},
      {"tusima nagasaki", "長崎県対馬市"},
      {"hutyu tokyo", "東京都府中市"},
      {"tyoohu", "東京都調布市"},
      {"zinsekikougen", "広島県神石郡神石高原町"},
      {"sinzyuku", "東京都新宿区"},
      {"shinnjuku", "東京都新宿区"},
      {"tenpaku", "愛知県名古屋市天白区"},
      {"Tempaku", "愛知県名古屋市天白区"},
      {"Shin'onsen", "兵庫県美方郡新温泉町"},
      {"shin’onsen-cho", "兵庫県美方郡新温泉町"},
      {"Kouchi-shi", "高知県高知市"},
      {"Chiyoda Ward, Tokyo", "東京都千代田区"},
      {"Ｃｈｉｙｏｄａ　Ｔｏｋｙｏ", "東京都千代田区"},
      {"tokyo chiyoda", "東京都千代田区"},
      {"千代田 東京", "東京都千代田区"},
      {"東京千代田", "東京都千代田区"},
      {"千代田、東京", "東京都千代田区"},
      {"とうきょうとおおたく", "東京都大田区"},
      {"tokyootaku", "東京都大田区"},
      {"札幌chuo", "北海道札幌市中央区"},
      {"札幌中央", "北海道札幌市中央区"},
      {"さっぽろ ちゅうおう", "北海道札幌市中央区"},
      {"ｻｯﾎﾟﾛ ﾁｭｳｵｳ", "北海道札幌市中央区"},
      {"よこはま市なか区", "神奈川県横浜市中区"},
      {"龍ヶ崎", "茨城県龍ケ崎市"},
      {"竜ケ崎市", "茨城県龍ケ崎市"},
      {"\uFA10田", ""},  // a compatibility form of 塚; no place has this name
      {"余市町", "北海道余市郡余市町"},
      {"北海道余市町", "北海道余市郡余市町"},
      {"ニセコ", "北海道虻田郡ニセコ町"},
      {"にせこ", "北海道虻田郡ニセコ町"},
      {"南あるぷす", "山梨県南アルプス市"},
      {"Minami Alps", "山梨県南アルプス市"},
      {"三宅島", "東京都三宅村"},
      {"おおつ", "滋賀県大津市"},
  };
  for (const Typed& typed : kTyped) {
    const std::vector<MunicipalityHit> hits = find(typed.text);
    EXPECT_EQ(hits.empty() ? "" : hits.front().municipality->fullName(), typed.fullName)
        << typed.text;
  }
}

TEST(MunicipalityNames, StayInTheListWhileTheyAreTyped) {
  constexpr Typed kTyped[] = {
      {"gumma maebashi", "群馬県前橋市"},
      {"gunma maebashi", "群馬県前橋市"},
      {"shinjuku", "東京都新宿区"},
      {"sinzyuku", "東京都新宿区"},
      {"shinnjuku", "東京都新宿区"},
      {"tyouhu", "東京都調布市"},
      {"chofu", "東京都調布市"},
      {"tusima", "長崎県対馬市"},
      {"oosaka kita", "大阪府大阪市北区"},
      {"tempaku", "愛知県名古屋市天白区"},
      {"zinsekikougen", "広島県神石郡神石高原町"},
      {"ohtsuchi", "岩手県上閉伊郡大槌町"},
      {"hatchobori", ""},
      {"はちおうじ", "東京都八王子市"},
      {"東京都千代田区", "東京都千代田区"},
      {"札幌市中央区", "北海道札幌市中央区"},
      {"kitahirosima", "北海道北広島市"},
      {"chuo-ku, sapporo", "北海道札幌市中央区"},
  };
  for (const Typed& typed : kTyped) {
    if (typed.fullName.empty()) {
      EXPECT_THAT(find(typed.text), IsEmpty());
      continue;
    }
    for (std::size_t end = 1; end <= typed.text.size(); ++end) {
      const bool cutsLetter = end < typed.text.size() && (typed.text[end] & 0xC0) == 0x80;
      const std::string_view soFar = typed.text.substr(0, end);
      EXPECT_TRUE(cutsLetter || std::ranges::any_of(find(soFar),
                                                    [&](const MunicipalityHit& hit) {
                                                      return hit.municipality->fullName() ==
                                                             typed.fullName;
                                                    }))
          << soFar;
    }
  }
}

TEST(MunicipalityNames, MustFitAllWords) {
  EXPECT_THAT(find("osaka chiyoda"), IsEmpty());
  EXPECT_THAT(find("千代田 札幌"), IsEmpty());
  EXPECT_THAT(find("千代田 東京"), SizeIs(1));
  EXPECT_THAT(find("qqq"), IsEmpty());
  EXPECT_THAT(find(""), IsEmpty());
  EXPECT_THAT(find(" 、-’"), IsEmpty());
}

TEST(MunicipalityOrder, IsByMatchAndThenOfficial) {
  const std::vector<MunicipalityHit> hits = find("山");
  const auto placeOf = [&](std::string_view fullName) {
    return std::ranges::find(hits, fullName,
                             [](const auto& hit) { return hit.municipality->fullName(); }) -
           hits.begin();
  };
  EXPECT_LT(placeOf("山形県山形市"), placeOf("山口県山陽小野田市"));          // both city starts
  EXPECT_LT(placeOf("山口県山陽小野田市"), placeOf("京都府京都市山科区"));    // ward start
  EXPECT_LT(placeOf("京都府京都市山科区"), placeOf("広島県山県郡北広島町"));  // county start
  EXPECT_LT(placeOf("広島県山県郡北広島町"), placeOf("富山県富山市"));        // inside
  EXPECT_LT(placeOf("富山県富山市"), static_cast<std::ptrdiff_t>(hits.size()));

  for (const std::string_view text : {"山", "osaka", "kita", "し", "chiba", "k"}) {
    const auto order = [](const MunicipalityHit& a, const MunicipalityHit& b) {
      return a.match < b.match;
    };
    EXPECT_TRUE(std::ranges::is_sorted(find(text), order)) << text;
  }
  std::vector<MunicipalityHit> exact = find("北区");
  std::erase_if(exact, [](const auto& hit) { return hit.match != MunicipalityMatch::exact; });
  const std::vector<std::string> kita = codesOf(exact);
  EXPECT_TRUE(std::ranges::is_sorted(kita));
  EXPECT_GT(kita.size(), 10U);
}

TEST(MunicipalityOrder, PutsTheExactNameFirst) {
  const std::vector<MunicipalityHit> hits = find("osaka");
  const auto exact = std::ranges::count(hits, MunicipalityMatch::exact, &MunicipalityHit::match);
  EXPECT_EQ(exact, 24);  // the wards of Osaka
  EXPECT_EQ(hits.at(24).municipality->fullName(), "大阪府大阪狭山市");
  EXPECT_EQ(hits.at(24).match, MunicipalityMatch::cityStart);
}

TEST(MunicipalityLimit, CutsTheSameList) {
  for (const std::string_view text : {"k", "osaka", "東京", "なか", "1000001", "036", "100"}) {
    for (const std::size_t limit : {0U, 1U, 7U, 50U}) {
      const std::vector<MunicipalityHit> some = find(text, limit);
      EXPECT_LE(some.size(), limit) << text;
    }
  }
  const std::vector<MunicipalityHit> all = find("k");
  const std::vector<MunicipalityHit> some = find("k", 50);
  EXPECT_THAT(all, SizeIs(testing::Gt(50U)));
  EXPECT_EQ(textOf(some), textOf({all.begin(), all.begin() + 50}));
  EXPECT_THAT(MunicipalitySearch().find("k"), SizeIs(50));
}

TEST(MunicipalitySearches, AnswerTheSameAgain) {
  const MunicipalitySearch other;
  for (const std::string_view text : {"k", "北区", "浜松 北", "osaka ki", "9998523", "60"}) {
    EXPECT_EQ(textOf(other.find(text, kAll)), textOf(find(text))) << text;
  }
}

TEST(Hamamatsu, LeadsFromFormerWardsToPresentOnes) {
  struct Ward {
    std::string_view typed;
    std::string_view former;
    std::string_view present;
  };
  for (const Ward& ward :
       {Ward{"浜松市中区", "中区", "中央区"}, Ward{"浜松 東区", "東区", "中央区"},
        Ward{"hamamatsu nishi-ku", "西区", "中央区"}, Ward{"はままつしみなみく", "南区", "中央区"},
        Ward{"浜北区", "浜北区", "浜名区"}, Ward{"hamakita", "浜北区", "浜名区"}}) {
    const std::vector<MunicipalityHit> hits = find(ward.typed);
    ASSERT_THAT(hits, SizeIs(1)) << ward.typed;
    EXPECT_EQ(hits.front().municipality->ward, ward.present) << ward.typed;
    EXPECT_EQ(hits.front().note, MunicipalityNote::formerWard) << ward.typed;
    EXPECT_EQ(hits.front().former.name, ward.former);
    EXPECT_FALSE(hits.front().ambiguous);
  }
}

TEST(Hamamatsu, AsksWhereTheNorthernWardWasDivided) {
  for (const std::string_view typed :
       {"浜松市北区", "浜松北", "Kita-ku, Hamamatsu", "はままつ きた"}) {
    const std::vector<MunicipalityHit> hits = find(typed);
    EXPECT_THAT(codesOf(hits), testing::ElementsAre("221384", "221392")) << typed;
    EXPECT_THAT(hits, Each(testing::Field(&MunicipalityHit::note, MunicipalityNote::dividedWard)));
    EXPECT_THAT(hits, Each(testing::Field(&MunicipalityHit::ambiguous, true)));
    EXPECT_THAT(hits, Each(testing::Field(&MunicipalityHit::former,
                                          testing::Field(&FormerName::name, "北区"))));
  }
}

TEST(Hamamatsu, SaysNothingAboutPresentNames) {
  for (const std::string_view typed : {"浜松市", "浜松市中央区", "浜名区", "天竜区", "浜松"}) {
    const std::vector<MunicipalityHit> hits = find(typed);
    EXPECT_THAT(hits, Not(IsEmpty())) << typed;
    EXPECT_THAT(hits, Each(testing::Field(&MunicipalityHit::note, MunicipalityNote::none)))
        << typed;
    EXPECT_THAT(hits, Each(testing::Field(&MunicipalityHit::ambiguous, false))) << typed;
  }
}

TEST(OtherNames, OfTheTableAreAllFound) {
  std::ifstream table(std::filesystem::path(MADOGUCHI_RESOURCES) /
                      "municipalities/other_names.tsv");
  ASSERT_TRUE(table);
  std::size_t rows = 0;
  for (std::string code, name; table >> code >> name; ++rows) {
    EXPECT_THAT(codesOf(find(name)), testing::ElementsAre(code)) << name;
  }
  EXPECT_GE(rows, 7U);
}

TEST(PostalSearch, FillsTheTown) {
  for (const std::string_view text : {"1000005", "100-0005", "〒１００－０００５"}) {
    const std::vector<MunicipalityHit> hits = find(text);
    ASSERT_THAT(hits, SizeIs(1)) << text;
    EXPECT_EQ(hits.front().municipality->fullName(), "東京都千代田区");
    EXPECT_EQ(hits.front().match, MunicipalityMatch::postalCode);
    EXPECT_EQ(hits.front().town, "丸の内");
    EXPECT_EQ(hits.front().townKana, "マルノウチ");
    EXPECT_EQ(hits.front().townRomaji, "Marunouchi");
    EXPECT_FALSE(hits.front().ambiguous);
  }
}

TEST(PostalSearch, LeavesTheChoiceToThePerson) {
  for (const std::string_view code : {"0360103", "4980000"}) {
    const std::vector<MunicipalityHit> hits = find(code);
    EXPECT_EQ(hits.size(), findPostalCodes(code, kAll).towns.size());
    EXPECT_GT(hits.size(), 1U) << code;
    EXPECT_THAT(hits, Each(testing::Field(&MunicipalityHit::ambiguous, true)));
    EXPECT_THAT(hits, Each(testing::Field(&MunicipalityHit::postalCode, std::string(code))));
  }
}

TEST(PostalSearch, ListsMunicipalitiesUntilTheTownsAreFew) {
  const std::vector<MunicipalityHit> area = find("100", 50);
  EXPECT_THAT(area, SizeIs(10));  // Chiyoda and the nine of the islands
  EXPECT_THAT(area, Each(testing::Field(&MunicipalityHit::town, "")));
  EXPECT_THAT(area, Each(testing::Field(&MunicipalityHit::postalCode, "")));
  const std::vector<MunicipalityHit> street = find("100-000", 50);
  EXPECT_THAT(street,
              Each(testing::Field(&MunicipalityHit::postalCode, testing::StartsWith("100000"))));
  EXPECT_THAT(street, Each(testing::Field(&MunicipalityHit::ambiguous, true)));
  EXPECT_GT(street.size(), 3U);
}

TEST(PostalSearch, FindsNothingForWhatIsNoCode) {
  for (const std::string_view text :
       {"1", "12", "10000051", "100-00051", "000-0000", "〒", "9999999", "1-1"}) {
    EXPECT_THAT(find(text), IsEmpty()) << text;
  }
}

TEST(AnyBytes, AreSearchedWithoutHarm) {
  std::mt19937 random(20260731);  // NOLINT(cert-msc51-cpp): the same bytes every time
  const std::vector<std::string> seeds = {"札幌市中央区", "Ōsaka kita", "ｻｯﾎﾟﾛ",
                                          "〒100-0005",   "𠮷野",       "👩‍👩‍👧",
                                          "مدينة",        "서울",       "\u202Etokyo"};
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 3000; ++round) {
    std::string text = seeds[static_cast<std::size_t>(round) % seeds.size()];
    for (int change = round % 5; change > 0; --change) {
      text[random() % text.size()] = static_cast<char>(byte(random));
    }
    text.resize(text.size() + random() % 20, static_cast<char>(byte(random)));
    ASSERT_LE(find(text, 20).size(), 20U);
  }
  for (int first = 0; first < 256; ++first) {
    const std::string text(1, static_cast<char>(first));
    const bool letter = std::isalpha(first) != 0 && first < 0x80;
    ASSERT_TRUE(letter || find(text).empty()) << first;
  }
  EXPECT_THAT(find(std::string_view("\0tokyo\0chiyoda", 14)), SizeIs(1));
}

TEST(VeryLongText, IsCut) {
  for (const std::string_view piece : {"あ", "k", "1", "a ", "大阪", "\xFF", "o", "ﾊﾟ"}) {
    std::string text;
    while (text.size() < 1000000) {
      text += piece;
    }
    EXPECT_EQ(textOf(find(text)),
              textOf(find(std::string_view(text).substr(0, MunicipalitySearch::kMaxTextBytes))));
  }
  EXPECT_EQ(textOf(find("o a i ku u shi n ma osaka")), textOf(find("o a i ku u shi n ma")));
  const std::string padded = "千代田 東京" + std::string(1000000, ' ') + "札幌";
  EXPECT_THAT(find(padded), SizeIs(1));
}

}  // namespace
}  // namespace madoguchi::forms
