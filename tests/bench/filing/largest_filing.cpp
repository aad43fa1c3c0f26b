// Saves the largest lawful application as a draft with the real service, hands in its files, files
// it and reads it again, and the same with a small one for comparison. Prints one JSON object:
// bytes, medians of milliseconds, the time of processors, and the most memory that the service has
// had until then. Fails where something is refused, or what is read is not what was filed.
//
//   largest-filing [--rounds N] [--megabytes N]
//
// So many megabytes are all its files together: 19 documents, and the photo as the twentieth.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"
#include "forms/engine/japan_day.h"
#include "tests/integration/backend/backend_under_test.h"
#include "tests/integration/backend/filing.h"
#include "tests/support/largest_application.h"
#include "tests/unit/backend/files/pdf_files.h"

namespace {

using namespace madoguchi;
using namespace madoguchi::test;
using nlohmann::json;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::size_t kDocuments = 19;
constexpr std::size_t kPiece = 1024UL * 1024;

struct Plan {
  int rounds = 5;
  int megabytes = 25;
};

Plan planFrom(int argc, char** argv) {
  Plan plan;
  const std::map<std::string, int*> numbers = {{"--rounds", &plan.rounds},
                                               {"--megabytes", &plan.megabytes}};
  for (int i = 1; i < argc; i += 2) {
    const auto number = numbers.find(argv[i]);
    if (number == numbers.end() || i + 1 >= argc) {
      throw std::runtime_error("unknown option " + std::string(argv[i]));
    }
    *number->second = std::stoi(argv[i + 1]);
  }
  return plan;
}

/// What it has held at most, in kilobytes.
long peakOf(int process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string word; status >> word;) {
    if (long kilobytes = 0; word == "VmHWM:" && status >> kilobytes) {
      return kilobytes;
    }
  }
  throw std::runtime_error("the service is gone");
}

/// Of processors, which does not mind what else runs, in milliseconds.
double processorTimeOf(int process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/stat");
  std::string text((std::istreambuf_iterator<char>(status)), {});
  std::istringstream behindName(text.substr(text.rfind(')') + 1));
  constexpr int kBefore = 11;  // of proc(5), between the name and utime
  std::string passed;
  for (int i = 0; i < kBefore; ++i) {
    behindName >> passed;
  }
  long user = 0;
  long system = 0;
  behindName >> user >> system;
  constexpr double kSecond = 1000;
  return static_cast<double>(user + system) * kSecond / static_cast<double>(sysconf(_SC_CLK_TCK));
}

/// An application and the files that it names.
struct Case {
  std::string procedure;
  json values;
  std::vector<std::pair<std::string, std::string>> files;  ///< kind and bytes
};

std::string named(const std::string& bytes, const std::string& mediaType) {
  return sha256Of(bytes) + ' ' + mediaType + ' ' + std::to_string(bytes.size());
}

