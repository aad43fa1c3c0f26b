#include <algorithm>
#include <limits>
#include <stdexcept>

#include "forms/engine/json_place.h"
#include "forms/procedures/procedure_facts.h"
#include "forms/rules/partial_date.h"

namespace madoguchi::forms {
namespace {

constexpr std::size_t kMostBytesOfFacts = 1'048'576;
constexpr int kMaxDepth = 6;
constexpr int kMostYen = 10'000'000;
constexpr int kMostDays = 3'660;
constexpr int kMostMonths = 120;
constexpr int kMostDaysInARow = 30;  // who looks for the next open day comes to an end
constexpr int kMost = 1'000;

int number(const JsonPlace& place, int least, int most) {
  return static_cast<int>(place.integer(least, most));
}

std::vector<std::string> textsOr(const JsonPlace& place, std::string_view name) {
  const auto found = place.find(name);
  return found ? found->texts() : std::vector<std::string>();
}

/// One file. Names of texts, sources and procedures may stand in those that were read before it.
class FactsReader {
 public:
  FactsReader(const JsonPlace& file, ProcedureFacts& facts) : m_file(file), m_facts(facts) {}

  void read() {
    m_file.allow({"sources", "texts", "procedures", "eligibility", "parts", "periods", "fees",
                  "fileLimits", "photos", "needs", "durations", "addresses", "officeDays"});
    readSourcesAndTexts();
    readRows("procedures", m_facts.procedures, [this](const auto& row) { return procedure(row); });
    readRows("eligibility", m_facts.eligibility, [this](const auto& row) { return cell(row); });
    readRows("parts", m_facts.parts, [this](const auto& row) { return part(row); });
    readRows("periods", m_facts.periods, [this](const auto& row) { return period(row); });
    readRows("fees", m_facts.fees, [this](const auto& row) { return fee(row); });
    readRows("fileLimits", m_facts.fileLimits, [this](const auto& row) { return limits(row); });
    readRows("photos", m_facts.photos, [this](const auto& row) { return photo(row); });
    readRows("needs", m_facts.needs, [this](const auto& row) { return need(row); });
    readRows("durations", m_facts.durations, [this](const auto& row) { return duration(row); });
    readRows("addresses", m_facts.addresses, [this](const auto& row) { return address(row); });
    readRows("officeDays", m_facts.officeDays, [this](const auto& row) { return officeDays(row); });
  }

 private:
  template <typename Row, typename Read>
  void readRows(std::string_view name, std::vector<Row>& rows, Read readRow) {
    if (const auto list = m_file.find(name)) {
      for (const JsonPlace& place : list->list()) {
        rows.push_back(readRow(place));
      }
    }
  }

  void readSourcesAndTexts() {
    if (const auto sources = m_file.find("sources")) {
      for (const auto& [id, place] : sources->members()) {
        place.allow({"title", "checkedAt"});
        m_facts.sources[id] = {.title = place.at("title").text(),
                               .checkedAt = place.at("checkedAt").date()};
      }
    }
    if (const auto texts = m_file.find("texts")) {
      for (const auto& [id, place] : texts->members()) {
        Texts words;
        for (const auto& [language, text] : place.members()) {
          words.emplace(language, text.text());
        }
        if (words.empty()) {
          place.refuse("has no language");
        }
        m_facts.texts[id] = std::move(words);
      }
    }
  }

  [[nodiscard]] Dated dated(const JsonPlace& place) const {
    Dated dated{.source = place.at("source").text()};
    if (!m_facts.sources.contains(dated.source)) {
      place.at("source").refuse("unknown source " + dated.source);
    }
    if (const auto from = place.find("from")) {
      dated.from = *parseDate(from->date());
    }
    if (const auto until = place.find("until")) {
      dated.until = *parseDate(until->date());
    }
    if (dated.from && dated.until && *dated.until < *dated.from) {
      place.at("until").refuse("is before it begins");
    }
    return dated;
  }

  [[nodiscard]] std::string textId(const JsonPlace& place) const {
    std::string id = place.text();
    if (!m_facts.texts.contains(id)) {
      place.refuse("unknown text " + id);
    }
    return id;
  }
  [[nodiscard]] std::string textIdOr(const JsonPlace& place, std::string_view name) const {
    const auto found = place.find(name);
    return found ? textId(*found) : std::string();
  }

  [[nodiscard]] std::string procedureId(const JsonPlace& place) const {
    std::string id = place.text();
    const auto known = [&](const Procedure& row) { return row.id == id; };
    if (std::none_of(m_facts.procedures.begin(), m_facts.procedures.end(), known)) {
      place.refuse("unknown procedure " + id);
    }
    return id;
  }
  [[nodiscard]] std::vector<std::string> procedureIds(const JsonPlace& place) const {
    std::vector<std::string> ids;
    for (const JsonPlace& one : place.distinct()) {
      ids.push_back(procedureId(one));
    }
    return ids;
  }

