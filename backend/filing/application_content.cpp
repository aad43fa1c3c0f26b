#include "backend/filing/application_content.h"

#include <nlohmann/json.hpp>

#include "backend/core/loggable_error.h"
#include "backend/filing/application_store.h"
#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"

namespace madoguchi::backend {

Sealed sealContent(const ApplicationContent& content, const DataKeys& keys,
                   std::string_view applicationId) {
  nlohmann::json json = {{"draft", toJson(content.draft)},
                         {"applicant", content.applicant},
                         {"canonical", content.canonical},
                         {"signed", content.signedText},
                         {"unable", content.unable},
                         {"consents", content.consents},
                         {"wanted", content.wanted},
                         {"result", content.result},
                         {"notifiesAccount", content.notifiesAccount}};
  if (content.granted) {
    json["granted"] = *content.granted;
  }
  return keys.seal(json.dump(), applicationPlace(applicationId));
}

ApplicationContent openApplication(const Sealed& sealed, const DataKeys& keys,
                                   std::string_view applicationId) {
  const auto json = nlohmann::json::parse(keys.open(sealed, applicationPlace(applicationId)));
  ApplicationContent content{.draft = contentKept(json.at("draft")),
                             .applicant = json.at("applicant"),
                             .canonical = json.at("canonical"),
                             .signedText = json.at("signed"),
                             .unable = json.at("unable"),
                             .consents = json.at("consents"),
                             // Older ones do not say.
                             .notifiesAccount = json.value("notifiesAccount", false),
                             .wanted = json.at("wanted"),
                             .result = json.at("result")};
  if (json.contains("granted")) {
    content.granted = json.at("granted").get<bool>();
  }
  return content;
}

forms::Answers answersOf(const ApplicationContent& content) {
  auto answers = forms::answersFrom(forms::applicationForm(), content.canonical);
  if (!answers) {  // filed with a form before this one: a draft is lifted from it
    answers = answersOf(content.draft);
  }
  if (!answers) {
    throw LoggableError("an application that was filed cannot be read");
  }
  return std::move(*answers);
}

std::string personIn(const forms::Answers& answers) {
  std::string person;
  for (const char* field : {"name", "dateOfBirth", "nationality"}) {
    person += valueAt(answers, forms::topField(field)) + '\n';
  }
  return person;
}

}  // namespace madoguchi::backend
