#include "cardreader/simulated/persons.h"

#include <algorithm>
#include <array>

namespace madoguchi::simulated {
namespace {

// Invented people at the addresses of public buildings. Names of foreign residents are in Latin
// letters, as in the Basic Resident Register; an alias (通称) follows in brackets. The era digit of
// a date of birth may be 0, unknown, for people born abroad.
constexpr std::array<Person, 7> kPersons = {{
    {.id = "maria",
     .summary = "foreign national with a Latin name; the default",
     .name = "SANTOS　MARIA　CLARA",
     .nameSubstitution = "000000000000000000",
     .sex = "2",
     .birth = "419900415",
     .address = "東京都千代田区霞が関1丁目1番1号",
     .addressSubstitution = "00000000000000000",
     .municipality = "千代田区",
     .prefectureRomaji = "Tokyo-to",
     .municipalityRomaji = "Chiyoda-ku"},
    {.id = "alias",
     .summary = "foreign national with an alias in Japanese",
     .name = "NGUYEN　THI　LAN（山田　花蓮）",
     .nameSubstitution = "000000000000000000000",
     .sex = "2",
     .birth = "019881203",
     .address = "大阪府大阪市中央区大手前２丁目１番２２号",
     .addressSubstitution = "00000000000000000000",
     .municipality = "大阪市中央区",
     .prefectureRomaji = "Osaka-fu",
     .municipalityRomaji = "Osaka-shi Chuo-ku"},
    {.id = "long",
     .summary = "foreign national with a very long name and address",
     .name = "VAN DER WESTHUIZEN FERNANDEZ DE CORDOBA　MARIA GUADALUPE ALEXANDRA　"
             "CONSTANCE PHILIPPA JOSEPHINE",
     .nameSubstitution = "0000000000000000000000000000000000000000000000000000000000000000000000000"
                         "000000000000000000000",
     .sex = "2",
     .birth = "319851231",
     .address =
         "神奈川県横浜市中区本町６丁目５０番地の１０　みなとみらいインターナショナルレジデンス横浜"
         "イーストタワー　４２０１号室（国際交流会館内）",
     .addressSubstitution = "0000000000000000000000000000000000000000000000000000000000000000000",
     .municipality = "横浜市中区",
     .prefectureRomaji = "Kanagawa-ken",
     .municipalityRomaji = "Yokohama-shi Naka-ku"},
    {.id = "parent",
     .summary = "Japanese national with a kanji name, one character substituted",
     .name = "渡邉　健一",
     .nameSubstitution = "01000",
     .sex = "1",
     .birth = "319790520",
     .address = "愛知県名古屋市中区三の丸三丁目１番２号",
     .addressSubstitution = "0000000000000000000",
     .municipality = "名古屋市中区",
     .prefectureRomaji = "Aichi-ken",
     .municipalityRomaji = "Nagoya-shi Naka-ku"},
    {.id = "child",
     .summary = "child under 15, without a signing certificate",
     .name = "渡邉　結衣",
     .nameSubstitution = "01000",
     .sex = "2",
     .birth = "420150708",
     .address = "愛知県名古屋市中区三の丸三丁目１番２号",
     .addressSubstitution = "0000000000000000000",
     .municipality = "名古屋市中区",
     .prefectureRomaji = "Aichi-ken",
     .municipalityRomaji = "Nagoya-shi Naka-ku",
     .hasSigningCertificate = false},
    {.id = "expired",
     .summary = "foreign national whose certificates expired yesterday",
     .name = "SHRESTHA　BIKASH",
     .nameSubstitution = "000000000000000",
     .sex = "1",
     .birth = "419950930",
     .address = "福岡県福岡市博多区東公園７番７号",
     .addressSubstitution = "0000000000000000",
     .municipality = "福岡市博多区",
     .prefectureRomaji = "Fukuoka-ken",
     .municipalityRomaji = "Fukuoka-shi Hakata-ku",
     .certificatesExpired = true},
    {.id = "blocked",
     .summary = "foreign national whose password and PIN are both blocked",
     .name = "OLIVEIRA　JOAO　PEDRO",
     .nameSubstitution = "0000000000000000000",
     .sex = "1",
     .birth = "419920229",
     .address = "北海道札幌市中央区北３条西６丁目１番地",
     .addressSubstitution = "0000000000000000000",
     .municipality = "札幌市中央区",
     .prefectureRomaji = "Hokkaido",
     .municipalityRomaji = "Sapporo-shi Chuo-ku",
     .secretsBlocked = true},
}};

}  // namespace

std::span<const Person> persons() { return kPersons; }

const Person* findPerson(std::string_view id) {
  const auto found = std::ranges::find(kPersons, id, &Person::id);
  return found == kPersons.end() ? nullptr : &*found;
}

}  // namespace madoguchi::simulated