  [[nodiscard]] Procedure procedure(const JsonPlace& place) const {
    place.allow(
        {"procedure", "name", "formNumber", "onlyWith", "alone", "from", "until", "source"});
    return {.dated = dated(place),
            .id = place.at("procedure").name(),
            .name = textId(place.at("name")),
            .formNumber = place.at("formNumber").text(),
            .onlyWith = place.find("onlyWith") ? procedureIds(place.at("onlyWith"))
                                               : std::vector<std::string>(),
            .alone = textIdOr(place, "alone")};
  }

  [[nodiscard]] EligibilityRow cell(const JsonPlace& place) const {
    place.allow({"person", "procedure", "may", "if", "note", "instead", "from", "until", "source"});
    EligibilityRow row{.dated = dated(place),
                       .person = place.at("person").name(),
                       .procedure = procedureId(place.at("procedure")),
                       .note = textIdOr(place, "note"),
                       .instead = textIdOr(place, "instead")};
    const JsonPlace mayPlace = place.at("may");
    const std::string may = mayPlace.text();
    if (may == "yes") {
      row.may = EligibilityRow::May::yes;
    } else if (may == "if") {
      row.may = EligibilityRow::May::onlyIf;
    } else if (may != "no") {
      mayPlace.refuse("is none of yes, no, if");
    }
    if ((may == "if") != place.find("if").has_value()) {
      place.refuse(may == "if" ? "lacks if" : "has a condition that nothing looks at");
    }
    if (may == "if") {
      row.condition = condition(place.at("if"));
    }
    if (may != "yes" && (row.note.empty() || row.instead.empty())) {
      place.refuse("lacks the words for a refusal: note and instead");
    }
    return row;
  }

  [[nodiscard]] static AllowedIf condition(const JsonPlace& place) {
    constexpr int kOldest = 150;
    place.allow({"under", "orUnable", "relativeInJapan", "desiredStatus"});
    AllowedIf rule{.orUnable = place.truthOr("orUnable", false),
                   .relativeInJapan = place.truthOr("relativeInJapan", false),
                   .desiredStatuses = textsOr(place, "desiredStatus")};
    if (const auto under = place.find("under")) {
      rule.underAge = number(*under, 1, kOldest);
    }
    if (rule.orUnable && !rule.underAge) {
      place.at("orUnable").refuse("stands beside under");
    }
    if (!rule.underAge && !rule.relativeInJapan && rule.desiredStatuses.empty()) {
      place.refuse("asks nothing");
    }
    return rule;
  }

  [[nodiscard]] PartRow part(const JsonPlace& place) const {
    place.allow({"part", "statuses", "procedures", "missing", "from", "until", "source"});
    return {.dated = dated(place),
            .part = place.at("part").text(),
            .statuses = place.at("statuses").texts(),
            .procedures = procedureIds(place.at("procedures")),
            .missing = textIdOr(place, "missing")};
  }

  [[nodiscard]] static std::optional<DayRule> dayRule(const JsonPlace& place,
                                                      std::string_view name) {
    const auto found = place.find(name);
    if (!found) {
      return std::nullopt;
    }
    found->allow({"of", "months", "days"});
    DayRule rule{.of = found->at("of").name()};
    if (const auto months = found->find("months")) {
      rule.months = number(*months, -kMostMonths, kMostMonths);
    }
    if (const auto days = found->find("days")) {
      rule.days = number(*days, -kMostDays, kMostDays);
    }
    return rule;
  }

  [[nodiscard]] PeriodRow period(const JsonPlace& place) const {
    place.allow({"procedure", "opens", "closes", "atCounterUntil", "warnDays", "tooEarly",
                 "lastDay", "closedToday", "afterClosure", "tooLate", "whilePending", "pending",
                 "from", "until", "source"});
    PeriodRow row{.dated = dated(place),
                  .procedure = procedureId(place.at("procedure")),
                  .opens = dayRule(place, "opens"),
                  .closes = dayRule(place, "closes"),
                  .atCounterUntil = dayRule(place, "atCounterUntil"),
                  .tooEarly = textIdOr(place, "tooEarly"),
                  .lastDay = textIdOr(place, "lastDay"),
                  .closedToday = textIdOr(place, "closedToday"),
                  .afterClosure = textIdOr(place, "afterClosure"),
                  .tooLate = textIdOr(place, "tooLate"),
                  .whilePending = dayRule(place, "whilePending"),
                  .pending = textIdOr(place, "pending")};
    if (const auto warn = place.find("warnDays")) {
      row.warnDays = number(*warn, 0, kMostDays);
    }
    if ((row.opens && row.tooEarly.empty()) || (row.closes && row.tooLate.empty()) ||
        (row.atCounterUntil && row.lastDay.empty()) ||
        row.closedToday.empty() != row.afterClosure.empty() ||
        row.whilePending.has_value() == row.pending.empty()) {
      place.refuse("lacks the words for a day outside");
    }
    return row;
  }

