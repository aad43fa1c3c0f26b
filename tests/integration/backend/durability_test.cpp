#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "backend_under_test.h"

namespace madoguchi::test {
namespace {

/// A mail belongs to who sends it for 45 seconds, for which no test has to wait: as if they had
/// passed while the program stood still.
void endLeases(const BackendUnderTest& backend) {
  backend.execute("UPDATE outbox SET next_attempt_at = next_attempt_at - 45");
}

// The program is killed (SIGKILL) between the commit and the moment when the client reads the
// answer: the client never reads, and the kill comes as soon as another process sees the row.
// Repeated from instant to instant, with mails in every state.
TEST(Durability, AKilledServiceForgetsNothingAndRepeatsNothing) {
  BackendUnderTest backend;
  for (int round = 1; round <= 5; ++round) {
    HttpClient client = backend.client();
    const Draft draft = backend.draft(client);
    const std::string body = signedBody(draft);
    Response lost;
    {
      const std::jthread sender([&] {
        HttpClient own = backend.client();
        lost = backend.post(own, draft.idempotencyKey, body);
      });
      const std::string stored =
          "SELECT COUNT(*) FROM idempotency WHERE idempotency_key = '" + draft.idempotencyKey + "'";
      while (backend.query(stored) != "1") {
      }
      backend.kill();
    }
    backend.start();
    HttpClient again = backend.client();
    const Response answer = backend.post(again, draft.idempotencyKey, body);
    ASSERT_EQ(answer.status, 201) << answer.body << answer.failure;
    // The kill can also fall between the head and the body of the answer.
    if (lost.failure.empty()) {
      EXPECT_EQ(lost.body, answer.body);
    }
    const std::string id = answer.json().at("authenticationId");
    EXPECT_EQ(backend.query("SELECT COUNT(*) FROM accounts WHERE authentication_id = '" + id + "'"),
              "1");
    const std::string count = std::to_string(round);
    EXPECT_EQ(backend.query("SELECT COUNT(*) FROM accounts"), count);
    EXPECT_EQ(backend.query("SELECT COUNT(*) FROM outbox"), count);
  }
  // A mail that was being sent counts as not sent when its lease of 45 seconds ends, and has the
  // same name again. The test need not wait for that.
  backend.stop();
  endLeases(backend);
  backend.start();
  EXPECT_EQ(backend.waitForMails(5).size(), 5U) << backend.log();
  EXPECT_EQ(backend.query("PRAGMA integrity_check"), "ok");
}

// What is acknowledged is on the disk: killed right after the answer.
TEST(Durability, WhatWasAnsweredIsStored) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  const Response response = backend.submit(client, backend.draft(client));
  backend.kill();
  ASSERT_EQ(response.status, 201);
  const std::string id = response.json().at("authenticationId");
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM accounts WHERE authentication_id = '" + id + "'"),
            "1");
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM outbox"), "1");
  endLeases(backend);
  backend.start();
  EXPECT_EQ(backend.waitForMails(1).size(), 1U);
}

TEST(Durability, TheDatabaseWritesThroughToTheDisk) {
  BackendUnderTest backend;
  EXPECT_EQ(backend.query("PRAGMA journal_mode"), "wal");
  EXPECT_EQ(backend.query("SELECT MAX(version) FROM schema_version"), "15");
}

}  // namespace
}  // namespace madoguchi::test
