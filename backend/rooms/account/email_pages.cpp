#include "backend/rooms/account/email_pages.h"

#include "backend/core/ruby_markup.h"
#include "backend/core/token.h"
#include "backend/pages/page_parts.h"
#include "backend/rooms/account/information_service.h"

namespace madoguchi::backend {
namespace {

using protocol::Reason;
using protocol::Refusal;

constexpr std::string_view kConfirm = "/email";
constexpr std::string_view kDone = "/email/done";

PageTexts textsIn(std::string_view language) { return {"email", language}; }

std::string pathOf(std::string_view token) {
  return std::string(kConfirm) + '/' + std::string(token);
}

/// With a button: opening a link alone changes nothing.
Answer confirmPage(std::string_view language, const std::string& token, const std::string& email) {
  const PageTexts texts = textsIn(language);
  PageContent content = telling(texts, pathOf(token), "confirm.title", {"confirm.intro"});
  content.body += "<p class=\"box\"><strong><bdi>" + escapedForHtml(email) + "</bdi></strong></p>" +
                  paragraph(texts.html("confirm.until")) + formTag(texts, kConfirm) +
                  hiddenHtml("token", token) + hiddenHtml("attempt", makeToken()) +
                  buttonHtml(texts, "confirm.go") + "</form>" + helpHtml(texts);
  return page(texts, content);
}

/// Why a link confirms nothing, or none of these where it was something else.
Answer explain(std::string_view language, std::string_view here, const Refusal& refusal) {
  const PageTexts texts = textsIn(language);
  const int status = protocol::httpStatus(refusal.reason);
  switch (refusal.reason) {
    case Reason::linkUnknown:
      return page(texts, telling(texts, here, "unknown.title", {"unknown.text", "again", "help"}),
                  status);
    case Reason::linkExpired:
      return page(texts, telling(texts, here, "expired.title", {"expired.text", "again", "help"}),
                  status);
    case Reason::linkUsed:
      return page(texts, telling(texts, here, "used.title", {"used.text", "help"}), status);
    default:
      return refusedPage(texts, here, refusal);
  }
}

Outcome showLink(InformationService& service, const Request& request) {
  const std::string token = valueOf(request.path, "token");
  const auto link = service.look(token, request.deadline);
  const std::string language = pageLanguage(request.query, link.language, request.headers);
  if (!link.state) {
    return explain(language, kConfirm, Refusal{Reason::linkUnknown});
  }
  switch (*link.state) {
    case LinkState::good:
      return confirmPage(language, token, link.email);
    case LinkState::expired:
      return explain(language, pathOf(token), Refusal{Reason::linkExpired});
    case LinkState::used:
      return explain(language, pathOf(token), Refusal{Reason::linkUsed});
  }
  return Refusal{Reason::internal};
}

Outcome confirmByForm(const AccountParts& parts, const Request& request) {
  auto read = ownForm(request, parts.origin);
  if (auto* refusal = std::get_if<Refusal>(&read)) {
    return std::move(*refusal);
  }
  const auto& form = std::get<Names>(read);
  const InformationService::Confirmation confirmation{valueOf(form, "token"),
                                                      valueOf(form, "attempt"), request.subscriber};
  if (!isToken(confirmation.attempt)) {
    return Refusal{Reason::malformed};
  }
  const std::string language = languageOf(request);
  if (const auto refusal = parts.information.confirm(confirmation, request.deadline)) {
    return explain(language, pathOf(confirmation.token), *refusal);
  }
  parts.mailAdded();
  return seeOther(kDone, language);
}

}  // namespace

std::vector<Endpoint> emailPages(const AccountParts& parts) {
  const auto unknown = [](const Request& request) -> Outcome {
    return explain(languageOf(request), kConfirm, Refusal{Reason::linkUnknown});
  };
  return {shownPage(
              pathOf("{token}"),
              [parts](const Request& request) { return showLink(parts.information, request); },
              explain),
          shownPage(kConfirm, unknown, explain), shownPage(pathOf({}), unknown, explain),
          shownPage(
              kDone,
              [](const Request& request) -> Outcome {
                const PageTexts texts = textsIn(languageOf(request));
                return page(texts, telling(texts, kDone, "done.title",
                                           {"done.text", "done.mails", "close"}));
              },
              explain),
          sentForm(
              kConfirm, [parts](const Request& request) { return confirmByForm(parts, request); },
              explain)};
}

}  // namespace madoguchi::backend
