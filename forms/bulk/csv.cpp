#include "forms/bulk/csv.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "forms/text/unicode_text.h"
#include "forms/text/utf8.h"

namespace madoguchi::forms {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

/// Nothing where a byte has no meaning in it.
std::optional<std::string> decoded(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &status),
                                                                     &ucnv_close);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                converter.get(), status);
  return U_SUCCESS(status) != 0 ? std::optional(utf8Of(text)) : std::nullopt;
}

std::optional<std::string> textOf(std::string_view bytes) {
  if (bytes.starts_with(kUtf8Mark)) {
    bytes.remove_prefix(kUtf8Mark.size());
    return isUtf8(bytes) ? std::optional(std::string(bytes)) : std::nullopt;
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return decoded(bytes, "UTF-16");
  }
  return isUtf8(bytes) ? std::optional(std::string(bytes)) : decoded(bytes, "windows-31j");
}

bool isWorkbook(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0");
}

char separatorOf(std::string_view text) {
  std::array<std::size_t, 3> counts{};
  constexpr std::string_view kSeparators = ",;\t";
  bool quoted = false;
  for (const char character : text) {
    if (character == '"') {
      quoted = !quoted;
    } else if (!quoted && (character == '\n' || character == '\r')) {
      break;
    } else if (const auto which = kSeparators.find(character);
               !quoted && which != std::string_view::npos) {
      ++counts.at(which);
    }
  }
  return kSeparators.at(
      static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin()));
}

// After OWASP's list for CSV injection; full-width signs begin a formula in Japanese spreadsheets.
constexpr auto kFormulaStarts =
    std::to_array<std::string_view>({"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"});
constexpr char kTextMark = '\'';
/// Spreadsheets run what begins so, and people open the file that this program has written. Behind
/// the mark it is text to them and to this program.
bool looksLikeFormula(std::string_view cell) {
  const auto first = cell.find_first_not_of(kTextMark);
  const std::string_view text = first == std::string_view::npos ? "" : cell.substr(first);
  return std::ranges::any_of(kFormulaStarts,
                             [text](std::string_view start) { return text.starts_with(start); });
}

class Reader {
 public:
  explicit Reader(std::string_view text) : m_text(text), m_separator(separatorOf(text)) {}

  /// False where a quoted cell does not end.
  bool read() {
    while (m_at < m_text.size()) {
      if (!readCell()) {
        return false;
      }
      endCell();
    }
    return true;
  }
  [[nodiscard]] Cells take() { return std::move(m_rows); }

 private:
  [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
  [[nodiscard]] bool atLineEnd() const { return m_text[m_at] == '\n' || m_text[m_at] == '\r'; }

  bool readCell() {
    m_cell.clear();
    if (!atEnd() && m_text[m_at] == '"') {
      ++m_at;
      if (!readQuoted()) {
        return false;
      }
    }
    for (; !atEnd() && m_text[m_at] != m_separator && !atLineEnd(); ++m_at) {
      m_cell += m_text[m_at];
    }
    return true;
  }

  bool readQuoted() {
    for (; !atEnd(); ++m_at) {
      const char character = m_text[m_at];
      const bool twice = m_at + 1 < m_text.size() && m_text[m_at + 1] == '"';
      if (character == '"' && !twice) {
        ++m_at;
        return true;
      }
      if (character == '"') {
        ++m_at;
      }
      if (character == '\r') {
        m_at += m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n' ? 1U : 0U;
      }
      m_cell += character == '\r' ? '\n' : character;
    }
    return false;
  }

  void endCell() {
    const bool marked =
        m_cell.starts_with(kTextMark) && looksLikeFormula(std::string_view(m_cell).substr(1));
    m_row.push_back(marked ? m_cell.substr(1) : m_cell);
    if (!atEnd() && m_text[m_at] == m_separator) {
      ++m_at;
      if (!atEnd()) {
        return;
      }
    } else if (!atEnd()) {
      m_at += m_text.substr(m_at).starts_with("\r\n") ? 2U : 1U;
    }
    while (!m_row.empty() && m_row.back().empty()) {
      m_row.pop_back();
    }
    m_rows.push_back(std::move(m_row));
    m_row.clear();
  }

  std::string_view m_text;
  char m_separator;
  std::size_t m_at = 0;
  std::string m_cell;
  std::vector<std::string> m_row;
  Cells m_rows;
};

void write(std::string& text, std::string_view cell) {
  const bool guarded = looksLikeFormula(cell);
  if (!guarded && cell.find_first_of(",;\t\"\r\n") == std::string_view::npos) {
    text += cell;
    return;
  }
  text += '"';
  if (guarded) {
    text += kTextMark;
  }
  for (const char character : cell) {
    text += character == '"' ? "\"\"" : std::string(1, character);
  }
  text += '"';
}

}  // namespace

Csv readCsv(std::string_view bytes) {
  if (bytes.size() > kMostCsvBytes) {
    return {.fault = CsvFault::tooLarge};
  }
  if (isWorkbook(bytes)) {
    return {.fault = CsvFault::workbook};
  }
  const auto text = textOf(bytes);
  if (!text || text->find('\0') != std::string::npos) {
    return {.fault = CsvFault::notText};
  }
  Reader reader(*text);
  if (!reader.read()) {
    return {.fault = CsvFault::openQuote};
  }
  Csv csv{.rows = reader.take()};
  while (!csv.rows.empty() && csv.rows.back().empty()) {
    csv.rows.pop_back();
  }
  return csv;
}

std::string writtenCsv(const Cells& rows) {
  std::string text(kUtf8Mark);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) {
        text += ',';
      }
      write(text, row[i]);
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace madoguchi::forms
