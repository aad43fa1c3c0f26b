#include "app/rooms/application/print/paper_sheets.h"

#include <QRegularExpression>
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "app/rooms/application/print/paper_words.h"

namespace madoguchi::app {
namespace {

/// "20(1)" as {20, 1}.
std::pair<int, int> orderOf(const QString& number) {
  static const QRegularExpression digits(QStringLiteral("^(\\d+)(?:\\((\\d+)\\))?"));
  const auto found = digits.match(number);
  return {found.captured(1).toInt(), found.captured(2).toInt()};
}

/// Where a number stands: with the items that all share, or with those of a part.
bool isOfPart(const std::map<std::string, std::string, std::less<>>& numbers,
              const QString& procedure) {
  return !numbers.contains(procedure.toStdString());
}

/// The form as items on sheets, in the order of the paper.
class Sheets {
 public:
  Sheets(const FormModel& form, QString procedure)
      : m_form(form), m_procedure(std::move(procedure)) {
    const auto fields = form.fields();
    for (const forms::FieldPath& path : fields) findLowest(path);
    m_part.title += partLetter();
    for (const forms::FieldPath& path : fields) add(path);
    for (PaperSheet* sheet : {&m_common, &m_part}) sort(*sheet);
    for (PaperSheet& sheet : m_others) sort(sheet);
  }

  [[nodiscard]] std::vector<PaperSheet> inOrder() && {
    std::vector<PaperSheet> sheets{std::move(m_common), std::move(m_part)};
    std::ranges::move(m_others, std::back_inserter(sheets));
    sheets.push_back(std::move(m_online));
    std::erase_if(sheets, [](const PaperSheet& sheet) { return sheet.items.empty(); });
    return sheets;
  }

 private:
  static void sort(PaperSheet& sheet) {
    std::ranges::stable_sort(sheet.items, {},
                             [](const PaperItem& item) { return orderOf(item.number); });
  }
  [[nodiscard]] const forms::Field& fieldAt(const forms::FieldPath& path) const {
    return *forms::findField(m_form.definition(), path);
  }
  [[nodiscard]] const std::string& pageOf(const forms::Field& field) const {
    return forms::pageOf(m_form.definition(), field).id;
  }

  void findLowest(const forms::FieldPath& path) {
    const QString number = m_form.itemNumber(path);
    if (number.isEmpty()) return;
    const forms::Field& field = fieldAt(path);
    const int item = orderOf(number).first;
    if (!isOfPart(field.numbers, m_procedure)) {
      m_lastCommon = std::max(m_lastCommon, item);
    } else {
      int& lowest = m_lowest.try_emplace(pageOf(field), item).first->second;
      lowest = std::min(lowest, item);
    }
  }

  PaperSheet& sheetOf(const forms::Field& field, const QString& number, bool ofPart) {
    if (number.isEmpty()) return m_online;
    if (!ofPart) return m_common;
    const std::string& page = pageOf(field);
    if (const auto lowest = m_lowest.find(page);
        lowest == m_lowest.end() || lowest->second > m_lastCommon) {
      return m_part;
    }
    // Others fill it in: its numbers begin anew.
    const QString title = titleOfPage(field);
    const auto known = std::ranges::find(m_others, title, &PaperSheet::title);
    return known != m_others.end() ? *known : m_others.emplace_back(PaperSheet{.title = title});
  }

  void add(const forms::FieldPath& path) {
    const forms::Field& field = fieldAt(path);
    if (field.sameAs || !field.submitted) return;
    if (!path.row.empty()) {
      addGroup(field, path.group);
      return;
    }
    const QString number = m_form.itemNumber(path);
    PaperSheet& sheet = sheetOf(field, number, isOfPart(field.numbers, m_procedure));
    sheet.items.push_back({.number = number,
                           .label = paperLabel(field, m_procedure),
                           .answer = paperAnswer(field, m_form.countedValue(path), m_procedure),
                           .isWritten = field.type == forms::FieldType::text ||
                                        field.type == forms::FieldType::multilineText,
                           .section = sectionOf(field)});
  }

  void addGroup(const forms::Field& field, const std::string& id) {
    if (!m_groups.insert(id).second) return;
    const forms::FieldPath path{.group = id};
    const QString number = m_form.itemNumber(path);
    const bool ofPart = isOfPart(forms::findGroup(m_form.definition(), id)->numbers, m_procedure);
    sheetOf(field, number, ofPart)
        .items.push_back(
            {.number = number,
             .label = paperTitle(QStringLiteral("group.%1.title").arg(qt(id)), m_procedure),
             .section = sectionOf(field),
             .group = id});
  }

  [[nodiscard]] QString titleOfPage(const forms::Field& field) const {
    return paperTitle(QStringLiteral("page.application.%1.title").arg(qt(pageOf(field))),
                      m_procedure);
  }

  /// A page of one section has no words for it.
  [[nodiscard]] QString sectionOf(const forms::Field& field) const {
    const forms::Section& section = m_form.definition().sections[field.section];
    const QString title =
        paperTitle(QStringLiteral("section.application.%1.title").arg(qt(section.id)), m_procedure);
    return title.isEmpty() ? titleOfPage(field) : title;
  }

  /// " T": which of the parts it is.
  [[nodiscard]] QString partLetter() const {
    const auto within = m_form.definition().numberedWithin;
    if (!within) return {};
    const std::string& field = m_form.definition().fields[*within].id;
    return u' ' + m_form.countedValue(forms::topField(field));
  }

  const FormModel& m_form;
  QString m_procedure;
  int m_lastCommon = 0;
  std::map<std::string, int> m_lowest;  ///< number of a part, by page
  std::set<std::string> m_groups;
  PaperSheet m_common{.title = QStringLiteral("申請人等作成用１　For applicant, part 1")};
  PaperSheet m_part{.title = QStringLiteral("申請人等作成用２　For applicant, part 2")};
  std::vector<PaperSheet> m_others;
  PaperSheet m_online{
      .title = QStringLiteral("オンライン申請の項目　Items of the online application"),
      .hasBoxes = false};
};

}  // namespace

std::vector<PaperSheet> paperSheets(const FormModel& form, const QString& procedure) {
  return Sheets(form, procedure).inOrder();
}

}  // namespace madoguchi::app
