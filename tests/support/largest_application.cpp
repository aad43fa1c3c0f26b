#include "tests/support/largest_application.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <utility>

#include "forms/application/application_form.h"
#include "forms/engine/attachment.h"
#include "forms/engine/relevance.h"

namespace madoguchi::test {
namespace {

using namespace forms;

constexpr std::size_t kBytesOfDigest = 64;

/// Of three bytes each, all in JIS X 0208.
constexpr std::array<std::string_view, 16> kWide = {"東", "西", "南", "北", "春", "夏", "秋", "冬",
                                                    "山", "川", "花", "鳥", "風", "月", "い", "ロ"};

/// The same for the same field and row, and no other's text within it.
class Characters {
 public:
  Characters(const Field& field, std::size_t row) {
    for (const char c : field.id + std::to_string(row)) {
      next(static_cast<unsigned char>(c));
    }
  }
  std::string latin(std::size_t length) {
    std::string text;
    while (text.size() < length) {
      text += static_cast<char>('A' + next() % ('Z' - 'A' + 1));
    }
    return text;
  }
  std::string fullWidth(std::size_t length) {
    std::string text;
    while (length-- > 0) {
      text += kWide.at(next() % kWide.size());
    }
    return text;
  }

 private:
  /// FNV-1a; the upper bits are the better ones.
  std::uint32_t next(unsigned char byte = 0) {
    constexpr std::uint32_t kPrime = 16777619;
    constexpr unsigned kUpper = 16;
    m_state = (m_state ^ byte) * kPrime + 1;
    return m_state >> kUpper;
  }
  std::uint32_t m_state = 2166136261;
};

std::string latinName(Characters& characters, std::size_t length) {
  std::string name = characters.latin(length);
  name[length / 2] = ' ';
  return name;
}

std::string email(std::size_t length) {
  const std::string domain = "@mail.example";
  return std::string(length - domain.size(), 'a') + domain;
}

std::string patterned(const Field& field) {
  const std::string& patterns = field.settings.pattern;
  std::string value = patterns.substr(patterns.rfind('|') + 1);
  std::ranges::replace(value, 'A', 'Z');
  std::ranges::replace(value, '0', '9');
  return value;
}

std::string longestText(const Field& field, std::size_t row) {
  const auto length = static_cast<std::size_t>(field.maxLength);
  Characters characters(field, row);
  if (field.rule == "pattern") return patterned(field);
  if (field.rule == "latinName") return latinName(characters, length);
  if (field.rule == "email") return email(length);
  if (field.rule == "passportNumber") return std::string(length, 'X');
  if (field.rule == "phone") return "09012345678";  // the longest that Japan has
  return field.rule == "latin" ? characters.latin(length) : characters.fullWidth(length);
}

std::string day(const Field& field, std::size_t row) {
  if (field.rule == "pastDate") {
    return std::to_string(1950 + row) + "-12-31";
  }
  return field.example.empty() ? "2027-12-31" : field.example;
}

std::string file(const Field& field, std::size_t row) {
  std::string digest = std::to_string(row);
  digest.insert(0, kBytesOfDigest - digest.size(), 'f');
  return toText(
      Attachment{.digest = digest, .mediaType = field.mediaTypes.front(), .bytes = field.maxBytes});
}

/// What opens a text besides; else what is longest.
std::string widest(const std::vector<std::string>& offered) {
  for (const std::string_view other : {"other", "99"}) {
    if (std::ranges::find(offered, other) != offered.end()) {
      return std::string(other);
    }
  }
  const auto longest = std::ranges::max_element(offered, {}, &std::string::size);
  return longest == offered.end() ? std::string() : *longest;
}

std::string joined(const std::vector<std::string>& codes) {
  std::string all;
  for (const std::string& code : codes) {
    all += (all.empty() ? "" : ",") + code;
  }
  return all;
}

/// What a check wants to be another answer than this one: of other fields in the row, or of the
/// same one in other rows.
std::vector<std::string> toldApart(const Definition& form, const Relevance& relevance,
                                   const Answers& answers, std::size_t index, std::size_t row) {
  std::vector<std::string> taken;
  for (const Check& check : form.checks) {
    const bool isHere = std::ranges::any_of(check.operands, [&](const Operand& operand) {
      return operand.kind == Operand::Kind::field && operand.index == index;
    });
    if (isHere && check.kind == Check::Kind::different) {
      for (const Operand& operand : check.operands) {  // all are fields
        taken.push_back(valueAt(answers, relevance.path(operand.index, row)));
      }
    }
    for (std::size_t other = 0; isHere && check.kind == Check::Kind::unique && other < row;
         ++other) {
      taken.push_back(valueAt(answers, relevance.path(index, other)));
    }
  }
  return taken;
}

/// What is asked and not answered, or with what is not offered any more.
Answers answeredOnce(const Definition& form, const Facts& facts, const Answers& before) {
  const Relevance relevance(form, before, facts);
  Answers answers = before;
  for (std::size_t group = 0; group < form.groups.size(); ++group) {
    if (!relevance.asksGroup(group)) {
      continue;
    }
    auto& rows = answers.groups[form.groups[group].id];
    while (rows.size() < form.groups[group].maxRows) {
      rows.push_back({.id = "r" + std::to_string(rows.size())});
    }
  }
  forEachAsked(relevance, {}, [&](std::size_t index, std::size_t row) {
    const Field& field = form.fields[index];
    const std::string value(relevance.written(index, row));
    auto offered = relevance.offered(index, row);
    const bool isOneOf = isChoice(field.type) && !offered.empty();
    if (!value.empty() && (!isOneOf || relevance.isOffered(index, row, value))) {
      return;
    }
    const auto taken = toldApart(form, relevance, answers, index, row);
    std::erase_if(offered, [&](const std::string& one) {
      return isOneOf && std::ranges::find(taken, one) != taken.end();
    });
    std::string longest = isOneOf                          ? widest(offered)
                          : field.type == FieldType::codes ? joined(offered)
                                                           : longestValue(field, row);
    setValue(answers, relevance.path(index, row), std::move(longest));
  });
  return answers;
}

}  // namespace

std::string longestValue(const Field& field, std::size_t row) {
  switch (field.type) {
    case FieldType::yesNo:
      return "yes";
    case FieldType::sex:
      return "female";
    case FieldType::consent:
      return "true";
    case FieldType::date:
    case FieldType::partialDate:
      return day(field, row);
    case FieldType::partialMonth:
      return day(field, row).substr(0, sizeof "2027-12" - 1);
    case FieldType::number:
      return std::to_string(field.settings.most.value_or(0));
    case FieldType::municipality:
      return "131016";
    case FieldType::attachment:
      return file(field, row);
    default:
      return longestText(field, row);
  }
}

Answers largestAnswers(const Definition& form, const Facts& facts, Answers answers) {
  for (;;) {
    Answers more = answeredOnce(form, facts, answers);
    if (more == answers) {
      return answers;
    }
    answers = std::move(more);
  }
}

Facts largestApplicationFacts() {
  using namespace std::chrono;
  return applicationFacts("change", "attorneyOrScrivener", 2026y / 11 / 26);
}

Answers largestApplication(const std::string& desiredStatus) {
  return largestAnswers(applicationForm(), largestApplicationFacts(),
                        {.values = {{"currentStatus", desiredStatus == "T44" ? "T61" : "T44"},
                                    {"desiredStatus", desiredStatus}}});
}

}  // namespace madoguchi::test
