#include "backend_under_test.h"
#include "protocol/terms_version.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sodium.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace madoguchi::test {

namespace fs = std::filesystem;

void expectPublishedAnswers(const BackendUnderTest& backend, const HttpClient& client) {
  nlohmann::json exchanges = nlohmann::json::array();
  for (const Exchange& one : client.exchanges()) {
    const nlohmann::json body = one.response.json();
    exchanges.push_back({{"method", one.request.method},
                         {"path", one.request.path},
                         {"status", one.response.status},
                         {"body", body.is_discarded() ? nlohmann::json() : body}});
  }
  const std::filesystem::path file = backend.folder() / "exchanges.json";
  std::ofstream(file) << exchanges.dump();
  const CommandResult checked = runCommand(
      {"node", MADOGUCHI_SOURCE "/tests/support/independent/check_answers.mjs", file.string()});
  EXPECT_EQ(checked.exitCode, 0);
  EXPECT_EQ(checked.output, std::to_string(exchanges.size()) + '\n');
}

std::string readFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

nlohmann::json parseMail(const fs::path& path) {
  // The system's Python: aiosmtpd is a package of the system.
  const auto result =
      runCommand({"/usr/bin/python3", MADOGUCHI_BACKEND_TESTS "/parse_mail.py", path.string()});
  EXPECT_EQ(result.exitCode, 0);
  return nlohmann::json::parse(result.output, nullptr, false);
}

std::string nonceFrom(HttpClient& client) {
  const Response response = client.send({.method = "POST", .path = "/v1/nonces", .body = ""});
  EXPECT_EQ(response.status, 201) << response.body << response.failure;
  return response.status == 201 ? response.json().at("nonce").get<std::string>() : "";
}

BackendUnderTest::BackendUnderTest(std::vector<std::string> more, std::vector<std::string> within)
    : m_pki(sharedPki()), m_more(std::move(more)), m_within(std::move(within)) {
  writeTrust(m_pki, folder());
  const auto made = runCommand(
      {MADOGUCHI_BACKEND, "--make-tls", (folder() / "tls").string(), "localhost", "127.0.0.1"});
  EXPECT_EQ(made.exitCode, 0);
  std::ofstream(dataKeys()) << "1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";
  fs::permissions(dataKeys(), fs::perms::owner_read);
  start();
}

std::vector<std::string> BackendUnderTest::command() const {
  std::vector<std::string> command = {MADOGUCHI_BACKEND,
                                      "--listen",
                                      "localhost:" + std::to_string(m_port),
                                      "--certificate",
                                      (folder() / "tls" / "server.pem").string(),
                                      "--key",
                                      (folder() / "tls" / "server.key").string(),
                                      "--trust",
                                      trust().string(),
                                      "--mail-from",
                                      "no-reply@madoguchi.example",
                                      "--data-keys",
                                      dataKeys().string(),
                                      "--rate-limit",
                                      "0",
                                      "--log",
                                      (folder() / "log.jsonl").string()};
  command.insert(command.begin(), m_within.begin(), m_within.end());
  command.insert(command.end(), m_more.begin(), m_more.end());
  const auto isNamed = [this](const char* option) {
    return std::find(m_more.begin(), m_more.end(), option) != m_more.end();
  };
  if (!isNamed("--smtp") && !isNamed("--mail-dir")) {
    command.insert(command.end(), {"--mail-dir", (folder() / "mail").string()});
  }
  if (!isNamed("--files") && !isNamed("--s3-endpoint")) {
    command.insert(command.end(), {"--files", (folder() / "files").string()});
  }
  if (!isNamed("--database")) {
    command.insert(command.end(), {"--database", "sqlite3://db=" + database().string()});
  }
  return command;
}

