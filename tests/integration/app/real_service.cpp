#include "tests/integration/app/real_service.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <thread>

#include "tests/unit/app/flow_fixture.h"

namespace madoguchi::test {
namespace {

constexpr auto kLook = std::chrono::milliseconds(20);

QString fromEnvironment(const char* name) {
  const char* const value = std::getenv(name);
  if (value == nullptr) {
    throw std::runtime_error(std::string(name) +
                             " is missing; run under tests/support/private-pcscd");
  }
  return QString::fromLocal8Bit(value);
}

QString program(const char* name) { return fromEnvironment("MADOGUCHI_BIN") + '/' + name; }

std::string nextLine(QProcess& process) {
  while (!process.canReadLine()) {
    if (!process.waitForReadyRead(-1)) {
      throw std::runtime_error(process.program().toStdString() +
                               " has ended: " + process.readAllStandardError().toStdString());
    }
  }
  return process.readLine().trimmed().toStdString();
}

void waitForLine(QProcess& process, std::string_view start) {
  while (!nextLine(process).starts_with(start)) {
  }
}

void write(QProcess& process, const std::string& line) {
  process.write(QByteArray::fromStdString(line + '\n'));
  process.waitForBytesWritten(-1);
}

int serviceId() {
  int id = 0;
  std::ifstream("/run/pcscd/pcscd.pid") >> id;
  return id;
}

/// Neither alive nor a dead child that nobody has buried yet.
bool hasEnded(int id) { return !std::filesystem::exists("/proc/" + std::to_string(id)); }

/// Whether no thread of it can do anything any more.
bool hasStopped(int id) {
  const auto threads = std::filesystem::directory_iterator("/proc/" + std::to_string(id) + "/task");
  return std::ranges::all_of(threads, [](const auto& thread) {
    std::ifstream status(thread.path() / "status");
    const std::string text(std::istreambuf_iterator<char>(status), {});
    return text.find("State:\tT") != std::string::npos;
  });
}

template <typename Condition>
void waitUntil(const Condition& condition) {
  while (!condition()) {
    std::this_thread::sleep_for(kLook);
  }
}

}  // namespace

PluggedCard::PluggedCard() {
  testPki();  // made where it is missing
  m_process.start(program("madoguchi-virtualcard"),
                  {"--pki", QString::fromStdString(testPkiFolder().string()), "--port",
                   fromEnvironment("MADOGUCHI_VPCD_PORT")});
  waitForLine(m_process, "inserted");
}

void PluggedCard::say(const std::string& line) { write(m_process, line); }

void PluggedCard::sayAndWait(const std::string& line) {
  say(line);
  status();
}

void PluggedCard::waitUntilHolding() { waitForLine(m_process, "holding"); }

std::map<std::string, std::string> PluggedCard::status() {
  say("status");
  std::string line;
  do {
    line = nextLine(m_process);
  } while (!line.starts_with("status "));
  std::map<std::string, std::string> items;
  std::istringstream words(line);
  for (std::string word; words >> word;) {
    if (const auto equals = word.find('='); equals != std::string::npos) {
      items[word.substr(0, equals)] = word.substr(equals + 1);
    }
  }
  return items;
}

int PluggedCard::number(const std::string& item) { return std::stoi(status().at(item)); }

PluggedCard& plugged() {
  static PluggedCard* const card = new PluggedCard;
  return *card;
}

void layDownMaria() {
  if (!serviceRuns()) {
    startService();
  }
  plugged().say("odd none");
  const auto status = plugged().status();
  if (status.at("person") != "maria") {
    const std::uint32_t before = readerNow().eventCount;
    plugged().say("person maria");
    waitUntilOtherCard(before);
  } else if (status.at("inserted") == "0") {
    plugged().say("insert");
  }
  waitUntilCard(true);
}

void expectNothingVerified() {
  EXPECT_TRUE(eventually([] { return plugged().number("verified") == 0; }));
}

OtherProgram::OtherProgram() {
  m_process.start(program("card_client"), {"hold"});
  waitForLine(m_process, "verified");
}

OtherProgram::~OtherProgram() {
  m_process.closeWriteChannel();
  m_process.waitForFinished(-1);
}

void signalService(int number) {
  const int id = serviceId();
  kill(id, number);
  if (number == SIGTERM || number == SIGKILL) {
    waitUntil([id] { return hasEnded(id); });
  } else if (number == SIGSTOP) {
    waitUntil([id] { return hasStopped(id); });
  }
}

void startService() {
  QStringList command = QProcess::splitCommand(fromEnvironment("PRIVATE_PCSCD_START"));
  const QString script = command.takeFirst();
  EXPECT_EQ(QProcess::execute(script, command), 0);
  waitUntil(serviceRuns);
}

void spoilReader(const std::string& fault) {
  constexpr const char* kFile = "/run/pcscd/reader-fault";
  constexpr const char* kUnfinished = "/run/pcscd/reader-fault.new";
  std::ofstream(kUnfinished) << fault;
  std::filesystem::rename(kUnfinished, kFile);
}

void waitUntilReaderFails(bool fails) {
  waitUntil([fails] {
    const auto readers = card::PcscTransport().snapshot().readers;
    return !readers.empty() && std::ranges::all_of(readers, [fails](const auto& reader) {
      return reader.unavailable == fails;
    });
  });
}

bool serviceRuns() { return card::PcscTransport().snapshot().serviceRunning; }

card::ReaderState readerNow() {
  const card::ReaderSnapshot now = card::PcscTransport().snapshot();
  return now.readers.empty() ? card::ReaderState() : now.readers.front();
}

void waitUntilCard(bool present) {
  waitUntil([present] { return readerNow().cardPresent == present; });
}

void waitUntilCardCame(std::uint32_t eventCount) {
  waitUntil([eventCount] { return readerNow().eventCount > eventCount; });
}

void waitUntilOtherCard(std::uint32_t eventCount) {
  waitUntil([eventCount] {
    const card::ReaderState now = readerNow();
    return now.cardPresent && now.eventCount > eventCount;
  });
}

}  // namespace madoguchi::test