Case largestCase(int megabytes) {
  Case largest{.procedure = "change", .values = {}, .files = {}};
  const std::string photo = backend::test::jpegOf(90, 120);
  const auto today =
      forms::dayInJapan(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  forms::Answers answers =
      largestAnswers(forms::applicationForm(),
                     forms::applicationFacts(largest.procedure, "attorneyOrScrivener", today),
                     {.values = {{"currentStatus", "T44"},
                                 {"desiredStatus", "T71"},
                                 {"stayExpiry", dayInAMonth()},
                                 {"photo", named(photo, "image/jpeg")}}});
  auto& documents = answers.groups["documents"];
  documents.resize(kDocuments);
  largest.files.emplace_back("photo", photo);
  constexpr std::size_t kMillion = 1'000'000;
  const std::size_t each = static_cast<std::size_t>(megabytes) * kMillion / kDocuments;
  for (std::size_t i = 0; i < kDocuments; ++i) {
    std::string pdf = backend::test::goodPdf(std::string(each, static_cast<char>('a' + i)));
    documents[i].values["file"] = named(pdf, "application/pdf");
    largest.files.emplace_back("document", std::move(pdf));
  }
  largest.values = json::parse(forms::draftJson(forms::applicationForm(), answers)).at("answers");
  return largest;
}

Case smallCase() {
  const std::string photo = backend::test::jpegOf(90, 120);
  return {.procedure = "extension", .values = valuesToFile(photo), .files = {{"photo", photo}}};
}

class Bench {
 public:
  json run(const Plan& plan) {
    json result = {{"small", measured(smallCase(), plan.rounds)}};
    result["largest"] = measured(largestCase(plan.megabytes), plan.rounds);
    m_backend.stop();
    return result;
  }

 private:
  json measured(const Case& one, int rounds) {
    std::map<std::string, std::vector<double>> times;
    json result = {{"peakKilobytesBefore", peakOf(m_backend.process().id())}};
    const double before = processorTimeOf(m_backend.process().id());
    for (int round = 0; round < rounds; ++round) {
      file(one, times, result);
    }
    result["processorMillisecondsEach"] =
        (processorTimeOf(m_backend.process().id()) - before) / rounds;
    for (auto& [step, all] : times) {
      std::ranges::sort(all);
      result["milliseconds"][step] = all[all.size() / 2];
    }
    return result;
  }

  /// The first time: later ones have what came before in it.
  void notePeak(json& result, const char* when) {
    if (!result.contains(when)) {
      result[when] = peakOf(m_backend.process().id());
    }
  }

  /// The answer to what must not be refused.
  Response timed(std::vector<double>& times, const std::string& method, const std::string& path,
                 const std::string& body, const std::string& type = kJson) {
    const auto start = std::chrono::steady_clock::now();
    Response response = m_owner.send(method, path, body, type);
    times.push_back(Milliseconds(std::chrono::steady_clock::now() - start).count());
    if (response.status / 100 != 2) {
      throw std::runtime_error(method + ' ' + path + ": " + response.body + response.failure);
    }
    return response;
  }

  void file(const Case& one, std::map<std::string, std::vector<double>>& times, json& result) {
    const std::string body = json{
        {"forWhom", "client"},
        {"procedure", one.procedure},
        {"formVersion", 1},
        {"values", one.values},
        {"page", "filing"}}.dump();
    const std::string id = timed(times["draft"], "POST", "/v1/drafts", body).json().at("id");
    const std::string draft = "/v1/drafts/" + id;
    const json next = {
        {"revision", 1}, {"formVersion", 1}, {"values", one.values}, {"page", "receipt"}};
    timed(times["save"], "PUT", draft, next.dump());
    notePeak(result, "peakKilobytesWithDraft");
    std::size_t bytes = 0;
    double& sending = times["files"].emplace_back();
    for (const auto& [kind, content] : one.files) {
      std::vector<double> parts;
      const std::string all = draft + "/attachments";
      const std::string at =
          all + '/' + timed(parts, "POST", all, announcement(content, kind)).json().value("id", "");
      for (std::size_t from = 0; from < content.size(); from += kPiece) {
        timed(parts, "PUT", at + "/content?from=" + std::to_string(from),
              content.substr(from, kPiece), kOctets);
      }
      bytes += content.size();
      for (const double part : parts) {
        sending += part;
      }
    }
    notePeak(result, "peakKilobytesWithFiles");
    const json filing = {{"revision", 2}, {"consents", {"applicant"}}, {"again", true}};
    const json filed = timed(times["filing"], "POST", draft + "/application", filing.dump()).json();
    const Response read =
        timed(times["reading"], "GET", "/v1/applications/" + filed.value("id", ""), "");
    result["draftBytes"] = body.size();
    result["fileBytes"] = bytes;
    result["files"] = one.files.size();
    result["readBytes"] = read.body.size();
    notePeak(result, "peakKilobytesWhenRead");
    demandSame(one, read.json());
  }

  /// Which are the draft's own.
  static json withoutRowIds(json value) {
    for (json& row : value) {
      if (row.is_object()) {
        row.erase("@row");
      }
    }
    return value;
  }
  /// All that is signed is read as it was filed, with what has one choice only. What only confirms
  /// something is not signed.
  static void demandSame(const Case& one, const json& read) {
    std::size_t missing = 0;
    for (const auto& [field, value] : one.values.items()) {
      const auto found = read.at("values").find(field);
      if (found == read.at("values").end()) {
        ++missing;
      } else if (withoutRowIds(*found) != withoutRowIds(value)) {
        throw std::runtime_error(field + " is not what was filed");
      }
    }
    constexpr std::size_t kMostNotSigned = 3;
    if (missing > kMostNotSigned || read.at("attachments").size() != one.files.size()) {
      throw std::runtime_error("something that was filed is not there");
    }
  }

  BackendUnderTest m_backend{{"--password-memory", "8", "--password-passes", "1"}};
  Scrivener m_owner{m_backend};
};

}  // namespace

int main(int argc, char** argv) {
  try {
    std::cout << Bench().run(planFrom(argc, argv)).dump(2) << '\n';
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "largest-filing: " << error.what() << '\n';
    return 1;
  }
}
