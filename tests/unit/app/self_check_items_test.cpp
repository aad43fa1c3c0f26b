#include "app/rooms/selfcheck/self_check_items.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <set>

namespace madoguchi::test {
namespace {

using app::CheckId;
using app::CheckItem;
using app::FailureCode;
using app::SelfCheckFindings;
using app::Verdict;
using card::UsbReader;

card::ReaderState reader(const std::string& name, bool cardPresent = false) {
  card::ReaderState state;
  state.name = name;
  state.cardPresent = cardPresent;
  return state;
}

UsbReader usbReader(const std::string& name, const std::string& kernelDriver = {}) {
  return {.usbId = "054c:0dc8",
          .name = name,
          .driver = "libccid",
          .kernelDriver = kernelDriver,
          .ownName = {}};
}

/// A computer on which everything is as it should be.
SelfCheckFindings allGood() {
  SelfCheckFindings findings;
  findings.computer.emplace().serviceVersion = "4:4";
  findings.computer->japaneseFont = true;
  app::CardCheck& card = findings.card.emplace();
  card.readers.serviceRunning = true;
  card.readers.readers = {reader("SONY FeliCa RC-S300/P (0803456) 00 00", true)};
  card.inspection.isMyNumberCard = true;
  card.inspection.identity.reader = card.readers.readers.front().name;
  card.inspection.presence = {true, true};
  card.inspection.passwordTries = 5;
  card.inspection.pinTries = 3;
  certificate::Certificate& certificate = card.inspection.authentication.emplace();
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  certificate.notBefore = now - std::chrono::hours(24);
  certificate.notAfter = now + std::chrono::hours(24);
  certificate.serialHex = "5e71a1";
  app::ServerFindings& server = findings.server.emplace();
  server.tls.chain = {{"CN=service", "AA"}};
  server.tls.anchor = {{"CN=root", "BB"}};
  server.clockAhead = std::chrono::seconds(0);
  return findings;
}

CheckItem itemOf(const SelfCheckFindings& findings, CheckId id) {
  return app::judge(findings).at(static_cast<std::size_t>(id));
}

void expectItem(const SelfCheckFindings& findings, CheckId id, Verdict verdict, FailureCode code) {
  const CheckItem item = itemOf(findings, id);
  EXPECT_EQ(item.verdict, verdict) << name(id).toStdString();
  EXPECT_EQ(item.code, code) << name(id).toStdString() << ' ' << codeText(item.code).toStdString();
}

TEST(SelfCheckItemsTest, AllIsGoodWhereNothingIsInTheWay) {
  const auto items = app::judge(allGood());
  ASSERT_EQ(items.size(), static_cast<std::size_t>(app::kLastCheckId) + 1);
  std::set<QString> names;
  for (std::size_t i = 0; i < items.size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(items[i].id), i);
    EXPECT_EQ(items[i].verdict, Verdict::good) << name(items[i].id).toStdString();
    EXPECT_TRUE(names.insert(name(items[i].id)).second);
  }
  EXPECT_EQ(app::wholeVerdict(items), Verdict::good);
}

TEST(SelfCheckItemsTest, NothingIsSaidOfWhatWasNotLookedAt) {
  for (const CheckItem& item : app::judge({})) {
    EXPECT_EQ(item.verdict, Verdict::notChecked) << name(item.id).toStdString();
    EXPECT_TRUE(item.details.isEmpty());
  }
}

TEST(SelfCheckItemsTest, AServiceThatCannotBeReachedIsExplained) {
  SelfCheckFindings findings = allGood();
  findings.card->readers = {};
  findings.card->inspection = {};
  expectItem(findings, CheckId::service, Verdict::bad, FailureCode::serviceMissing);
  for (const CheckId id :
       {CheckId::readers, CheckId::card, CheckId::certificates, CheckId::tries}) {
    expectItem(findings, id, Verdict::notChecked, FailureCode::none);
  }
  findings.computer->surroundings.remote = "ssh";
  expectItem(findings, CheckId::service, Verdict::bad, FailureCode::remoteSession);
  findings.computer->surroundings.sandbox = "flatpak";
  expectItem(findings, CheckId::service, Verdict::bad, FailureCode::sandboxed);
  findings.card->readers.serviceFault = card::TransportFault::serviceIncompatible;
  expectItem(findings, CheckId::service, Verdict::bad, FailureCode::sandboxed);
  findings.card->readers.serviceFault = card::TransportFault::accessDenied;
  expectItem(findings, CheckId::service, Verdict::bad, FailureCode::sessionRefused);
}

TEST(SelfCheckItemsTest, ASessionElsewhereIsOnlyANoticeWhereCardsCanBeReached) {
  SelfCheckFindings findings = allGood();
  findings.computer->surroundings.remote = "xrdp";
  expectItem(findings, CheckId::session, Verdict::notice, FailureCode::remoteSession);
  expectItem(findings, CheckId::service, Verdict::good, FailureCode::none);
  EXPECT_EQ(app::wholeVerdict(app::judge(findings)), Verdict::notice);
}

TEST(SelfCheckItemsTest, ReadersThatFailAreNoPlaceForACard) {
  SelfCheckFindings findings = allGood();
  for (card::ReaderState& reader : findings.card->readers.readers) {
    reader.unavailable = true;
    reader.cardPresent = false;
  }
  findings.card->inspection = {};
  expectItem(findings, CheckId::readers, Verdict::bad, FailureCode::readerUnavailable);
  expectItem(findings, CheckId::card, Verdict::notChecked, FailureCode::none);
}

TEST(SelfCheckItemsTest, NoReaderIsExplainedByWhatIsOnUsb) {
  SelfCheckFindings findings = allGood();
  findings.card->readers.readers.clear();
  findings.card->inspection = {};
  expectItem(findings, CheckId::readers, Verdict::bad, FailureCode::noReader);
  findings.computer->surroundings.remote = "ssh";
  expectItem(findings, CheckId::readers, Verdict::bad, FailureCode::remoteSession);
  findings.computer->usbReaders = {usbReader("Sony PaSoRi RC-S300/S")};
  expectItem(findings, CheckId::readers, Verdict::bad, FailureCode::readerWithoutDriver);
  const QJsonObject without =
      itemOf(findings, CheckId::readers).details["withoutDriver"].toArray().first().toObject();
  EXPECT_EQ(without["usbId"], "054c:0dc8");
  EXPECT_EQ(without["driver"], "libccid");
  findings.computer->usbReaders = {usbReader("Sony PaSoRi RC-S380/S", "port100")};
  expectItem(findings, CheckId::readers, Verdict::bad, FailureCode::readerTaken);
}

TEST(SelfCheckItemsTest, AReaderWithoutDriverBesideAWorkingOneIsANotice) {
  SelfCheckFindings findings = allGood();
  findings.computer->usbReaders = {usbReader("Sony PaSoRi RC-S300/P"),
                                   usbReader("ACS ACR122U", "pn533_usb")};
  expectItem(findings, CheckId::readers, Verdict::notice, FailureCode::readerTaken);
}

TEST(SelfCheckItemsTest, AWantedReaderIsMissingWhateverElseIsConnected) {
  SelfCheckFindings findings = allGood();
  findings.card->preferredReader = "ACS ACR1252 Dual Reader (A12-34) 00 00";
  findings.card->inspection = {};
  findings.card->inspection.failure = FailureCode::noCard;
  expectItem(findings, CheckId::readers, Verdict::bad, FailureCode::noReader);
  const QJsonObject details = itemOf(findings, CheckId::readers).details;
  EXPECT_EQ(details["wanted"], "ACS ACR1252 Dual Reader 00 00");
  EXPECT_EQ(details["readers"].toArray().first(), "SONY FeliCa RC-S300/P 00 00");
  expectItem(findings, CheckId::card, Verdict::notChecked, FailureCode::none);
  // Where there is none at all, USB tells more.
  findings.card->readers.readers.clear();
  findings.computer->usbReaders = {usbReader("ACS ACR1252")};
  expectItem(findings, CheckId::readers, Verdict::bad, FailureCode::readerWithoutDriver);
  EXPECT_FALSE(itemOf(allGood(), CheckId::readers).details.contains("wanted"));
}

TEST(SelfCheckItemsTest, ReaderAndCardAreJudgedByTheWantedReaderAlone) {
  SelfCheckFindings findings = allGood();
  card::ReaderSnapshot& readers = findings.card->readers;
  readers.readers.push_back(reader("Wanted 00 00"));
  findings.card->preferredReader = "Wanted 00 00";
  findings.card->inspection = {};
  findings.card->inspection.failure = FailureCode::noCard;
  expectItem(findings, CheckId::readers, Verdict::good, FailureCode::none);
  expectItem(findings, CheckId::card, Verdict::notice, FailureCode::noCard);
  readers.readers.back().unavailable = true;
  expectItem(findings, CheckId::readers, Verdict::bad, FailureCode::readerUnavailable);
  expectItem(findings, CheckId::card, Verdict::notChecked, FailureCode::none);
}

TEST(SelfCheckItemsTest, SerialNumbersOfReadersAreLeftOut) {
  EXPECT_EQ(app::withoutSerial("SONY FeliCa RC-S300/P (0803456) 00 00"),
            "SONY FeliCa RC-S300/P 00 00");
  EXPECT_EQ(app::withoutSerial("ACS ACR1252 Dual Reader [ACR1252 Dual Reader PICC] (A12-34) 00 00"),
            "ACS ACR1252 Dual Reader [ACR1252 Dual Reader PICC] 00 00");
  EXPECT_EQ(app::withoutSerial("Virtual PCD 00 00"), "Virtual PCD 00 00");
  for (const CheckItem& item : app::judge(allGood())) {
    EXPECT_FALSE(QString::fromUtf8(QJsonDocument(item.details).toJson()).contains("0803456"));
    EXPECT_FALSE(QString::fromUtf8(QJsonDocument(item.details).toJson()).contains("5e71a1"));
  }
}

TEST(SelfCheckItemsTest, TheCardIsJudgedByWhatInspectionSays) {
  SelfCheckFindings findings = allGood();
  findings.card->readers.readers.front().cardPresent = false;
  findings.card->inspection = {};
  expectItem(findings, CheckId::card, Verdict::notice, FailureCode::noCard);
  findings.card->readers.readers.front().cardPresent = true;
  findings.card->inspection.failure = FailureCode::otherCard;
  expectItem(findings, CheckId::card, Verdict::bad, FailureCode::otherCard);
  EXPECT_EQ(itemOf(findings, CheckId::card).details["kind"], "other");
  expectItem(findings, CheckId::certificates, Verdict::notChecked, FailureCode::none);
}

TEST(SelfCheckItemsTest, ACardOfTheFamilyUnderAnotherNameIsANewerOne) {
  SelfCheckFindings findings = allGood();
  findings.card->inspection = {};
  findings.card->inspection.failure = FailureCode::newerCard;
  expectItem(findings, CheckId::card, Verdict::bad, FailureCode::newerCard);
  EXPECT_EQ(itemOf(findings, CheckId::card).details["kind"], "newer");
}

TEST(SelfCheckItemsTest, PasswordsNeedMemoryThatCanBeLocked) {
  SelfCheckFindings findings = allGood();
  findings.computer->canKeepSecrets = false;
  expectItem(findings, CheckId::memory, Verdict::bad, FailureCode::memoryNotLocked);
}

TEST(SelfCheckItemsTest, NothingThatOthersHaveNamedMovesTheTerminal) {
  SelfCheckFindings findings = allGood();
  const std::string bad = "x\u009B2J\u202E\u2028y";
  findings.server->tls.chain = {{bad, "AA"}};
  findings.server->tls.anchor = {{bad, "BB"}};
  findings.server->anchors = {{bad, "CC"}};
  findings.server->proxyHost = bad;
  findings.server->proxyNotUnderstood = bad;
  findings.card->readers.readers.front().name = bad;
  findings.card->inspection.identity.reader = bad;
  findings.computer->serviceVersion = bad;
  findings.computer->usbReaders = {usbReader("USB " + bad, bad)};
  int named = 0;
  for (const CheckItem& item : app::judge(findings)) {
    const QString said = QString::fromUtf8(QJsonDocument(item.details).toJson());
    named += static_cast<int>(said.count("x\\\\u{009B}2J\\\\u{202E}\\\\u{2028}y"));
    EXPECT_FALSE(said.contains(QString::fromStdString("\u009B"))) << name(item.id).toStdString();
    EXPECT_FALSE(said.contains(QString::fromStdString("\u202E"))) << name(item.id).toStdString();
  }
  EXPECT_EQ(named, 10);
}

TEST(SelfCheckItemsTest, CertificatesAndTriesHaveTheirFailures) {
  SelfCheckFindings findings = allGood();
  app::CardInspection& found = findings.card->inspection;
  std::swap(found.authentication->notBefore, found.authentication->notAfter);
  expectItem(findings, CheckId::card, Verdict::good, FailureCode::none);
  expectItem(findings, CheckId::certificates, Verdict::bad,
             FailureCode::authenticationCertificateExpired);
  EXPECT_EQ(itemOf(findings, CheckId::certificates).details["authenticationInDate"], false);
  std::swap(found.authentication->notBefore, found.authentication->notAfter);
  const auto later = found.authentication->notAfter;
  std::swap(found.authentication->notBefore, found.authentication->notAfter);
  found.authentication->notAfter = later + std::chrono::hours(24);
  expectItem(findings, CheckId::certificates, Verdict::bad, FailureCode::certificateNotYetValid);
  EXPECT_EQ(itemOf(findings, CheckId::certificates).details["authenticationInDate"], false);
  found.authentication->notBefore = later - std::chrono::hours(48);
  found.pinTries = 2;
  expectItem(findings, CheckId::tries, Verdict::notice, FailureCode::none);
  found.pinTries = 0;
  expectItem(findings, CheckId::tries, Verdict::bad, FailureCode::pinBlocked);
  expectItem(findings, CheckId::certificates, Verdict::good, FailureCode::none);
}

TEST(SelfCheckItemsTest, TheWayToTheServerHasOneBadItem) {
  SelfCheckFindings findings = allGood();
  findings.server->failure = FailureCode::proxyUnusable;
  findings.server->tls = {};
  expectItem(findings, CheckId::proxy, Verdict::bad, FailureCode::proxyUnusable);
  expectItem(findings, CheckId::network, Verdict::notChecked, FailureCode::none);
  expectItem(findings, CheckId::tls, Verdict::notChecked, FailureCode::none);
  findings.server->failure = FailureCode::tlsUntrusted;
  findings.server->tls.chain = {{"CN=filter", "CC"}};
  expectItem(findings, CheckId::network, Verdict::good, FailureCode::none);
  expectItem(findings, CheckId::tls, Verdict::bad, FailureCode::tlsUntrusted);
  EXPECT_EQ(itemOf(findings, CheckId::tls).details["chain"].toArray().first()["subject"],
            "CN=filter");
  findings.server->failure = FailureCode::serverBusy;
  expectItem(findings, CheckId::network, Verdict::bad, FailureCode::serverBusy);
  findings.server->ownAnchors = true;
  expectItem(findings, CheckId::trustAnchors, Verdict::bad, FailureCode::tlsUntrusted);
}

TEST(SelfCheckItemsTest, WithoutAServerEverythingElseIsLookedAt) {
  SelfCheckFindings findings = allGood();
  findings.server = app::ServerFindings();
  findings.server->configured = false;
  expectItem(findings, CheckId::network, Verdict::notice, FailureCode::none);
  for (const CheckId id : {CheckId::proxy, CheckId::tls, CheckId::trustAnchors, CheckId::clock})
    expectItem(findings, id, Verdict::notChecked, FailureCode::none);
  expectItem(findings, CheckId::card, Verdict::good, FailureCode::none);
  EXPECT_EQ(app::wholeVerdict(app::judge(findings)), Verdict::notice);
}

TEST(SelfCheckItemsTest, AClockMayBeMinutesOffButNotAnHour) {
  SelfCheckFindings findings = allGood();
  using std::chrono::seconds;
  for (const int sign : {1, -1}) {
    findings.server->clockAhead = sign * seconds(119);
    expectItem(findings, CheckId::clock, Verdict::good, FailureCode::none);
    findings.server->clockAhead = sign * seconds(120);
    expectItem(findings, CheckId::clock, Verdict::notice, FailureCode::none);
    findings.server->clockAhead = sign * seconds(3600);
    expectItem(findings, CheckId::clock, Verdict::bad, FailureCode::clockWrong);
  }
  findings.server->clockAhead.reset();
  expectItem(findings, CheckId::clock, Verdict::notChecked, FailureCode::none);
}

TEST(SelfCheckItems, TellsOfAComputerWithoutJapaneseLetters) {
  SelfCheckFindings findings = allGood();
  findings.computer->japaneseFont = false;
  expectItem(findings, CheckId::fonts, Verdict::notice, FailureCode::none);
  findings.computer->japaneseFont.reset();
  expectItem(findings, CheckId::fonts, Verdict::notChecked, FailureCode::none);
}

}  // namespace
}  // namespace madoguchi::test
