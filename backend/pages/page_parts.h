#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

#include "backend/pages/page.h"

// What the service's pages are made of, and how their forms come back.

namespace madoguchi::backend {

std::string paragraph(const std::string& html);
/// Whom to ask.
std::string helpHtml(const PageTexts& texts);

/// A page that only tells something: its title, and paragraphs by their ids.
PageContent telling(const PageTexts& texts, std::string_view here, std::string_view title,
                    std::initializer_list<std::string_view> paragraphs);

/// The beginning of a form that is sent to the path, in the page's language.
std::string formTag(const PageTexts& texts, std::string_view action);
std::string hiddenHtml(std::string_view name, std::string_view value);
std::string buttonHtml(const PageTexts& texts, std::string_view id);

/// For refusals that have no page of their own.
Answer refusedPage(const PageTexts& texts, std::string_view here, const protocol::Refusal& refusal);

using PageHandler = std::function<Outcome(const Request&)>;
/// A refusal as a page, in a language, that is found again `here`, see PageContent.
using Explain = std::function<Answer(std::string_view language, std::string_view here,
                                     const protocol::Refusal& refusal)>;
/// Two passwords, each byte escaped, a token and an attempt.
inline constexpr std::size_t kLongestForm = 4096;  ///< bytes

/// A page at this pattern. Where it is refused, it can be asked for once more in each language.
Endpoint shownPage(std::string_view pattern, PageHandler answer, Explain explain);
/// Where a page's form goes to. Costs as much as guessing a secret does. A link sends no form once
/// more, so that a refusal has none.
Endpoint sentForm(std::string_view pattern, PageHandler answer, Explain explain);

/// The fields of a form that one of these pages has sent; refused where another site did.
std::variant<Names, protocol::Refusal> ownForm(const Request& request, std::string_view origin);

/// What the query asks for, else what fits the browser.
std::string languageOf(const Request& request);

}  // namespace madoguchi::backend
