#pragma once

#include <QProcess>
#include <QString>
#include <map>
#include <string>

#include "cardreader/pcsc/pcsc_transport.h"

// The PC/SC service of tests/support/private-pcscd and what lies on its reader, moved by a test.

namespace madoguchi::test {

/// madoguchi-virtualcard on the service's reader, one for all tests of the program.
class PluggedCard {
 public:
  PluggedCard();

  /// One of its lines of input. It may come too late for a command that is on its way.
  void say(const std::string& line);
  /// The same, and waits until it counts.
  void sayAndWait(const std::string& line);
  /// Blocks until it keeps back an answer.
  void waitUntilHolding();
  /// The card's own account: "inserted", "verified", "password-tries", ...
  std::map<std::string, std::string> status();
  [[nodiscard]] int number(const std::string& item);

 private:
  QProcess m_process;
};

/// The one card of this test program; it ends with the program's namespace.
PluggedCard& plugged();
/// A card in which everything is as it was when it was issued, on the reader of a running service.
void layDownMaria();
/// That no secret stays verified on the card.
void expectNothingVerified();

/// Before a fixture that works with it.
struct RealCard {
  card::PcscTransport pcsc;
};

/// card_client as the other program, which holds the card exclusively as long as this lives.
class OtherProgram {
 public:
  OtherProgram();
  ~OtherProgram();
  OtherProgram(const OtherProgram&) = delete;
  OtherProgram& operator=(const OtherProgram&) = delete;

 private:
  QProcess m_process;
};

/// Sends the signal to the service; with one that ends or stops it, waits until it has.
void signalService(int number);
/// Starts the service after it has ended, and waits until it answers.
void startService();
bool serviceRuns();

/// What tests/support/faulty_reader.cpp calls its faults, or "" for none. Needs that driver.
void spoilReader(const std::string& fault);
/// Blocks until the service knows that the reader fails, or that it works.
void waitUntilReaderFails(bool fails);

/// The first reader, as the service sees it.
card::ReaderState readerNow();
/// Blocks until the service sees a card, or none.
void waitUntilCard(bool present);
/// Blocks until the service has seen a card after that many events; it may have gone again.
void waitUntilCardCame(std::uint32_t eventCount);
/// Blocks until the service sees a card that came after that many events.
void waitUntilOtherCard(std::uint32_t eventCount);

}  // namespace madoguchi::test
