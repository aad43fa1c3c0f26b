#include "forms/application/prefill.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "forms/engine/field_value.h"

namespace madoguchi::forms {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Field of the registration, field of the application.
constexpr std::array<Pair, 8> kOwn = {{{"name", "name"},
                                       {"sex", "sex"},
                                       {"dateOfBirth", "dateOfBirth"},
                                       {"municipalityCode", "municipalityCode"},
                                       {"addressRest", "addressRest"},
                                       {"phone", "phone"},
                                       {"email", "notificationEmail"},
                                       {"residenceCardNumber", "cardNumber"}}};
constexpr std::array<Pair, 4> kRepresentatives = {
    {{"name", "representativeName"},
     {"municipalityCode", "representativeMunicipality"},
     {"addressRest", "representativeAddressRest"},
     {"phone", "representativePhone"}}};
constexpr std::array<Pair, 4> kAgents = {{{"name", "agentName"},
                                          {"municipalityCode", "agentMunicipality"},
                                          {"addressRest", "agentAddressRest"},
                                          {"phone", "agentPhone"}}};

std::span<const Pair> pairsFor(std::string_view userClass) {
  if (userClass == "foreignNational") {
    return kOwn;
  }
  return userClass == "legalRepresentative" ? std::span<const Pair>(kRepresentatives)
                                            : std::span<const Pair>(kAgents);
}

void take(const Values& from, std::string_view source, std::string_view target, Values& to) {
  const auto found = from.find(source);
  if (found != from.end() && !found->second.empty()) {
    to.emplace(target, found->second);
  }
}

bool isOfOneFiling(const Field& field) {
  return field.isAskedAnew || field.type == FieldType::attachment ||
         field.type == FieldType::consent;
}

/// What a source says of a field, repaired; empty where it is nothing that would be accepted.
std::string goodAnswer(const Field& field, const Answers& source, const Facts& facts) {
  const auto found = source.values.find(field.id);
  if (found == source.values.end()) {
    return {};
  }
  std::string value = repaired(field, found->second);
  const bool isGood = explain(field, value, facts.today).cause == Cause::good;
  return isGood ? value : std::string();
}

}  // namespace

Answers answersOfAccount(const Values& registered, std::string_view userClass) {
  Answers answers;
  for (const auto& [source, target] : pairsFor(userClass)) {
    take(registered, source, target, answers.values);
  }
  take(registered, "email", "email", answers.values);
  if (answers.values.contains("cardNumber")) {
    answers.values["hasCard"] = "yes";
  }
  return answers;
}

Answers answersOfFiling(const Definition& form, const Answers& filed) {
  Answers answers = filed;
  for (const Field& field : form.fields) {
    if (!isOfOneFiling(field)) {
      continue;
    }
    if (field.group) {
      answers.groups.erase(form.groups[*field.group].id);
    } else {
      answers.values.erase(field.id);
    }
  }
  return answers;
}

Answers prefilled(const Definition& form, Answers draft, const std::vector<Answers>& sources,
                  const Facts& facts) {
  for (const Field& field : form.fields) {
    for (const Answers& source : sources) {
      if (field.group || draft.values.contains(field.id)) {
        break;
      }
      if (std::string value = goodAnswer(field, source, facts); !value.empty()) {
        draft.values.emplace(field.id, std::move(value));
      }
    }
  }
  for (const Group& group : form.groups) {
    for (const Answers& source : sources) {
      if (rowsOf(draft, group.id).empty() && !rowsOf(source, group.id).empty()) {
        draft.groups[group.id] = rowsOf(source, group.id);
      }
    }
  }
  return draft;
}

}  // namespace madoguchi::forms
