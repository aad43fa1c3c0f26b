#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "backend/core/localized_text.h"

// What mails say, by kind and language: translations/mail/<kind>.<language>.txt.

namespace madoguchi::backend {

/// Every kind in every language: the build fails where one is missing. A text is a subject, an
/// empty line and a body, with ruby markup and ${name}.
std::span<const LocalizedText> mailTemplates();

/// Throws std::invalid_argument where there is no such kind or language.
std::string_view mailTemplate(std::string_view kind, std::string_view language);

/// The names of its ${name}.
std::set<std::string, std::less<>> namesIn(std::string_view text);

using MailValues = std::map<std::string, std::string, std::less<>>;

/// Values that are the same in all mails, and the sender's to give.
constexpr std::string_view kHelpDesk = "helpDesk";

/// Throws std::invalid_argument where the template asks for a value that is neither there nor the
/// sender's, or does not use one.
void demandFittingValues(std::string_view kind, std::string_view language,
                         const MailValues& values);

struct MailText {
  std::string subject;
  std::string body;       ///< plain; lines end with \n
  std::string html = {};  ///< the same for readers that show it: what stands between <body>
};

/// A template with ${name} replaced, and ruby in brackets or, in HTML, over its kanji. There, lines
/// are paragraphs, those with "■" headings, those with "・" or "-" a list, and a line of ${link}
/// alone is one. A line with a value of several lines is repeated for each of them. Throws
/// std::invalid_argument for a name without a value.
MailText fillTemplate(std::string_view whole, MailValues values);

}  // namespace madoguchi::backend
