#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>
#include <utility>

#include "backend_under_test.h"

// What is in the log of a service that runs, and who can read it.

namespace madoguchi::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// Every value of the form, the nonce, the authentication ID and the certificate's name items stay
// out of log and error output, also when things go wrong.
TEST(Log, HasNothingPersonal) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  const Draft good = backend.draft(client);
  const Response response = backend.submit(client, good);
  ASSERT_EQ(response.status, 201);
  Draft bad = backend.draft(client);
  bad.payload.form["name"] = "SOMEBODY ELSE";
  EXPECT_EQ(backend.submit(client, bad).reason(), "formMismatch");
  bad.payload.form["phone"] = "not a phone";
  EXPECT_EQ(backend.submit(client, bad).reason(), "formInvalid");
  EXPECT_EQ(backend.waitForMails(1).size(), 1U);
  backend.execute("ALTER TABLE accounts RENAME TO gone");
  EXPECT_EQ(backend.submit(client, backend.draft(client)).reason(), "unavailable");
  client.send({.path = "/v1/%E3%83%9E%E3%83%AA%E3%82%A2?name=MARIA"});
  backend.stop();

  const std::string output = backend.log() + readFile(backend.folder() / "errors.txt");
  EXPECT_THAT(output, HasSubstr("POST /v1/registrations"));
  for (const Draft* draft : {&good, &std::as_const(bad)}) {
    for (const auto& [field, value] : draft->payload.form) {
      EXPECT_THAT(output, testing::Not(HasSubstr(value))) << field;
    }
    EXPECT_THAT(output, testing::Not(HasSubstr(draft->payload.nonce)));
    EXPECT_THAT(output, testing::Not(HasSubstr(draft->idempotencyKey)));
  }
  EXPECT_THAT(output,
              testing::Not(HasSubstr(response.json().at("authenticationId").get<std::string>())));
  for (const char* text :
       {"SANTOS", "MARIA", "霞が関", "mail.example", "SOMEBODY", "not a phone"}) {
    EXPECT_THAT(output, testing::Not(HasSubstr(text)));
  }
  std::istringstream lines(backend.log());
  for (std::string line; std::getline(lines, line);) {
    EXPECT_TRUE(nlohmann::json::accept(line)) << line;
  }
}

TEST(Log, WhatEverybodyCouldReadIsClosedOrSaid) {
  const TemporaryFolder folder;
  const fs::path log = folder.path() / "log";
  std::ofstream(log) << "";
  std::ofstream(folder.path() / "login") << "user\npassword\n";
  fs::permissions(log, fs::perms(0666));
  fs::permissions(folder.path() / "login", fs::perms(0644));
  BackendUnderTest backend(
      {"--log", log.string(), "--smtp-login", (folder.path() / "login").string()});
  EXPECT_EQ(fs::status(log).permissions(), fs::perms(0640));
  const std::string said = readFile(log);
  EXPECT_THAT(said, HasSubstr("logClosedToOthers"));
  EXPECT_THAT(said,
              HasSubstr(R"("event":"fileOpenToOthers","file":"login","option":"smtp-login")"));
  EXPECT_THAT(said, testing::Not(HasSubstr(R"("option":"key")")));
  EXPECT_THAT(said, testing::Not(HasSubstr(R"("option":"database")")));
  const fs::path moved = folder.path() / "log.1";
  fs::rename(log, moved);
  std::ofstream(log) << "";
  fs::permissions(log, fs::perms(0666));
  kill(backend.process().id(), SIGHUP);
  const auto giveUp = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (readFile(log).find("reloaded") == std::string::npos &&
         std::chrono::steady_clock::now() < giveUp) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  EXPECT_EQ(fs::status(log).permissions(), fs::perms(0640)) << "the next one, too";
}

}  // namespace
}  // namespace madoguchi::test