void BackendUnderTest::start() {
  const auto giveUp = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  for (;;) {
    m_process = std::make_unique<ChildProcess>(command(), folder() / "errors.txt");
    m_ready = nlohmann::json::parse(m_process->readLine(), nullptr, false);
    if (m_ready.is_object()) {
      break;
    }
    // While it was dead, another test may have been given its port for a moment.
    const std::string errors = readFile(folder() / "errors.txt");
    if (errors.find("the port is in use") == std::string::npos ||
        std::chrono::steady_clock::now() > giveUp) {
      throw std::runtime_error("the backend did not start: " + errors);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  m_port = m_ready.at("port").get<int>();
}

void BackendUnderTest::stop() {
  m_process->signal(SIGTERM);
  EXPECT_EQ(m_process->wait(), 0) << readFile(folder() / "errors.txt");
}

void BackendUnderTest::kill() {
  m_process->signal(SIGKILL);
  m_process->wait();
}

std::string BackendUnderTest::origin() const {
  return "https://localhost:" + std::to_string(m_port);
}

Draft BackendUnderTest::draft(HttpClient& client, std::string_view person) {
  Draft draft{.card = freshCard(m_pki, person), .payload = {}, .idempotencyKey = newUuid()};
  draft.payload = {.entrance = forms::Entrance::cardHolder,
                   .form = formOf(draft.card),
                   .nonce = nonceFrom(client),
                   .origin = origin(),
                   .termsVersion = std::string(protocol::kTermsVersion),
                   .language = "ja"};
  return draft;
}

DraftPayload BackendUnderTest::agentPayload(HttpClient& client) {
  return {.entrance = forms::Entrance::attorneyOrScrivener,
          .form = agentForm(),
          .nonce = nonceFrom(client),
          .origin = origin(),
          .termsVersion = std::string(protocol::kTermsVersion),
          .language = "en"};
}

Response BackendUnderTest::post(HttpClient& client, const std::string& key,
                                const std::string& body) {
  return client.send({.method = "POST",
                      .path = "/v1/registrations",
                      .body = body,
                      .headers = {"Content-Type: application/json", "Idempotency-Key: " + key}});
}

Response BackendUnderTest::submit(HttpClient& client, const Draft& draft) {
  return post(client, draft.idempotencyKey, signedBody(draft));
}

std::string BackendUnderTest::query(const std::string& sql) const {
  sqlite3* handle = nullptr;
  sqlite3_stmt* statement = nullptr;
  std::string value;
  if (sqlite3_open_v2(database().c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK) {
    sqlite3_busy_timeout(handle, 10'000);
    if (sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_text(statement, 0) != nullptr) {
      value = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    }
  }
  const std::string error = sqlite3_errmsg(handle);
  const int code = sqlite3_errcode(handle);
  sqlite3_finalize(statement);
  sqlite3_close(handle);
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) {
    throw std::runtime_error("SQLite: " + error);
  }
  return value;
}

void BackendUnderTest::execute(const std::string& sql) const { query(sql); }

std::vector<fs::path> BackendUnderTest::mails() const {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder() / "mail")) {
    if (entry.path().extension() == ".eml") {
      found.push_back(entry.path());
    }
  }
  return found;
}

std::vector<fs::path> BackendUnderTest::waitForMails(std::size_t count) const {
  const auto giveUp = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (mails().size() < count && std::chrono::steady_clock::now() < giveUp) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return mails();
}

nlohmann::json BackendUnderTest::mailOfKind(const std::string& kind, std::size_t count) const {
  for (const auto& path : waitForMails(count)) {
    nlohmann::json mail = parseMail(path);
    if (mail.at("headers").at("message-id").get<std::string>().starts_with('<' + kind + '.')) {
      return mail;
    }
  }
  ADD_FAILURE() << "no mail of kind " << kind;
  return {{"text", ""}};
}

void BackendUnderTest::setPassword(const std::string& password) const {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  EXPECT_EQ(crypto_pwhash_str(hash.data(), password.data(), password.size(),
                              crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN),
            0);
  execute("UPDATE accounts SET password_hash = '" + std::string(hash.data()) +
          "', password_set_at = strftime('%s', 'now')");
}

std::string BackendUnderTest::log() const { return readFile(folder() / "log.jsonl"); }

void BackendUnderTest::waitForLog(const std::string& event) const {
  const auto giveUp = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (log().find("\"event\":\"" + event + '"') == std::string::npos) {
    if (std::chrono::steady_clock::now() > giveUp) {
      throw std::runtime_error("the log never had " + event + ":\n" + log());
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

void BackendUnderTest::writeCrl(simulated::CertificateAuthority& authority,
                                const std::string& pem) const {
  // In place of the list of the same authority.
  const char* name = authority.usage == simulated::Usage::signing ? "signing" : "authentication";
  const fs::path temporary = trust() / "crl" / ".new";
  std::ofstream(temporary, std::ios::binary) << pem;
  fs::rename(temporary, trust() / "crl" / (std::string(name) + ".pem"));
}

std::string hiddenFields(const Response& page) {
  std::string form;
  const std::regex field("type=\"hidden\" name=\"(\\w+)\" value=\"([\\w-]*)\"");
  for (std::sregex_iterator one(page.body.begin(), page.body.end(), field), end; one != end;
       ++one) {
    form += (*one)[1].str() + '=' + (*one)[2].str() + '&';
  }
  return form;
}

}  // namespace madoguchi::test
