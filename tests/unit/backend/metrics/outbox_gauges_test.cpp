#include "backend/metrics/outbox_gauges.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "backend/mail/outbox.h"
#include "tests/support/test_database.h"

namespace madoguchi::backend {
namespace {

using testing::HasSubstr;

TEST(OutboxGauges, AskTheDatabaseNowAndThenWhoeverAsksThem) {
  const test::TestDatabase database;
  Storage storage = database.storage();
  Metrics metrics;
  OutboxGauges gauges(storage, metrics);
  const auto add = [&] {
    storage.write(deadlineIn(std::chrono::minutes(1)), [](Transaction& transaction) {
      addMail(transaction,
              {.kind = "passwordChanged",
               .recipient = "a@mail.example",
               .language = "ja",
               .values = {},
               .cause = MailCause::provenPerson},
              now() - std::chrono::hours(1));
    });
  };
  add();
  const auto start = std::chrono::steady_clock::now();
  gauges.refresh(start);
  EXPECT_THAT(metrics.exposition(), HasSubstr("madoguchi_outbox_mails{state=\"waiting\"} 1\n"));
  EXPECT_THAT(metrics.exposition(), HasSubstr("madoguchi_outbox_mails{state=\"refused\"} 0\n"));
  EXPECT_THAT(metrics.exposition(), HasSubstr("madoguchi_outbox_oldest_due_seconds 36"));
  add();
  gauges.refresh(start + OutboxGauges::kFresh - std::chrono::seconds(1));
  EXPECT_THAT(metrics.exposition(), HasSubstr("madoguchi_outbox_mails{state=\"waiting\"} 1\n"));
  gauges.refresh(start + OutboxGauges::kFresh);
  EXPECT_THAT(metrics.exposition(), HasSubstr("madoguchi_outbox_mails{state=\"waiting\"} 2\n"));
}

}  // namespace
}  // namespace madoguchi::backend
