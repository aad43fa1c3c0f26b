#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "card_holder.h"
#include "child_process.h"
#include "http_client.h"
#include "tests/support/temporary_folder.h"

namespace madoguchi::test {

/// The real program with TLS, trust folder, database and mail folder of its own.
class BackendUnderTest {
 public:
  /// `more` are further options: a mail server or folder, or a database, in the place of its own.
  /// `within` is a command that runs the program, as prlimit does.
  explicit BackendUnderTest(std::vector<std::string> more = {},
                            std::vector<std::string> within = {});

  void start();
  void stop();  ///< SIGTERM, and expects exit code 0
  void kill();  ///< SIGKILL
  [[nodiscard]] ChildProcess& process() { return *m_process; }

  /// What it said when it was ready.
  [[nodiscard]] const nlohmann::json& ready() const { return m_ready; }
  [[nodiscard]] int port() const { return m_port; }
  [[nodiscard]] std::string origin() const;
  [[nodiscard]] std::filesystem::path ca() const { return folder() / "tls" / "ca.pem"; }
  [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }
  [[nodiscard]] std::filesystem::path trust() const { return folder() / "trust"; }
  [[nodiscard]] std::filesystem::path database() const { return folder() / "madoguchi.db"; }
  [[nodiscard]] std::filesystem::path dataKeys() const { return folder() / "data.keys"; }
  [[nodiscard]] simulated::CardPki& pki() { return m_pki; }
  [[nodiscard]] HttpClient client() const { return {origin(), ca()}; }

  /// A draft of a demonstration person's registration that will be accepted.
  Draft draft(HttpClient& client, std::string_view person = "maria");
  DraftPayload agentPayload(HttpClient& client);
  Response post(HttpClient& client, const std::string& key, const std::string& body);
  Response submit(HttpClient& client, const Draft& draft);

  /// The first column of the first row of a query by SQLite's own library; "" where there is none.
  std::string query(const std::string& sql) const;
  void execute(const std::string& sql) const;
  [[nodiscard]] std::vector<std::filesystem::path> mails() const;
  /// Waits until so many mails have been written (and gives up after a minute).
  [[nodiscard]] std::vector<std::filesystem::path> waitForMails(std::size_t count) const;
  /// What an independent reader makes of the only mail of a kind among the first `count`.
  [[nodiscard]] nlohmann::json mailOfKind(const std::string& kind, std::size_t count) const;
  /// Of every account, as if it had been set with the link of a mail just now.
  void setPassword(const std::string& password) const;
  [[nodiscard]] std::string log() const;
  /// Waits until the log has an entry of this event (and fails after a minute).
  void waitForLog(const std::string& event) const;
  void writeCrl(simulated::CertificateAuthority& authority, const std::string& pem) const;

 private:
  [[nodiscard]] std::vector<std::string> command() const;

  TemporaryFolder m_folder;
  simulated::CardPki m_pki;
  std::vector<std::string> m_more;
  std::vector<std::string> m_within;
  nlohmann::json m_ready;
  int m_port = 0;
  std::unique_ptr<ChildProcess> m_process;
};

/// Holds all that the client has heard against the published API, by a JSON Schema library of
/// others.
void expectPublishedAnswers(const BackendUnderTest& backend, const HttpClient& client);
std::string readFile(const std::filesystem::path& path);
/// What an independent reader makes of a mail: its headers, type, text and defects.
nlohmann::json parseMail(const std::filesystem::path& path);
std::string nonceFrom(HttpClient& client);
/// The hidden fields of a page, as its browser sends them: "token=…&attempt=…&".
std::string hiddenFields(const Response& page);

}  // namespace madoguchi::test