  [[nodiscard]] FeeRow fee(const JsonPlace& place) const {
    place.allow({"procedure", "variant", "way", "yen", "from", "until", "source"});
    FeeRow row{.dated = dated(place),
               .procedure = procedureId(place.at("procedure")),
               .variant = place.textOr("variant", ""),
               .way = place.textOr("way", ""),
               .yen = number(place.at("yen"), 0, kMostYen)};
    if (!row.way.empty() && row.way != "online" && row.way != "counter") {
      place.at("way").refuse("is neither online nor counter");
    }
    return row;
  }

  [[nodiscard]] FileLimitRow limits(const JsonPlace& place) const {
    place.allow({"files", "bytesEach", "bytesTogether", "countsPhoto", "mediaTypes", "leastDpi",
                 "from", "until", "source"});
    const auto bytes = [&](std::string_view name) {
      return static_cast<std::uint64_t>(
          place.at(name).integer(1, std::numeric_limits<std::int32_t>::max()));
    };
    return {.dated = dated(place),
            .files = number(place.at("files"), 1, kMost),
            .bytesEach = bytes("bytesEach"),
            .bytesTogether = bytes("bytesTogether"),
            .countsPhoto = place.at("countsPhoto").truth(),
            .mediaTypes = place.at("mediaTypes").texts(),
            .leastDpi = number(place.at("leastDpi"), 0, kMost)};
  }

  [[nodiscard]] PhotoRow photo(const JsonPlace& place) const {
    place.allow({"widthMm", "heightMm", "faceMm", "faceToleranceMm", "aboveMm", "aboveToleranceMm",
                 "mostMonthsOld", "fromAge", "from", "until", "source"});
    const auto at = [&](std::string_view name) { return number(place.at(name), 0, kMost); };
    return {.dated = dated(place),
            .widthMm = at("widthMm"),
            .heightMm = at("heightMm"),
            .faceMm = at("faceMm"),
            .faceToleranceMm = at("faceToleranceMm"),
            .aboveMm = at("aboveMm"),
            .aboveToleranceMm = at("aboveToleranceMm"),
            .mostMonthsOld = number(place.at("mostMonthsOld"), 1, kMostMonths),
            .fromAge = at("fromAge")};
  }

  [[nodiscard]] NeedRow need(const JsonPlace& place) const {
    place.allow({"need", "text", "optional", "procedures", "statuses", "receipt", "from", "until",
                 "source"});
    return {.dated = dated(place),
            .id = place.at("need").name(),
            .text = textId(place.at("text")),
            .optional = place.truthOr("optional", false),
            .procedures = procedureIds(place.at("procedures")),
            .statuses = textsOr(place, "statuses"),
            .receipt = place.textOr("receipt", "")};
  }

  [[nodiscard]] AddressRow address(const JsonPlace& place) const {
    place.allow({"address", "read", "from", "until", "source"});
    return {.dated = dated(place),
            .address = place.at("address").text(),
            .read = place.textOr("read", "")};
  }

  [[nodiscard]] OfficeDayRow officeDays(const JsonPlace& place) const {
    place.allow({"closed", "from", "until", "source"});
    OfficeDayRow row{.dated = dated(place), .closed = place.at("closed").truth()};
    if (!row.dated.from || !row.dated.until ||
        std::chrono::sys_days(*row.dated.until) - std::chrono::sys_days(*row.dated.from) >
            std::chrono::days(kMostDaysInARow)) {
      place.refuse("is not of a few days: from and until, at most 30 days apart");
    }
    return row;
  }

  [[nodiscard]] DurationRow duration(const JsonPlace& place) const {
    place.allow({"procedure", "takes", "from", "until", "source"});
    return {.dated = dated(place),
            .procedure = procedureId(place.at("procedure")),
            .takes = textId(place.at("takes"))};
  }

  const JsonPlace& m_file;
  ProcedureFacts& m_facts;
};

}  // namespace

ProcedureFacts procedureFactsFrom(std::span<const FactFile> files) {
  ProcedureFacts facts;
  for (const FactFile& file : files) {
    try {
      const auto json = readOwnJson(file.json, kMostBytesOfFacts, kMaxDepth, "the file");
      const JsonPlace place(json, {});
      FactsReader(place, facts).read();
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(std::string(file.name) + ": " + error.what());
    }
  }
  return facts;
}

}  // namespace madoguchi::forms
