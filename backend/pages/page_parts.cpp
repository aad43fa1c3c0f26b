#include "backend/pages/page_parts.h"

#include <utility>

#include "backend/core/ruby_markup.h"
#include "backend/http/target.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

namespace {

enum class IsFoundAgain : bool { no, yes };

std::function<Answer(const Refusal&, const Asked&)> explained(Explain explain, IsFoundAgain again) {
  return [explain = std::move(explain), again](const Refusal& refusal, const Asked& asked) {
    return explain(pageLanguage(asked.query, {}, asked.headers),
                   again == IsFoundAgain::yes ? asked.target : std::string_view(), refusal);
  };
}

}  // namespace

std::string paragraph(const std::string& html) { return "<p>" + html + "</p>"; }

std::string helpHtml(const PageTexts& texts) { return paragraph(texts.html("help")); }

PageContent telling(const PageTexts& texts, std::string_view here, std::string_view title,
                    std::initializer_list<std::string_view> paragraphs) {
  PageContent content{texts.plain(title), "<h1>" + texts.html(title) + "</h1>", std::string(here)};
  for (const std::string_view id : paragraphs) {
    content.body += paragraph(texts.html(id));
  }
  return content;
}

std::string formTag(const PageTexts& texts, std::string_view action) {
  return "<form method=\"post\" novalidate action=\"" +
         escapedForHtml(inLanguage(action, texts.language())) + "\">";
}

std::string hiddenHtml(std::string_view name, std::string_view value) {
  return "<input type=\"hidden\" name=\"" + std::string(name) + "\" value=\"" +
         escapedForHtml(value) + "\">";
}

std::string buttonHtml(const PageTexts& texts, std::string_view id) {
  return "<button>" + texts.html(id) + "</button>";
}

Answer refusedPage(const PageTexts& texts, std::string_view here, const Refusal& refusal) {
  const int status = protocol::httpStatus(refusal.reason);
  switch (refusal.reason) {
    case Reason::rateLimited:
    case Reason::unavailable:
      return page(texts, telling(texts, here, "busy.title", {"busy.text", "help"}), status);
    case Reason::internal:
      return page(texts, telling(texts, here, "system.title", {"error.WZBAM098E", "help"}), status);
    default:
      return page(texts, telling(texts, here, "refused.title", {"refused.text", "help"}), status);
  }
}

Endpoint shownPage(std::string_view pattern, PageHandler answer, Explain explain) {
  return {.method = "GET",
          .pattern = std::string(pattern),
          .answer = std::move(answer),
          .explain = explained(std::move(explain), IsFoundAgain::yes)};
}

Endpoint sentForm(std::string_view pattern, PageHandler answer, Explain explain) {
  return {.method = "POST",
          .pattern = std::string(pattern),
          .takes = "application/x-www-form-urlencoded",
          .maxBody = kLongestForm,
          .cost = Cost::secret,
          .answer = std::move(answer),
          .explain = explained(std::move(explain), IsFoundAgain::no)};
}

std::variant<Names, Refusal> ownForm(const Request& request, std::string_view origin) {
  if (!isOwnForm(request.headers, origin)) {
    return Refusal{Reason::originMismatch};
  }
  auto form = readForm(request.body);
  if (!form) {
    return Refusal{Reason::malformed};
  }
  return std::move(*form);
}

std::string languageOf(const Request& request) {
  return pageLanguage(request.query, {}, request.headers);
}

}  // namespace madoguchi::backend
