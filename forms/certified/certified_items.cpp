#include "forms/certified/certified_items.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "forms/certified/certified_name.h"
#include "forms/places/address_splitter.h"
#include "forms/rules/padded.h"

namespace madoguchi::forms {
namespace {

using certificate::BasicFourItems;
using certificate::BirthDate;

/// "1990-04-01", or as much of its beginning as the certificate has.
std::string knownBeginning(const BirthDate& birth) {
  if (!birth.year) {
    return {};
  }
  std::string text = padded(*birth.year, 4);
  if (birth.month) {
    text += '-' + padded(*birth.month, 2);
    if (birth.day) {
      text += '-' + padded(*birth.day, 2);
    }
  }
  return text;
}

bool isRealDate(const BirthDate& birth) {
  using namespace std::chrono;
  return birth.complete() &&
         year_month_day(year(*birth.year), month(static_cast<unsigned>(*birth.month)),
                        day(static_cast<unsigned>(*birth.day)))
             .ok();
}

void prefillSex(const BasicFourItems& items, Prefill& prefill) {
  if (items.sex != certificate::Sex::unknown) {
    prefill.values["sex"] = items.sex == certificate::Sex::male ? "male" : "female";
  }
}

void prefillBirth(const BirthDate& birth, Prefill& prefill) {
  if (isRealDate(birth)) {
    prefill.values["dateOfBirth"] = knownBeginning(birth);
    return;
  }
  const std::string known = knownBeginning(birth);
  if (const std::string& text = known.empty() ? birth.text : known; !text.empty()) {
    prefill.cardText["dateOfBirth"] = text;
  }
}

void prefillName(const BasicFourItems& items, Prefill& prefill) {
  const auto name = items.nameSubstituted ? std::nullopt : latinNameFromCertificate(items.name);
  if (name) {
    prefill.values["name"] = *name;
  } else if (!items.name.empty()) {
    prefill.cardText["name"] = items.name;
  }
}

/// The municipality is filled even where the address holds a substituted character: it was found in
/// the table, and the certificate does not tell which character it is. What follows is then only
/// shown.
void prefillAddress(const BasicFourItems& items, Prefill& prefill) {
  const SplitAddress split = splitAddress(items.address);
  if (split.code6.empty()) {
    if (!items.address.empty()) {
      prefill.cardText["municipalityCode"] = items.address;
      prefill.cardText["addressRest"] = items.address;
    }
    return;
  }
  prefill.values["municipalityCode"] = split.code6;
  const auto rest = acceptedValue("addressRest", split.rest);
  if (rest && !items.addressSubstituted) {
    prefill.values["addressRest"] = *rest;
  } else if (!split.rest.empty()) {
    prefill.cardText["addressRest"] = split.rest;
  }
}

std::string_view valueOf(const Values& values, std::string_view id) {
  const auto found = values.find(id);
  return found == values.end() ? std::string_view() : std::string_view(found->second);
}

/// The parts of a partial date that the certificate has must be those of the form.
bool birthMatches(std::string_view value, const BirthDate& birth) {
  const auto agrees = [value](const std::optional<int>& part, std::size_t at, std::size_t width) {
    return !part || (value.size() == 10 && value.substr(at, width) == padded(*part, width));
  };
  return agrees(birth.year, 0, 4) && agrees(birth.month, 5, 2) && agrees(birth.day, 8, 2);
}

}  // namespace

Prefill prefillFromCertificate(const BasicFourItems& items) {
  Prefill prefill;
  prefillName(items, prefill);
  prefillSex(items, prefill);
  prefillBirth(items.birth, prefill);
  prefillAddress(items, prefill);
  return prefill;
}

bool matchesCertificate(const Values& values, const BasicFourItems& items) {
  constexpr std::array<std::string_view, 3> kHeld = {"name", "sex", "municipalityCode"};
  const Prefill prefill = prefillFromCertificate(items);
  const bool same = std::ranges::all_of(kHeld, [&](std::string_view id) {
    const auto certified = prefill.values.find(id);
    return certified == prefill.values.end() || certified->second == valueOf(values, id);
  });
  return same && birthMatches(valueOf(values, "dateOfBirth"), items.birth);
}

}  // namespace madoguchi::forms
