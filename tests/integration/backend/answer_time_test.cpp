// How long answers take tells nobody which authentication IDs there are: of people who are there
// and people who are not, asked in turn within one run.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <nlohmann/json.hpp>

#include "backend_under_test.h"

namespace madoguchi::test {
namespace {

constexpr auto kPassword = "AB12345!";
constexpr auto kNobody = "zzzzz99999";
constexpr std::size_t kTries = 15;
/// One that gave the answer away by an argon2 or a transaction left out would be beyond it.
constexpr double kFactor = 2.0;

class AnswerTime : public testing::Test {
 protected:
  AnswerTime() {
    EXPECT_EQ(
        m_backend.post(m_client, newUuid(), plainBody(m_backend.agentPayload(m_client))).status,
        201);
    const std::string text = m_backend.mailOfKind("registration", 1).at("text");
    constexpr std::string_view kPath = "/password/";
    constexpr std::size_t kTokenLength = 43;
    // By its link, so that it costs what the service's own passwords do.
    EXPECT_EQ(
        m_client
            .send({.method = "POST",
                   .path = "/v1/passwords",
                   .body = nlohmann::json{{"link", text.substr(text.find(kPath) + kPath.size(),
                                                               kTokenLength)},
                                          {"password", kPassword},
                                          {"passwordConfirmation", kPassword}}
                               .dump(),
                   .headers = {"Content-Type: application/json", "Idempotency-Key: " + newUuid()}})
            .status,
        200);
    m_id = m_backend.query("SELECT authentication_id FROM accounts");
    m_email = m_backend.query("SELECT email FROM accounts");
  }

  using Ask = std::function<Response(const std::string& id)>;
  /// Asks of both in turn, and forgets in between what would answer the next one otherwise.
  void expectAlike(const Ask& ask) {
    std::vector<double> known;
    std::vector<double> unknown;
    for (std::size_t i = 0; i < kTries; ++i) {
      for (const std::string& id : {m_id, std::string(kNobody)}) {
        m_backend.execute("DELETE FROM login_tries");
        m_backend.execute("DELETE FROM links");
        const auto start = std::chrono::steady_clock::now();
        const Response answer = ask(id);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        EXPECT_NE(answer.status, 429) << "it was not answered";
        (id == m_id ? known : unknown).push_back(took.count());
      }
    }
    const double ratio = median(known) / median(unknown);
    RecordProperty("known to unknown", std::to_string(ratio));
    EXPECT_LT(ratio, kFactor);
    EXPECT_GT(ratio, 1 / kFactor);
  }
  static double median(std::vector<double> times) {
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
  }
  Response post(const std::string& path, const nlohmann::json& body) {
    return m_client.send({.method = "POST",
                          .path = path,
                          .body = body.dump(),
                          .headers = {"Content-Type: application/json"}});
  }

  // A password takes much longer than all else.
  BackendUnderTest m_backend{
      {"--password-memory", "32768", "--password-passes", "1", "--rate-limit", "100000"}};
  HttpClient m_client = m_backend.client();
  std::string m_id;
  std::string m_email;
};

TEST_F(AnswerTime, OfALoginIsThatOfNobodys) {
  expectAlike([&](const std::string& id) {
    const Response answer =
        post("/v1/sessions", {{"authenticationId", id}, {"password", "AB12345?"}});
    EXPECT_EQ(answer.reason(), "loginRefused");
    return answer;
  });
}

TEST_F(AnswerTime, OfAForgottenPasswordIsThatOfNobodys) {
  expectAlike([&](const std::string& id) {
    const Response answer =
        post("/v1/password-links", {{"authenticationId", id}, {"email", m_email}});
    EXPECT_EQ(answer.status, 202);
    return answer;
  });
}

TEST_F(AnswerTime, OfThePageForAForgottenPasswordIsThatOfNobodys) {
  expectAlike([&](const std::string& id) {
    const Response answer =
        m_client.send({.method = "POST",
                       .path = "/password/forgotten",
                       .body = "authenticationId=" + id + "&email=" + m_email,
                       .headers = {"Content-Type: application/x-www-form-urlencoded"}});
    EXPECT_EQ(answer.status, 303);
    return answer;
  });
}

}  // namespace
}  // namespace madoguchi::test
