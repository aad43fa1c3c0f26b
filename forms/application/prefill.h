#pragma once

#include <string_view>
#include <vector>

#include "forms/engine/relevance.h"

namespace madoguchi::forms {

/// What is known of an account, in the fields of the registration form ("name", "phone", …), as
/// answers to the application form: of the applicant, where the account is the applicant's own; of
/// the representative or the agent otherwise.
Answers answersOfAccount(const Values& registered, std::string_view userClass);

/// An earlier filing without what belonged to it alone: dates of stay, reasons, documents, consent.
Answers answersOfFiling(const Definition& form, const Answers& filed);

/// The draft with what is known from elsewhere where it has no answer yet, from the first source
/// that has a good one: the card, the account, the last filing. Groups are taken whole. Nothing
/// that was typed changes.
Answers prefilled(const Definition& form, Answers draft, const std::vector<Answers>& sources,
                  const Facts& facts);

}  // namespace madoguchi::forms
