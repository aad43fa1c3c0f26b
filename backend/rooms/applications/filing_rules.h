#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/filing/applicant_account.h"
#include "backend/filing/attachment_store.h"
#include "forms/engine/answers.h"
#include "forms/engine/facts.h"
#include "protocol/refusal.h"

// What an application is judged by besides what stands in the form.

namespace madoguchi::backend {

/// What is filed, as far as the rules look at it.
struct FiledAnswers {
  std::string_view procedure;
  const forms::Answers& answers;
  const forms::Facts& facts;
};

/// windowClosed with the field that decides, and why.
std::optional<protocol::Refusal> outsideWindow(const FiledAnswers& filed);

/// notYours where whoever has the account may not file this for this person.
std::optional<protocol::Refusal> notAllowed(const FiledAnswers& filed,
                                            const ApplicantAccount& account);

/// formInvalid with all that stops the form, or with files of it that are not there whole.
std::optional<protocol::Refusal> faultsOf(const FiledAnswers& filed,
                                          const std::vector<AttachmentRow>& files);

/// Ids of the files that the form names.
std::vector<std::string> filesNamed(const FiledAnswers& filed,
                                    const std::vector<AttachmentRow>& files);

}  // namespace madoguchi::backend
