#include "app/core/policy.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>
#include <QUrl>
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/core/language.h"
#include "app/core/policy_schema.h"
#include "app/core/server_origin.h"
#include "app/core/terms_of_use.h"
#include "embedded/policy_schema.h"
#include "protocol/strict_json.h"
#include "protocol/terms_version.h"

namespace madoguchi::app {
namespace {

using Kind = PolicyFault::Kind;

constexpr protocol::JsonLimits kPolicyLimits = {.bytes = 65'536, .depth = 8};

constexpr auto kTermsPlace = "/termsFolder";

struct OutletRow {
  const char* name;
  Outlets::Kind kind;
};
constexpr std::array kOutlets = {OutletRow{"printing", Outlets::Kind::print},
                                 OutletRow{"saving", Outlets::Kind::file},
                                 OutletRow{"copying", Outlets::Kind::clipboard}};

ReadPolicy unusable(Kind kind, const QString& detail = {}) {
  return {.policy = {}, .faults = {{QString(), kind, detail}}};
}

/// What editors and shells of Windows write unasked, UTF-16 and Shift_JIS, is not.
bool isUtf8(const std::string& text) {
  QStringDecoder decoder(QStringDecoder::Utf8);
  [[maybe_unused]] const QString decoded =
      decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
  return !decoder.hasError() && text.find('\0') == std::string::npos;
}

/// The line in which reading ends; empty where it does not end, as where a name stands twice.
QString faultyLine(const std::string& text) {
  try {
    [[maybe_unused]] const auto json = nlohmann::json::parse(text);
    return {};
  } catch (const nlohmann::json::parse_error& fault) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(fault.byte, text.size()));
    return QString::number(1 + std::count(text.begin(), end, '\n'));
  }
}

QString textAt(const nlohmann::json& json, const char* name) {
  return QString::fromStdString(protocol::stringMember(json, name));
}

/// Of what has the form of one.
bool isProxyAddress(const QString& proxy) {
  const QUrl address(proxy, QUrl::StrictMode);
  return proxy == QLatin1String("none") || (address.isValid() && !address.host().isEmpty());
}

/// Addresses that look like one, but lead nowhere, as those with port 99999.
std::vector<PolicyFault> faultyAddresses(const nlohmann::json& json, const nlohmann::json& schema) {
  std::vector<PolicyFault> faults;
  const auto add = [&](const char* name, bool good) {
    if (json.contains(name) && !good) {
      const std::string example = schema.at("properties").at(name).at("examples").at(0);
      faults.push_back({QLatin1Char('/') + QLatin1String(name), Kind::wrongForm,
                        QString::fromStdString(example)});
    }
  };
  add("server", !serverOrigin(textAt(json, "server")).isEmpty());
  add("proxy", isProxyAddress(textAt(json, "proxy")));
  return faults;
}

std::chrono::minutes minutesAt(const nlohmann::json& json, const char* name,
                               std::chrono::minutes usual) {
  const nlohmann::json::json_pointer place(std::string("/idleMinutes/") + name);
  return std::chrono::minutes(json.value(place, static_cast<int>(usual.count())));
}

OperatorTexts::Words wordsOf(const nlohmann::json& value) {
  if (value.is_string()) return {{QString(), QString::fromStdString(value.get<std::string>())}};
  OperatorTexts::Words words;
  for (const auto& [tag, text] : value.items())
    words.emplace(QString::fromStdString(tag), QString::fromStdString(text.get<std::string>()));
  return words;
}

KioskPolicy kioskOf(const nlohmann::json& json) {
  KioskPolicy kiosk;
  kiosk.idle =
      std::chrono::seconds(json.value("idleSeconds", static_cast<int>(kiosk.idle.count())));
  kiosk.printer = textAt(json, "printer");
  kiosk.pagesPerVisit = json.value("pagesPerVisit", kiosk.pagesPerVisit);
  kiosk.staffCode = protocol::stringMember(json, "staffCode");
  if (json.contains("screenDotsPerInch"))
    kiosk.screenDotsPerInch = json["screenDotsPerInch"].get<int>();
  kiosk.shuffledDigits = json.value("shuffledDigits", kiosk.shuffledDigits);
  return kiosk;
}

/// Of what the schema allows.
Policy policyOf(const nlohmann::json& json) {
  Policy policy;
  policy.server = textAt(json, "server");
  policy.caFile = textAt(json, "caFile");
  if (const QString proxy = textAt(json, "proxy"); !proxy.isEmpty()) {
    policy.proxy = proxy == QLatin1String("none") ? QString() : proxy;
  }
  policy.reader = textAt(json, "reader");
  policy.termsFolder = textAt(json, "termsFolder");
  if (json.contains("languages")) {
    policy.languages.clear();
    for (const auto& tag : json["languages"])
      policy.languages << QString::fromStdString(tag.get<std::string>());
  }
  policy.entrances = json.value("entrances", std::set<std::string>());
  policy.secretLifetime = minutesAt(json, "secrets", policy.secretLifetime);
  policy.sessionLifetime = minutesAt(json, "session", policy.sessionLifetime);
  for (const OutletRow& row : kOutlets) {
    if (!json.value(row.name, true)) policy.closed.insert(row.kind);
  }
  if (json.contains("kiosk")) policy.kiosk = kioskOf(json["kiosk"]);
  policy.textSize = textSizeNamed(textAt(json, "textSize"));
  for (const char* name : OperatorTexts::kNames) {
    if (json.contains(name)) policy.texts[QLatin1String(name)] = wordsOf(json[name]);
  }
  return policy;
}

}  // namespace

