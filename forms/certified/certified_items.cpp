#include "forms/certified/certified_items.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "forms/certified/certified_name.h"
#include "forms/places/address_splitter.h"
#include "forms/rules/partial_date.h"
#include "forms/text/padded.h"

namespace madoguchi::forms {
namespace {

using certificate::BasicFourItems;
using certificate::BirthDate;

/// "1990-04-01", "1990-04" or "1990": as much of its beginning as the certificate has and as can
/// be.
std::string knownBeginning(const BirthDate& birth) {
  if (!birth.year) {
    return {};
  }
  PartialDate known{.year = *birth.year};
  std::string text = padded(*birth.year, 4);
  if (birth.month) {
    known.month = static_cast<unsigned>(*birth.month);
    text += '-' + padded(*birth.month, 2);
  }
  if (birth.month && birth.day) {
    known.day = static_cast<unsigned>(*birth.day);
    if (isReal(known)) {
      text += '-' + padded(*birth.day, 2);
    }
  }
  return text;
}

void prefillSex(const BasicFourItems& items, Prefill& prefill) {
  if (items.sex != certificate::Sex::unknown) {
    prefill.values["sex"] = items.sex == certificate::Sex::male ? "male" : "female";
  }
}

/// A certificate that has the item but no year in it says that the date is not known.
void prefillBirth(const BirthDate& birth, Prefill& prefill) {
  std::string known = knownBeginning(birth);
  if (!known.empty()) {
    prefill.values["dateOfBirth"] = std::move(known);
  } else if (!birth.text.empty()) {
    prefill.values["dateOfBirth"] = kUnknownDate;
  }
}

void prefillName(const BasicFourItems& items, Prefill& prefill) {
  auto name = items.nameSubstituted ? std::nullopt : latinNameFromCertificate(items.name);
  if (name) {
    prefill.values["name"] = std::move(name->latin);
    if (!name->rest.empty()) {
      prefill.alsoOnCard["name"] = std::move(name->rest);
    }
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
  constexpr std::array<std::string_view, 4> kHeld = {"name", "sex", "dateOfBirth",
                                                     "municipalityCode"};
  const Prefill prefill = prefillFromCertificate(items);
  return std::ranges::all_of(kHeld, [&](std::string_view id) {
    const auto certified = prefill.values.find(id);
    return certified == prefill.values.end() || certified->second == valueOf(values, id);
  });
}

bool isOfSamePerson(const Values& values, const BasicFourItems& items) {
  constexpr std::array<std::string_view, 3> kOfPerson = {"name", "sex", "dateOfBirth"};
  const Prefill prefill = prefillFromCertificate(items);
  return items.birth.complete() && std::ranges::all_of(kOfPerson, [&](std::string_view id) {
           const auto certified = prefill.values.find(id);
           return certified != prefill.values.end() && certified->second == valueOf(values, id);
         });
}

}  // namespace madoguchi::forms
