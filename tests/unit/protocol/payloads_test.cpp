// The texts that the signatures of registrations and logins are made over.
#include <gtest/gtest.h>

#include <stdexcept>

#include "protocol/application_payload.h"
#include "protocol/authentication_payload.h"
#include "protocol/card_renewal_payload.h"
#include "protocol/login_payload.h"
#include "protocol/registration_payload.h"

namespace madoguchi::protocol {
namespace {

constexpr std::string_view kForm = R"({"addressRest":"霞が関１","name":"HOUMU TARO"})";

RegistrationPayload registration() {
  return {.entrance = "cardHolder",
          .form = std::string(kForm),
          .nonce = "bm9uY2U",
          .origin = "https://example.jp",
          .termsVersion = "2026-04-01",
          .language = "easy"};
}

constexpr std::string_view kRegistration =
    R"({"entrance":"cardHolder","form":{"addressRest":"霞が関１","name":"HOUMU TARO"},"language":"easy",)"
    R"("nonce":"bm9uY2U","origin":"https://example.jp","termsVersion":"2026-04-01"})";
constexpr std::string_view kAuthentication =
    R"({"nonce":"bm9uY2U","origin":"https://example.jp","registrationDigest":"ZGlnZXN0"})";

std::string changed(std::string_view text, std::string_view from, std::string_view to) {
  std::string result(text);
  return result.replace(result.find(from), from.size(), to);
}

TEST(RegistrationPayload, IsCanonicalJson) { EXPECT_EQ(toJson(registration()), kRegistration); }

TEST(RegistrationPayload, IsReadBack) {
  const auto read = registrationPayloadFromJson(kRegistration);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->entrance, "cardHolder");
  EXPECT_EQ(read->form, kForm);
  EXPECT_EQ(toJson(*read), kRegistration);
}

TEST(RegistrationPayload, OtherJsonIsRefused) {
  for (const std::string& text :
       {std::string(),
        std::string("null"),
        std::string("[]"),
        std::string("{}"),
        std::string("\"x\""),
        std::string(kRegistration) + "x",
        std::string(kRegistration) + std::string("\0", 1),
        std::string(kRegistration) + std::string("\0{}", 3),
        std::string(kRegistration).substr(1),
        changed(kRegistration, "\"cardHolder\"", "1"),
        changed(kRegistration, "\"easy\"", "null"),
        changed(kRegistration, kForm, "[]"),
        changed(kRegistration, kForm, "\"{}\""),
        changed(kRegistration, "\"HOUMU TARO\"", "[[[[[[[0]]]]]]]"),
        changed(kRegistration, "\"nonce\"", "\"nonse\""),
        changed(kRegistration, "\"nonce\"", "\"extra\":\"\",\"nonce\""),
        changed(kRegistration, "\"nonce\"", "\"nonce\":\"other\",\"nonce\""),
        changed(kRegistration, "\"name\"", "\"name\":\"OTHER\",\"name\""),
        changed(kRegistration, "\"name\"", "\"n\\u0061me\":\"OTHER\",\"name\""),
        changed(kRegistration, "HOUMU", "\xff"),
        changed(kRegistration, "HOUMU", "\n"),
        changed(kRegistration, "HOUMU", std::string(20'000, 'A')),
        std::string(10'000, '['),
        std::string("\xef\xbb") + std::string(kRegistration)}) {
    EXPECT_FALSE(registrationPayloadFromJson(text)) << text.substr(0, 200);
  }
}

TEST(RegistrationPayload, EveryMemberIsNeeded) {
  for (const char* member :
       {R"("entrance":"cardHolder",)", R"("language":"easy",)", R"("nonce":"bm9uY2U",)",
        R"("origin":"https://example.jp",)", R"(,"termsVersion":"2026-04-01")",
        R"("form":{"addressRest":"霞が関１","name":"HOUMU TARO"},)"}) {
    EXPECT_FALSE(registrationPayloadFromJson(changed(kRegistration, member, ""))) << member;
  }
}

TEST(RegistrationPayload, AFormHasOneTextWhoeverWroteIt) {
  const auto read = registrationPayloadFromJson(
      changed(kRegistration, kForm, R"({ "name": "HOUMU\u0020TARO", "addressRest": "霞が関１" })"));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->form, kForm);
}

TEST(RegistrationPayload, WhatIsNoFormIsNotSigned) {
  for (const char* form : {"", "[]", "\"\"", "{", "{}}", R"(},"nonce":"other")"}) {
    RegistrationPayload payload = registration();
    payload.form = form;
    EXPECT_THROW(toJson(payload), std::invalid_argument) << form;
  }
}

TEST(RegistrationPayload, TextThatIsNotUtf8DoesNotThrow) {
  RegistrationPayload payload = registration();
  payload.origin = "\xff";
  EXPECT_NE(toJson(payload), "");
}

TEST(AuthenticationPayload, IsWrittenAndReadBack) {
  const AuthenticationPayload payload = {"bm9uY2U", "https://example.jp", "ZGlnZXN0"};
  EXPECT_EQ(toJson(payload), kAuthentication);
  const auto read = authenticationPayloadFromJson(kAuthentication);
  ASSERT_TRUE(read);
  EXPECT_EQ(toJson(*read), kAuthentication);
}

TEST(AuthenticationPayload, OtherJsonIsRefused) {
  for (const std::string& text :
       {std::string("{}"), changed(kAuthentication, "\"nonce\"", "\"x\":\"\",\"nonce\""),
        changed(kAuthentication, "\"nonce\"", "\"nonce\":\"\",\"nonce\""),
        changed(kAuthentication, "\"bm9uY2U\"", "[]"),
        changed(kAuthentication, "\"bm9uY2U\"", "{}"),
        changed(kAuthentication, R"("origin":"https://example.jp",)", ""),
        changed(kAuthentication, "bm9uY2U", std::string(5'000, 'A'))}) {
    EXPECT_FALSE(authenticationPayloadFromJson(text)) << text.substr(0, 100);
  }
}

constexpr std::string_view kLogin =
    R"({"authenticationId":"AB12CD34","nonce":"bm9uY2U","origin":"https://example.jp"})";

TEST(LoginPayload, IsWrittenAndReadBack) {
  const LoginPayload payload = {"AB12CD34", "bm9uY2U", "https://example.jp"};
  EXPECT_EQ(toJson(payload), kLogin);
  const auto read = loginPayloadFromJson(kLogin);
  ASSERT_TRUE(read);
  EXPECT_EQ(toJson(*read), kLogin);
}

TEST(LoginPayload, OtherJsonIsRefused) {
  for (const std::string& text :
       {std::string("{}"), std::string(kAuthentication),
        changed(kLogin, "\"nonce\"", "\"x\":\"\",\"nonce\""),
        changed(kLogin, "\"nonce\"", "\"nonce\":\"\",\"nonce\""),
        changed(kLogin, "\"AB12CD34\"", "12"),
        changed(kLogin, R"("origin":"https://example.jp")", R"("origin":"")") + "}",
        changed(kLogin, R"("authenticationId":"AB12CD34",)", ""),
        changed(kLogin, "bm9uY2U", std::string(5'000, 'A'))}) {
    EXPECT_FALSE(loginPayloadFromJson(text)) << text.substr(0, 100);
  }
}

constexpr std::string_view kRenewal =
    R"({"authenticationId":"AB12CD34","loginDigest":"ZGlnZXN0","nonce":"bm9uY2U","origin":"https://example.jp"})";

TEST(CardRenewalPayload, IsWrittenAndReadBack) {
  const CardRenewalPayload payload = {"AB12CD34", "ZGlnZXN0", "bm9uY2U", "https://example.jp"};
  EXPECT_EQ(toJson(payload), kRenewal);
  const auto read = cardRenewalPayloadFromJson(kRenewal);
  ASSERT_TRUE(read);
  EXPECT_EQ(toJson(*read), kRenewal);
}

TEST(CardRenewalPayload, OtherJsonIsRefused) {
  for (const std::string& text : {std::string("[]"), std::string(kLogin),
                                  changed(kRenewal, R"("loginDigest":"ZGlnZXN0",)", ""),
                                  changed(kRenewal, "\"ZGlnZXN0\"", "null"),
                                  changed(kRenewal, "\"nonce\"", "\"nonce\":\"\",\"nonce\"")}) {
    EXPECT_FALSE(cardRenewalPayloadFromJson(text)) << text.substr(0, 100);
  }
}

TEST(ApplicationPayload, IsCanonicalJsonAndReadBackAndNothingElseIs) {
  const std::string text =
      R"({"application":{"answers":{"name":"SANTOS MARIA"},"id":"application","version":1},)"
      R"("draft":"d1","nonce":"bm9uY2U","origin":"https://example.jp"})";
  const auto read = applicationPayloadFromJson(text);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->draft, "d1");
  EXPECT_EQ(read->origin, "https://example.jp");
  EXPECT_EQ(toJson(*read), text);
  for (const std::string& other :
       {std::string("{}"), std::string("[]"), text + "x", changed(text, R"("d1")", "1"),
        changed(text, R"("nonce")", R"("nonse")"), changed(text, R"("draft")", R"("x":"","draft")"),
        changed(text, R"("draft")", R"("draft":"d2","draft")"),
        changed(text, R"({"answers":{"name":"SANTOS MARIA"},"id":"application","version":1})",
                "[]")}) {
    EXPECT_FALSE(applicationPayloadFromJson(other)) << other;
  }
  EXPECT_THROW((void)toJson(ApplicationPayload{.application = "[]"}), std::invalid_argument);
}

}  // namespace
}  // namespace madoguchi::protocol
