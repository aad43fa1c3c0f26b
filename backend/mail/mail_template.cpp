#include "backend/mail/mail_template.h"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "backend/core/ruby_markup.h"

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

MailText fillTemplate(std::string_view text, const MailValues& values) {
  // Values come last: what looks like markup in a value stays as it is.
  const std::string filled = withValues(rubyInBrackets(text), [&values](std::string_view name) {
    const auto value = values.find(name);
    if (value == values.end()) {
      throw std::invalid_argument("a mail template asks for a value that is not there");
    }
    return value->second;
  });
  const std::size_t end = filled.find("\n\n");
  if (end == std::string::npos || filled.find('\n') != end) {
    throw std::invalid_argument("a mail template begins with its subject and an empty line");
  }
  return {filled.substr(0, end), filled.substr(end + 2)};
}

}  // namespace madoguchi::backend
