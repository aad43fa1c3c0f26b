#include "filing.h"

#include <gtest/gtest.h>

#include <array>
#include <ctime>

#include "card_holder.h"
#include "forms/engine/answers_json.h"
#include "protocol/base64.h"
#include "tests/unit/forms/application/application_answers.h"

namespace madoguchi::test {

using nlohmann::json;

std::string sha256Of(const std::string& bytes) {
  std::string digits;
  const auto digest = protocol::fromBase64url(digestOf(bytes));
  for (const std::uint8_t byte : digest.value()) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    digits += kDigits[byte >> 4U];
    digits += kDigits[byte & 0xFU];
  }
  return digits;
}

std::string dayInAMonth() {
  const std::time_t inAMonth = std::time(nullptr) + 30L * 24 * 3600;
  std::array<char, 16> day{};
  std::tm parts{};
  std::strftime(day.data(), day.size(), "%Y-%m-%d", gmtime_r(&inAMonth, &parts));
  return day.data();
}

json valuesToFile(const std::string& photo, const std::string& email) {
  forms::Answers answers = forms::dependentsAnswers();
  answers.values["stayExpiry"] = dayInAMonth();
  for (const auto& [field, value] :
       forms::Values{{"supporterStayExpiry", "2099-01-01"},
                     {"passportExpiry", "2099-01-01"},
                     {"notificationEmail", email},
                     {"notificationEmailAgain", email},
                     {"byRepresentative", "no"},
                     {"agentName", "法務たろう"},
                     {"agentMunicipality", "131016"},
                     {"agentAddressRest", "霞が関１－１－１"},
                     {"agentOrganization", "法務事務所"},
                     {"agentPhone", "0312345678"},
                     {"photo", sha256Of(photo) + " image/jpeg " + std::to_string(photo.size())}}) {
    answers.values[field] = value;
  }
  return json::parse(forms::draftJson(forms::applicationForm(), answers)).at("answers");
}

std::string draftBody(const json& values) {
  return json{{"forWhom", "client"},
              {"procedure", "extension"},
              {"formVersion", 1},
              {"values", values},
              {"page", "identity"}}
      .dump();
}

std::string announcement(const std::string& bytes, const std::string& kind) {
  return json{
      {"kind", kind}, {"name", "../" + kind}, {"bytes", bytes.size()}, {"sha256", sha256Of(bytes)}}
      .dump();
}

std::string filingBody(bool again) {
  return json{{"revision", 1}, {"consents", {"applicant"}}, {"again", again}}.dump();
}

Scrivener::Scrivener(BackendUnderTest& backend) : m_client(backend.client()) {
  constexpr auto kPassword = "AB12345!";
  const json registered =
      backend.post(m_client, newUuid(), plainBody(backend.agentPayload(m_client))).json();
  backend.setPassword(kPassword);
  const json welcome = send("POST", "/v1/sessions",
                            json{{"authenticationId", registered.value("authenticationId", "")},
                                 {"password", kPassword}}
                                .dump())
                           .json();
  m_token = welcome.value("token", "");
}

Response Scrivener::send(const std::string& method, const std::string& path,
                         const std::optional<std::string>& body, const std::string& type,
                         const std::string& key) {
  return m_client.send(
      {.method = method,
       .path = path,
       .body = body,
       .headers = {"Authorization: Bearer " + m_token, type, "Idempotency-Key: " + key}});
}

std::string Scrivener::draft(const json& values) {
  const Response made = send("POST", "/v1/drafts", draftBody(values));
  EXPECT_EQ(made.status, 201) << made.body;
  return made.json().value("id", "");
}

}  // namespace madoguchi::test
