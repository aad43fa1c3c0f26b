#include "tests/support/scripted_transport.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "cardreader/guarded_connection.h"
#include "tests/support/hex.h"

namespace madoguchi::test {

namespace {

std::string withoutBlanks(std::string_view text) {
  std::string result;
  std::ranges::copy_if(text, std::back_inserter(result),
                       [](char character) { return character != ' ' && character != '\n'; });
  return result;
}

bool matches(std::string_view pattern, std::string_view digits) {
  if (pattern.ends_with('*')) {
    pattern.remove_suffix(1);
    digits = digits.substr(0, pattern.size());
  }
  return std::ranges::equal(pattern, digits,
                            [](char wanted, char is) { return wanted == '?' || wanted == is; });
}

class ScriptedConnection : public card::CardConnection {
 public:
  explicit ScriptedConnection(std::shared_ptr<CardScript> script) : m_script(std::move(script)) {}
  std::vector<std::uint8_t> transmit(std::span<const std::uint8_t> command) override {
    return m_script->play(command);
  }

 private:
  std::shared_ptr<CardScript> m_script;
};

}  // namespace

CardScript& CardScript::on(std::string_view command, std::string_view answer) {
  m_steps.push_back({withoutBlanks(command), fromHex(answer)});
  return *this;
}

CardScript& CardScript::on(std::string_view command, card::TransportFault fault) {
  m_steps.push_back({withoutBlanks(command), fault});
  return *this;
}

std::vector<std::string> CardScript::unconsumed() const {
  std::vector<std::string> commands;
  for (const Step& step : m_steps) {
    commands.push_back(step.command);
  }
  return commands;
}

std::vector<std::uint8_t> CardScript::play(std::span<const std::uint8_t> command) {
  const std::string digits = withoutBlanks(toHex(command));
  if (m_steps.empty() || !matches(m_steps.front().command, digits)) {
    throw std::logic_error("the script does not expect " + digits);
  }
  const Step step = std::move(m_steps.front());
  m_steps.pop_front();
  if (const auto* fault = std::get_if<card::TransportFault>(&step.answer)) {
    throw card::TransportError(*fault, "script");
  }
  return std::get<std::vector<std::uint8_t>>(step.answer);
}

void ScriptedTransport::addConnection(std::shared_ptr<CardScript> script) {
  m_scripts.push_back(std::move(script));
}

card::ReaderSnapshot ScriptedTransport::snapshot() {
  card::ReaderState reader;
  reader.name = kReader;
  reader.cardPresent = true;
  reader.atr = {0x3B, 0x00};
  card::ReaderSnapshot snapshot;
  snapshot.serviceRunning = true;
  snapshot.readers.push_back(std::move(reader));
  return snapshot;
}

card::ReaderSnapshot ScriptedTransport::waitForChange(const card::ReaderSnapshot& known) {
  card::ReaderSnapshot now = snapshot();
  if (now != known) {
    return now;
  }
  std::unique_lock lock(m_mutex);
  m_changed.wait(lock, [this] { return m_cancelled; });
  m_cancelled = false;
  return known;
}

void ScriptedTransport::cancel() noexcept {
  const std::lock_guard lock(m_mutex);
  m_cancelled = true;
  m_changed.notify_all();
}

std::unique_ptr<card::CardConnection> ScriptedTransport::connect(const std::string& reader) {
  if (reader != kReader || m_scripts.empty()) {
    throw std::logic_error("no script for a connection to " + reader);
  }
  std::shared_ptr<CardScript> script = std::move(m_scripts.front());
  m_scripts.pop_front();
  return std::make_unique<card::GuardedConnection>(scriptedConnection(std::move(script)));
}

std::unique_ptr<card::CardConnection> scriptedConnection(std::shared_ptr<CardScript> script) {
  return std::make_unique<ScriptedConnection>(std::move(script));
}

}  // namespace madoguchi::test
