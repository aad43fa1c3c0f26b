#include "backend/rooms/applications/filing_rules.h"

#include <algorithm>
#include <functional>

#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"
#include "forms/engine/attachment.h"
#include "forms/engine/judge.h"
#include "forms/procedures/filing_window.h"
#include "forms/procedures/may_file.h"
#include "forms/registration/registration_form.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

namespace {

std::string answer(const forms::Answers& answers, const char* field) {
  return valueAt(answers, forms::topField(field));
}

/// The row of a file that the form names; null where it has not arrived whole.
const AttachmentRow* rowOf(std::string_view value, const std::vector<AttachmentRow>& files) {
  const auto named = forms::attachmentFrom(value);
  const auto found = std::ranges::find_if(files, [&](const AttachmentRow& file) {
    const std::string_view type = file.kind == kPhoto ? "image/jpeg" : "application/pdf";
    return named && file.isWhole && file.digest == named->digest && file.bytes == named->bytes &&
           type == named->mediaType;
  });
  return found == files.end() ? nullptr : &*found;
}

void forEachFile(const FiledAnswers& filed,
                 const std::function<void(const forms::FieldPath&, std::string_view)>& visit) {
  const forms::Definition& form = forms::applicationForm();
  const forms::Relevance relevance(form, filed.answers, filed.facts);
  forEachAsked(relevance, {.submittedOnly = true}, [&](std::size_t field, std::size_t row) {
    const std::string_view value = relevance.value(field, row);
    if (form.fields[field].type == forms::FieldType::attachment && !value.empty()) {
      visit(relevance.path(field, row), value);
    }
  });
}

/// Whether it is the applicant's own account: a name may be written in several ways.
bool isOwnApplication(const FiledAnswers& filed, const ApplicantAccount& account) {
  const auto registered = forms::answersFrom(forms::registrationForm(), account.form);
  return registered && answer(*registered, "dateOfBirth") == answer(filed.answers, "dateOfBirth");
}

}  // namespace

std::optional<Refusal> outsideWindow(const FiledAnswers& filed) {
  const auto outside = forms::outsideWindow(forms::procedureFacts(), filed.procedure, filed.answers,
                                            filed.facts.today);
  if (!outside) {
    return std::nullopt;
  }
  return Refusal{.reason = Reason::windowClosed,
                 .fields = {{std::string(outside->field), std::string(outside->code)}}};
}

std::optional<Refusal> notAllowed(const FiledAnswers& filed, const ApplicantAccount& account) {
  const forms::Applicant applicant{.dateOfBirth = answer(filed.answers, "dateOfBirth"),
                                   .unable = answer(filed.answers, "unable") == "yes",
                                   .desiredStatus = answer(filed.answers, "desiredStatus")};
  std::vector<std::string> procedures{std::string(filed.procedure)};
  if (answer(filed.answers, "alsoReentry") == "yes") {
    procedures.emplace_back("reentry");
  }
  if (answer(filed.answers, "alsoOtherActivity") == "yes") {
    procedures.emplace_back("otherActivity");
  }
  const bool allowed = std::ranges::all_of(procedures, [&](const std::string& procedure) {
    return mayFile(forms::procedureFacts(), account.userClass, procedure, applicant,
                   filed.facts.today)
               .verdict == forms::MayFile::Verdict::yes;
  });
  if (!allowed || (account.userClass == "foreignNational" && !isOwnApplication(filed, account))) {
    return Refusal{Reason::notYours};
  }
  return std::nullopt;
}

std::optional<Refusal> faultsOf(const FiledAnswers& filed,
                                const std::vector<AttachmentRow>& files) {
  const forms::Definition& form = forms::applicationForm();
  auto findings = strays(form, filed.answers, filed.facts);
  if (findings.empty()) {
    findings = judge(form, filed.answers, filed.facts, {.submittedOnly = true});
  }
  Refusal refusal{Reason::formInvalid};
  if (!isAcceptable(findings)) {
    refusal.fields = fieldErrors(filed.answers, findings);
    return refusal;
  }
  forEachFile(filed, [&](const forms::FieldPath& path, std::string_view value) {
    if (rowOf(value, files) == nullptr) {
      refusal.fields.push_back({writtenPath(filed.answers, path), "fileMissing"});
    }
  });
  return refusal.fields.empty() ? std::nullopt : std::optional(refusal);
}

std::vector<std::string> filesNamed(const FiledAnswers& filed,
                                    const std::vector<AttachmentRow>& files) {
  std::vector<std::string> ids;
  forEachFile(filed, [&](const forms::FieldPath& /*path*/, std::string_view value) {
    if (const AttachmentRow* row = rowOf(value, files)) {
      ids.push_back(row->id);
    }
  });
  return ids;
}

}  // namespace madoguchi::backend