Policy::Policy() : languages(Language::tags()) {}

ReadPolicy readPolicy(const QString& path) {
  QFile file(path);
  if (!file.exists()) {
    return {};
  }
  if (!file.open(QIODevice::ReadOnly)) {
    return unusable(Kind::unreadable);
  }
  const std::string text = file.read(qint64{kPolicyLimits.bytes} + 1).toStdString();
  if (text.size() > kPolicyLimits.bytes) {
    return unusable(Kind::unreadable);
  }
  if (!isUtf8(text)) {
    return unusable(Kind::notUtf8);
  }
  const auto json = protocol::readStrictJson(text, kPolicyLimits);
  if (!json) {
    return unusable(Kind::notJson, faultyLine(text));
  }
  const auto schema = nlohmann::json::parse(embedded::policy_schema());
  ReadPolicy read;
  read.faults = faultsBySchema(schema, *json);
  if (read.faults.empty()) {
    read.faults = faultyAddresses(*json, schema);
  }
  if (read.faults.empty()) {
    read.policy = policyOf(*json);
  }
  return read;
}

bool hasCertificate(const QString& pemFile) {
  constexpr qint64 kMost = qint64{8} * 1024 * 1024;  // of all CAs of a system it is 200 KB
  QFile file(pemFile);
  if (!file.open(QIODevice::ReadOnly)) {
    return false;
  }
  const QByteArray text = file.read(kMost);
  return text.contains("-----BEGIN CERTIFICATE-----") ||
         text.contains("-----BEGIN TRUSTED CERTIFICATE-----");
}

std::vector<PolicyFault> faultsHere(const Policy& policy) {
  std::vector<PolicyFault> faults;
  if (!policy.caFile.isEmpty() && !QFileInfo(policy.caFile).isFile()) {
    faults.push_back({QStringLiteral("/caFile"), Kind::noFile, policy.caFile});
  } else if (!policy.caFile.isEmpty() && !hasCertificate(policy.caFile)) {
    faults.push_back({QStringLiteral("/caFile"), Kind::noCertificate, policy.caFile});
  }
  const QString bad = policy.termsFolder.isEmpty() ? QString() : termsFault(policy.termsFolder);
  if (!bad.isEmpty()) {
    faults.push_back({QLatin1String(kTermsPlace), Kind::badTerms, bad});
  }
  return faults;
}

std::vector<PolicyFault> policyFaults(const QString& path) {
  if (!QFile::exists(path)) {
    return {{QString(), Kind::unreadable, {}}};
  }
  auto [policy, faults] = readPolicy(path);
  if (!faults.empty()) {
    return faults;
  }
  faults = faultsHere(policy);
  if (faults.empty() && !policy.server.isEmpty() &&
      hasSampleTerms(policy.server, policy.termsFolder)) {
    faults.push_back({QLatin1String(kTermsPlace), Kind::sampleTerms, {}});
  }
  return faults;
}

bool hasSampleTerms(const QString& server, const QString& termsFolder) {
  if (protocol::sampleTermsSuffice(QUrl(server).host().toStdString())) return false;
  return termsFolder.isEmpty() ||
         readTerms(termsFolder, Language::tags().first()).version.toStdString() ==
             protocol::kTermsVersion;
}

}  // namespace madoguchi::app
