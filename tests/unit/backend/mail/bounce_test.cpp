#include "backend/mail/bounce.h"

#include <gtest/gtest.h>

namespace madoguchi::backend {
namespace {

constexpr std::string_view kId = "00112233445566778899aabbccddeeff";

TEST(ReturnPath, NamesItsMailAndNobody) {
  const std::string path = returnPath("bounces@service.example", kId);
  EXPECT_EQ(path, "bounces+00112233445566778899aabbccddeeff@service.example");
  EXPECT_EQ(mailOfReturnPath(path), kId);
}

TEST(ReturnPath, IsFoundWhateverCaseAMailServerWritesItIn) {
  EXPECT_EQ(mailOfReturnPath("BOUNCES+00112233445566778899AABBCCDDEEFF@SERVICE.EXAMPLE"), kId);
}

TEST(ReturnPath, IsTheMailboxWhereItWouldGetTooLong) {
  const std::string mailbox = std::string(32, 'b') + "@service.example";
  EXPECT_EQ(returnPath(mailbox, kId), mailbox);
  EXPECT_NE(returnPath(mailbox.substr(1), kId), mailbox.substr(1));
}

TEST(ReturnPath, OfAnotherAddressThereIsNoMail) {
  for (const char* address : {"", "@", "bounces@service.example", "bounces+@service.example",
                              "bounces+00112233445566778899aabbccddee@service.example",
                              "bounces+00112233445566778899aabbccddeeff00@service.example",
                              "bounces+00112233445566778899aabbccddeefg@service.example"}) {
    EXPECT_EQ(mailOfReturnPath(address), std::nullopt) << address;
  }
}

/// What Postfix writes, but for what people read.
std::string notification(const std::string& action, const std::string& status) {
  return "Return-Path: <>\n"
         "From: MAILER-DAEMON@mail.example (Mail Delivery System)\n"
         "Subject: Undelivered Mail Returned to Sender\n"
         "Auto-Submitted: auto-replied\n"
         "MIME-Version: 1.0\n"
         "Content-Type: multipart/report; report-type=delivery-status;\n"
         "\tboundary=\"4D5F/mail.example\"\n"
         "\n"
         "This is a MIME-encapsulated message.\n"
         "\n"
         "--4D5F/mail.example\n"
         "Content-Description: Notification\n"
         "Content-Type: text/plain; charset=us-ascii\n"
         "\n"
         "Action: failed\n"
         "Status: 5.9.9\n"
         "\n"
         "--4D5F/mail.example\n"
         "Content-Description: Delivery report\n"
         "Content-Type: message/delivery-status\n"
         "\n"
         "Reporting-MTA: dns; mail.example\n"
         "Arrival-Date: Thu, 26 Nov 2026 10:00:00 +0900\n"
         "\n"
         "Final-Recipient: rfc822; maria.santos@mail.example\n"
         "Action: " +
         action + "\nStatus: " + status +
         "\n"
         "Diagnostic-Code: smtp; 550 5.1.1\n"
         "    <maria.santos@mail.example> is nobody here\n"
         "\n"
         "--4D5F/mail.example\n"
         "Content-Type: message/rfc822\n"
         "\n"
         "Content-Type: message/delivery-status\n"
         "\n"
         "Action: failed\n"
         "Status: 5.8.8\n"
         "\n"
         "--4D5F/mail.example--\n";
}

TEST(Bounce, OfAMailThatWasGivenUpSaysWhy) {
  EXPECT_EQ(finalFailure(notification("failed", "5.1.1")), "5.1.1");
  EXPECT_EQ(finalFailure(notification("Failed", "5.2.2 (mailbox full)")), "5.2.2");
  // After days in which nothing but 4yz or no answer came.
  EXPECT_EQ(finalFailure(notification("failed", "4.4.7")), "4.4.7");
}

TEST(Bounce, IsReadWithTheLineEndsOfTheNetwork) {
  std::string message;
  for (const char byte : notification("failed", "5.7.1")) {
    message += byte == '\n' ? "\r\n" : std::string(1, byte);
  }
  EXPECT_EQ(finalFailure(message), "5.7.1");
}

TEST(Bounce, OfAServerForInternationalMailIsRead) {
  std::string message = notification("failed", "5.1.1");
  const std::string type = "message/delivery-status";
  message.replace(message.find(type), type.size(), "message/global-delivery-status");
  EXPECT_EQ(finalFailure(message), "5.1.1");
}

TEST(Bounce, NeitherADelayNorASuccessIsOne) {
  EXPECT_EQ(finalFailure(notification("delayed", "4.4.1")), std::nullopt);
  EXPECT_EQ(finalFailure(notification("delivered", "2.0.0")), std::nullopt);
  EXPECT_EQ(finalFailure(notification("relayed", "2.1.9")), std::nullopt);
  EXPECT_EQ(finalFailure(notification("failed", "2.0.0")), std::nullopt);
}

TEST(Bounce, WhatIsNotUnderstoodIsNone) {
  for (const char* status : {"5", "5.", "5.1", "5.1.", "5.1.1.1", "5.x.1", "5.1111.1111", ""}) {
    EXPECT_EQ(finalFailure(notification("failed", status)), std::nullopt) << status;
  }
  EXPECT_EQ(finalFailure(""), std::nullopt);
  EXPECT_EQ(finalFailure("Subject: away until Monday\n\nAction: failed\nStatus: 5.1.1\n"),
            std::nullopt);
  EXPECT_EQ(finalFailure("Content-Type: multipart/report\n\n--\nAction: failed\nStatus: 5.1.1\n"),
            std::nullopt);
}

// Whoever sends it: it ends, and is none or the one that it was.
TEST(Bounce, CutOffAnywhereIsReadToItsEnd) {
  const std::string whole = notification("failed", "5.1.1");
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    const auto found = finalFailure(std::string_view(whole).substr(0, size));
    EXPECT_EQ(found.value_or("5.1.1"), "5.1.1") << size;
  }
}

}  // namespace
}  // namespace madoguchi::backend
