#include "app/rooms/application/print/application_paper.h"

#include <QDate>
#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>
#include <vector>

#include "app/rooms/application/print/paper_sheets.h"
#include "app/rooms/application/print/paper_words.h"
#include "forms/application/application_form.h"
#include "forms/procedures/procedure_facts.h"

namespace madoguchi::app {
namespace {

/// Relatives for whom the forms have a line (別記第三十号様式, 別記第三十号の二様式, item 16).
constexpr std::size_t kRowsOnPaper = 6;
// A box of the forms takes four lines of 26 characters of full width.
constexpr int kLinesOfBox = 4;
constexpr int kLineOfBox = 52;  ///< in half widths
/// More columns than that cannot be read on a page that stands upright.
constexpr std::size_t kMostColumns = 7;

constexpr double kItemSize = 0.85;   ///< of body text
constexpr double kTableSize = 0.65;  ///< the same
constexpr double kTitleSize = 1.4;   ///< the same
constexpr double kNumberWidth = 0.09;
constexpr double kLabelWidth = 0.36;
// Of a column, in characters.
constexpr int kLeastWidth = 14;
constexpr int kMostWidth = 24;

// What the forms and this paper say by themselves, in the two languages of the forms.
constexpr QStringView kDraft = u"下書き・未申請　DRAFT, NOT FILED";
constexpr QStringView kSeparateSheet = u"別紙　Attached sheet";
constexpr QStringView kSeeSheet = u"別紙のとおり　See the attached sheet";

int halfWidths(const QString& text) {
  int widths = 0;
  for (const QChar character : text) widths += character.unicode() < 0x2000 ? 1 : 2;
  return widths;
}

bool fitsBox(const QString& answer) {
  int lines = 0;
  for (const QString& line : answer.split(u'\n'))
    lines += std::max(1, (halfWidths(line) + kLineOfBox - 1) / kLineOfBox);
  return lines <= kLinesOfBox;
}

QString isoDate(std::chrono::year_month_day day) {
  return QDate(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
               static_cast<int>(static_cast<unsigned>(day.day())))
      .toString(Qt::ISODate);
}

/// Sheets as lines.
class Paper {
 public:
  Paper(const FormModel& form, const PaperHead& head) : m_form(form), m_head(head) {}

  Document made() {
    addHead();
    for (const PaperSheet& sheet : paperSheets(m_form, m_head.procedure)) addSheet(sheet);
    if (!m_separate.empty()) {
      addTitle(kSeparateSheet.toString());
      std::ranges::move(m_separate, std::back_inserter(m_lines));
    }
    return {.title = m_title, .lines = std::move(m_lines), .foot = foot()};
  }

 private:
  void addText(const QString& text, double size, bool heading = false) {
    m_lines.push_back({.text = text, .size = size, .heading = heading, .markup = false});
  }
  void addTitle(const QString& title) {
    addText(title, kTitleSize, true);
    m_lines.back().onNewPage = true;
  }
  [[nodiscard]] bool isDraft() const { return m_head.provisionalNumber.isEmpty(); }

  void addHead() {
    const auto& facts = forms::procedureFacts();
    const auto* procedure = forms::findProcedure(facts, m_head.procedure.toStdString(), m_head.day);
    const forms::Texts* name =
        procedure == nullptr ? nullptr : forms::textOf(facts, procedure->name);
    if (name != nullptr) {
      m_title = qt(name->at("ja")) + u'書' + u'\n' + qt(name->at("en"));
      addText(qt(procedure->formNumber), kItemSize);
    }
    addText(m_title, kTitleSize, true);
    if (isDraft()) {
      addText(kDraft.toString(), kTitleSize, true);
    } else {
      addText(QStringLiteral("仮受付番号　Provisional number: ") + m_head.provisionalNumber, 1);
      if (!m_head.number.isEmpty())
        addText(QStringLiteral("申請受付番号　Application number: ") + m_head.number, 1);
    }
    addText((isDraft() ? QStringLiteral("印刷日　Printed: ") : QStringLiteral("申請日　Filed: ")) +
                paperDate(isoDate(m_head.day)),
            1);
  }

