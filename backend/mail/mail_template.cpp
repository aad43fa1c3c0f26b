#include "backend/mail/mail_template.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <initializer_list>
#include <optional>
#include <sstream>
#include <stdexcept>

#include "backend/core/ruby_markup.h"
#include "protocol/counted.h"

namespace madoguchi::backend {
namespace {

/// `valueOf` says what stands in place of each ${name}.
std::string withValues(std::string_view text,
                       const std::function<std::string(std::string_view)>& valueOf) {
  std::string result;
  while (true) {
    const std::size_t start = text.find("${");
    const std::size_t end = start == std::string_view::npos ? start : text.find('}', start);
    if (end == std::string_view::npos) {
      return result.append(text);
    }
    result.append(text.substr(0, start)).append(valueOf(text.substr(start + 2, end - start - 2)));
    text.remove_prefix(end + 1);
  }
}

/// The text with a line for each line of a value that has several, as an item of its own in
/// `values`.
std::string withItems(std::string_view text, MailValues& values) {
  const bool ends = text.ends_with('\n');
  std::string result;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    std::string list;
    withValues(line, [&](std::string_view name) {
      const auto value = values.find(name);
      list = value != values.end() && value->second.find('\n') != std::string::npos ? name : list;
      return std::string();
    });
    if (list.empty()) {
      result.append(line).append("\n");
      continue;
    }
    std::istringstream items(values.find(list)->second);
    int number = 0;
    for (std::string item; std::getline(items, item);) {
      const std::string name = list + '.' + std::to_string(++number);
      result += withValues(line, [&](std::string_view other) {
        return "${" + (other == list ? name : std::string(other)) + '}';
      });
      result += '\n';
      values[name] = item;
    }
  }
  if (!ends && !result.empty()) {
    result.pop_back();
  }
  return result;
}

/// The rest of a line that begins so; std::nullopt for any other.
std::optional<std::string_view> behind(std::string_view line,
                                       std::initializer_list<std::string_view> beginnings) {
  for (const std::string_view beginning : beginnings) {
    if (line.starts_with(beginning)) {
      return line.substr(beginning.size());
    }
  }
  return std::nullopt;
}

/// Puts lines between tags, those of one kind that follow each other together.
class HtmlLines {
 public:
  void add(std::string_view line, const std::function<std::string(std::string_view)>& valueOf) {
    const auto inHtml = [&](std::string_view text) {
      return withValues(rubyInHtml(text),
                        [&](std::string_view name) { return escapedForHtml(valueOf(name)); });
    };
    if (line.empty()) {
      enter({});
    } else if (line == "${link}") {
      enter({});
      const std::string link = inHtml(line);
      m_html += "<p><a href=\"" + link + "\">" + link + "</a></p>\n";
    } else if (const auto heading = behind(line, {"■ "})) {
      enter({});
      // At the element itself: mail programs throw style sheets away.
      m_html +=
          "<h2 style=\"font-size:1.1em;margin:1.5em 0 -.6em\">" + inHtml(*heading) + "</h2>\n";
    } else if (const auto item = behind(line, {"・", "- "})) {
      enter("ul");
      m_html += "<li>" + inHtml(*item) + "</li>\n";
    } else {
      const bool begins = enter("p");
      m_html += (begins ? "" : "<br>\n") + inHtml(line);
    }
  }

  std::string take() {
    enter({});
    return std::move(m_html);
  }

 private:
  /// Whether the tag was opened by it.
  bool enter(std::string_view tag) {
    if (tag == m_open) {
      return false;
    }
    if (!m_open.empty()) {
      m_html += "</" + std::string(m_open) + ">\n";
    }
    if (!tag.empty()) {
      m_html += '<' + std::string(tag) + '>';
    }
    m_open = tag;
    return true;
  }

  std::string m_html;
  std::string_view m_open;
};

}  // namespace

std::string_view mailTemplate(std::string_view kind, std::string_view language) {
  const auto all = mailTemplates();
  const auto found = std::find_if(all.begin(), all.end(), [&](const LocalizedText& one) {
    return one.kind == kind && one.language == language;
  });
  if (found == all.end()) {
    throw std::invalid_argument("there is no mail of this kind and language");
  }
  return found->text;
}

std::set<std::string, std::less<>> namesIn(std::string_view text) {
  std::set<std::string, std::less<>> names;
  withValues(text, [&names](std::string_view name) {
    names.emplace(name);
    return std::string();
  });
  return names;
}

void demandFittingValues(std::string_view kind, std::string_view language,
                         const MailValues& values) {
  auto names = namesIn(mailTemplate(kind, language));
  names.erase(std::string(kHelpDesk));
  const bool same =
      std::equal(names.begin(), names.end(), values.begin(), values.end(),
                 [](const auto& name, const auto& value) { return name == value.first; });
  if (!same) {
    throw std::invalid_argument("the values of a mail are not those of its template");
  }
}

MailText fillTemplate(std::string_view whole, MailValues values) {
  std::string items = withItems(whole, values);
  if (const auto day = values.find("day"); day != values.end()) {
    unsigned number = 0;
    const char* const end = day->second.data() + day->second.size();
    if (std::from_chars(day->second.data(), end, number).ptr == end)
      items = protocol::withCounted(std::move(items), "${day}", number);
  }
  std::string_view text = items;
  // Values come last: what looks like markup in a value stays as it is.
  const auto valueOf = [&values](std::string_view name) {
    const auto value = values.find(name);
    if (value == values.end()) {
      throw std::invalid_argument("a mail template asks for a value that is not there");
    }
    return value->second;
  };
  const std::string filled = withValues(rubyInBrackets(text), valueOf);
  const std::size_t end = filled.find("\n\n");
  if (end == std::string::npos || filled.find('\n') != end) {
    throw std::invalid_argument("a mail template begins with its subject and an empty line");
  }
  HtmlLines html;
  for (text.remove_prefix(text.find("\n\n") + 2); !text.empty();) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    html.add(line, valueOf);
  }
  return {filled.substr(0, end), filled.substr(end + 2), html.take()};
}

}  // namespace madoguchi::backend
