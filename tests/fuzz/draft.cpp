// Any bytes as the body that makes a draft: it is refused, or kept so that it opens as what it was,
// is listed, and is lifted to an application that reads itself again.
#include <cstdint>
#include <string>

#include "backend/filing/application_content.h"
#include "backend/filing/draft_content.h"
#include "backend/rooms/drafts/draft_json.h"
#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"
#include "protocol/strict_json.h"
#include "tests/fuzz/check.h"

namespace {

using namespace madoguchi;
using fuzz::check;

const backend::DataKeys& keys() {
  static const backend::DataKeys kKeys("1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  return kKeys;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string body(data, data + size);
  auto json = protocol::readStrictJson(
      body, {.bytes = backend::kLongestDraft, .depth = forms::kMaxAnswerDepth + 1});
  backend::DraftContent content;
  if (!json || !json->is_object() || !backend::takeContent(*json, content) || !json->empty()) {
    return 0;
  }
  const auto sealed = backend::sealContent(content, keys(), "id");
  const auto opened = backend::openContent(sealed, keys(), "id");
  check(backend::toJson(opened) == backend::toJson(content));
  const backend::Draft draft{.id = "id", .content = opened};
  check(backend::draftJson(draft).at("values") == nlohmann::json::parse(content.values));
  check(backend::summaryJson(draft).at("applicant").is_string());
  const auto answers = backend::answersOf(content);
  check(answers.has_value());
  static_cast<void>(backend::personIn(*answers));
  const auto again = forms::draftFrom(forms::applicationForm(),
                                      forms::draftJson(forms::applicationForm(), *answers));
  check(again.has_value());
  return 0;
}