  void addSheet(const PaperSheet& sheet) {
    addText(sheet.title, kTitleSize, true);
    m_lines.back().onNewPage = m_sheets++ > 0;
    QString section;
    QString number;
    for (const PaperItem& item : sheet.items) {
      if (!sheet.hasBoxes && item.section != section) addText(item.section, 1, true);
      section = item.section;
      // What belongs to one number has it once, as on the forms.
      const QString shown = item.number == number ? QString() : item.number;
      number = item.number;
      if (!item.group.empty()) {
        // A question before it has the number, where there is one.
        if (!shown.isEmpty()) m_lines.push_back(row(shown, item.label, {}));
        addGroup(item, sheet.hasBoxes);
      } else if (!sheet.hasBoxes || !item.isWritten || fitsBox(item.answer)) {
        m_lines.push_back(row(shown, item.label, item.answer));
      } else {
        m_lines.push_back(row(shown, item.label, kSeeSheet.toString()));
        m_separate.push_back(row(item.number, item.label, item.answer));
      }
    }
  }

  static Document::Line row(const QString& number, const QString& label, const QString& answer) {
    return {.size = kItemSize,
            .cells = {{.text = number, .width = kNumberWidth, .names = true},
                      {.text = label, .width = kLabelWidth, .names = true},
                      {.text = answer, .width = 1 - kNumberWidth - kLabelWidth}}};
  }

  void addGroup(const PaperItem& item, bool hasBoxes) {
    const auto rows = m_form.rows(item.group);
    const std::size_t there = hasBoxes ? std::min(rows.size(), kRowsOnPaper) : rows.size();
    addRows(item.group, {rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(there)}, m_lines);
    if (there == rows.size()) return;
    m_lines.push_back(row({}, item.label, kSeeSheet.toString()));
    m_separate.push_back(row(item.number, item.label, {}));
    addRows(item.group, {rows.begin() + static_cast<std::ptrdiff_t>(there), rows.end()},
            m_separate);
  }

  void addRows(const std::string& group, const std::vector<std::string>& rows,
               std::vector<Document::Line>& to) const {
    const std::vector<const forms::Field*> columns = columnsOf(group, rows);
    const auto answer = [&](const std::string& id, const forms::Field& field) {
      const forms::FieldPath path{.group = group, .row = id, .field = field.id};
      return m_form.asks(path) ? paperAnswer(field, m_form.countedValue(path), m_head.procedure)
                               : QString();
    };
    if (columns.size() > kMostColumns) {
      for (const std::string& id : rows) {
        for (const forms::Field* field : columns)
          to.push_back(row({}, paperLabel(*field, m_head.procedure), answer(id, *field)));
      }
      return;
    }
    const std::vector<double> widths = widthsOf(columns);
    Document::Line head{.size = kTableSize};
    for (std::size_t i = 0; i < columns.size(); ++i)
      head.cells.push_back(
          {.text = paperLabel(*columns[i], m_head.procedure), .width = widths[i], .names = true});
    to.push_back(std::move(head));
    for (const std::string& id : rows) {
      Document::Line line{.size = kTableSize};
      for (std::size_t i = 0; i < columns.size(); ++i)
        line.cells.push_back({.text = answer(id, *columns[i]), .width = widths[i]});
      to.push_back(std::move(line));
    }
  }

  /// What any of the rows is asked.
  [[nodiscard]] std::vector<const forms::Field*> columnsOf(
      const std::string& group, const std::vector<std::string>& ids) const {
    std::vector<const forms::Field*> columns;
    const forms::Group& rows = *forms::findGroup(m_form.definition(), group);
    for (std::size_t i = 0; i < rows.fieldCount; ++i) {
      const forms::Field& field = m_form.definition().fields[rows.firstField + i];
      const bool isAsked = std::ranges::any_of(ids, [&](const std::string& id) {
        return m_form.asks({.group = group, .row = id, .field = field.id});
      });
      if (!field.sameAs && field.submitted && isAsked) columns.push_back(&field);
    }
    return columns;
  }

  /// More for what may be long.
  static std::vector<double> widthsOf(const std::vector<const forms::Field*>& columns) {
    std::vector<double> widths;
    widths.reserve(columns.size());
    for (const forms::Field* field : columns)
      widths.push_back(std::clamp(field->maxLength, kLeastWidth, kMostWidth));
    const double all = std::accumulate(widths.begin(), widths.end(), 0.0);
    for (double& width : widths) width /= all;
    return widths;
  }

  [[nodiscard]] QString foot() const {
    QString foot = isDraft() ? kDraft.toString() : m_head.provisionalNumber;
    if (!m_head.number.isEmpty()) foot += u' ' + m_head.number;
    return foot + u' ' + m_form.value(forms::topField("name"));
  }

  const FormModel& m_form;
  const PaperHead& m_head;
  QString m_title;
  int m_sheets = 0;
  std::vector<Document::Line> m_lines;
  std::vector<Document::Line> m_separate;
};

}  // namespace

Document applicationPaper(const FormModel& form, const PaperHead& head) {
  return Paper(form, head).made();
}

}  // namespace madoguchi::app
