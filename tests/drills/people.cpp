#include "tests/drills/people.h"

#include <chrono>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "backend/core/password_hash.h"
#include "tests/integration/backend/filing.h"
#include "tests/integration/backend/several_backends.h"
#include "tests/unit/backend/files/pdf_files.h"

namespace madoguchi::test {
namespace {

constexpr int kMade = 201;

nlohmann::json demand(const LoadClient::Answer& answer, int status, const std::string& what) {
  if (answer.status != status) {
    throw std::runtime_error(what + " was answered with " + std::to_string(answer.status) + ": " +
                             answer.body);
  }
  return nlohmann::json::parse(answer.body);
}

std::string keyed(const std::string& session) {
  return session + "Idempotency-Key: " + newUuid() + "\r\n";
}

}  // namespace

std::string hashOfPassword() {
  return backend::PasswordHasher({.memory = 8UL << 10U, .passes = 1, .atOnce = 1})
      .hash(kPasswordOfAll, backend::deadlineIn(std::chrono::minutes(1)))
      .value();
}

Registered registerSomebody(const Ask& ask, const std::string& email,
                            const simulated::CardContents* card) {
  DraftPayload payload = commonPayload(email);
  if (card != nullptr) {
    payload.entrance = forms::Entrance::cardHolder;
    payload.form = formOf(*card);
    payload.form["email"] = email;
  }
  payload.nonce = demand(ask("POST", "/v1/nonces", "", ""), kMade, "a nonce").at("nonce");
  const std::string key = newUuid();
  const std::string body =
      card != nullptr ? signedBody({.card = *card, .payload = payload, .idempotencyKey = key})
                      : plainBody(payload);
  const auto answer = ask("POST", "/v1/registrations", body, "Idempotency-Key: " + key + "\r\n");
  return {.key = key,
          .authenticationId = demand(answer, kMade, "a registration").at("authenticationId")};
}

std::string logIn(const Ask& ask, const std::string& authenticationId) {
  const nlohmann::json body = {{"authenticationId", authenticationId},
                               {"password", kPasswordOfAll}};
  const auto answer = ask("POST", "/v1/sessions", body.dump(), "");
  return "Authorization: Bearer " +
         demand(answer, kMade, "a login").at("token").get<std::string>() + "\r\n";
}

int sendFile(const Ask& ask, const std::string& session, const std::string& owner,
             const std::string& bytes, const std::string& kind) {
  constexpr std::size_t kPiece = 20'000;
  constexpr int kTaken = 200;
  constexpr int kElsewhere = 409;
  const std::string at = owner + "/attachments";
  nlohmann::json file =
      demand(ask("POST", at, announcement(bytes, kind), session), kMade, "a file");
  const std::string one = at + '/' + file.at("id").get<std::string>();
  int again = 0;
  while (file.at("state") != "whole") {
    const auto from = file.at("received").get<std::size_t>();
    const auto sent =
        ask("PUT", one + "/content?from=" + std::to_string(from), bytes.substr(from, kPiece),
            session + "Content-Type: application/octet-stream\r\n");
    if (sent.status == kElsewhere) {
      ++again;
      file = demand(ask("GET", one, "", session), kTaken, "what arrived of a file");
    } else {
      file = demand(sent, kTaken, "a piece of a file");
    }
  }
  return again;
}

FiledOne fileApplication(const Ask& ask, const std::string& session, const std::string& email) {
  constexpr std::size_t kPaperBytes = 60'000;
  const std::string photo = backend::test::jpegOf(90, 120);
  FiledOne filed{.paper = backend::test::goodPdf(std::string(kPaperBytes, 'x') + newUuid())};
  const auto made =
      ask("POST", "/v1/drafts", draftBody(valuesToFile(photo, email)), keyed(session));
  const std::string draft =
      "/v1/drafts/" + demand(made, kMade, "a draft").at("id").get<std::string>();
  filed.piecesAgain = sendFile(ask, session, draft, photo, "photo") +
                      sendFile(ask, session, draft, filed.paper, "document");
  const auto answer = demand(ask("POST", draft + "/application", filingBody(true), keyed(session)),
                             kMade, "a filing");
  filed.id = answer.at("id");
  filed.provisionalNumber = answer.at("provisionalNumber");
  return filed;
}

}  // namespace madoguchi::test
