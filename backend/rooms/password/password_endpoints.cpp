#include "backend/rooms/password/password_endpoints.h"

#include <iterator>
#include <nlohmann/json.hpp>

#include "backend/accounts/password_mail.h"
#include "backend/core/token.h"
#include "backend/pages/page_parts.h"
#include "backend/rooms/password/password_pages.h"
#include "backend/rooms/password/password_service.h"
#include "protocol/strict_json.h"

namespace madoguchi::backend {
namespace {

using protocol::Reason;
using protocol::Refusal;

constexpr protocol::JsonLimits kJsonLimits = {.bytes = kLongestForm, .depth = 1};

/// The page that a link opens, whoever opens it.
Outcome showLink(PasswordService& service, const Request& request) {
  const std::string token = valueOf(request.path, "token");
  const auto link = service.look(token, request.deadline);
  const std::string language = pageLanguage(request.query, link.language, request.headers);
  if (!link.state) {
    return unknownLinkPage(language);
  }
  switch (*link.state) {
    case LinkState::good:
      return passwordFormPage(language,
                              {.token = token, .purpose = link.purpose, .attempt = makeToken()});
    case LinkState::expired:
      return expiredLinkPage(language, token);
    case LinkState::used:
      return usedLinkPage(language, token);
  }
  return Refusal{Reason::internal};
}

std::string donePath(LinkPurpose purpose) {
  return std::string(password_paths::kDone) + "?for=" + std::string(purposeName(purpose));
}

Outcome setByForm(const PasswordParts& parts, const Request& request) {
  auto read = ownForm(request, parts.origin);
  if (auto* refusal = std::get_if<Refusal>(&read)) {
    return std::move(*refusal);
  }
  const auto& form = std::get<Names>(read);
  const PasswordService::Choice choice{valueOf(form, "token"), valueOf(form, "password"),
                                       valueOf(form, "passwordConfirmation"),
                                       valueOf(form, "attempt"), request.subscriber};
  if (!isToken(choice.attempt)) {
    return Refusal{Reason::malformed};
  }
  const std::string language = languageOf(request);
  const auto outcome = parts.service.choose(choice, request.deadline);
  if (const auto* chosen = std::get_if<PasswordService::Chosen>(&outcome)) {
    parts.mailAdded();
    return seeOther(donePath(chosen->purpose), language);
  }
  const auto& refusal = std::get<Refusal>(outcome);
  switch (refusal.reason) {
    case Reason::formInvalid:
      return passwordFormPage(
          language, {.token = choice.token,
                     .purpose = parts.service.look(choice.token, request.deadline).purpose,
                     .attempt = choice.attempt,
                     .tried = protocol::passwordRules(choice.password),
                     .errors = refusal.fields});
    case Reason::linkExpired:
      return expiredLinkPage(language, choice.token);
    case Reason::linkUsed:
      return usedLinkPage(language, choice.token);
    default:
      return refusal;
  }
}

Outcome renewByForm(const PasswordParts& parts, const Request& request) {
  auto read = ownForm(request, parts.origin);
  if (auto* refusal = std::get_if<Refusal>(&read)) {
    return std::move(*refusal);
  }
  const std::string token = valueOf(std::get<Names>(read), "token");
  if (auto refusal = parts.service.renew(token, request.deadline)) {
    return std::move(*refusal);
  }
  parts.mailAdded();
  return seeOther(password_paths::kRenewed, languageOf(request));
}

Outcome requestByForm(const PasswordParts& parts, const Request& request) {
  auto read = ownForm(request, parts.origin);
  if (auto* refusal = std::get_if<Refusal>(&read)) {
    return std::move(*refusal);
  }
  const auto& form = std::get<Names>(read);
  const std::string id = valueOf(form, "authenticationId");
  const std::string email = valueOf(form, "email");
  if (const auto refusal = parts.service.requestLink(id, email, request.deadline)) {
    return forgottenPasswordPage(languageOf(request), {id, email, refusal->fields});
  }
  parts.mailAdded();
  return seeOther(password_paths::kSent, languageOf(request));
}

/// The text members of a JSON object that has these and no others; std::nullopt for anything else.
std::optional<Names> textsOf(std::string_view body, std::initializer_list<std::string_view> names) {
  auto json = protocol::readStrictJson(body, kJsonLimits);
  if (!json || !json->is_object()) {
    return std::nullopt;
  }
  Names texts;
  for (const std::string_view name : names) {
    if (!protocol::takeString(*json, name, texts[std::string(name)])) {
      return std::nullopt;
    }
  }
  return json->empty() ? std::optional(texts) : std::nullopt;
}

Outcome setByProgram(const PasswordParts& parts, const Request& request) {
  const auto texts = textsOf(request.body, {"link", "password", "passwordConfirmation"});
  if (!texts) {
    return Refusal{Reason::malformed};
  }
  auto outcome = parts.service.choose(
      {valueOf(*texts, "link"), valueOf(*texts, "password"),
       valueOf(*texts, "passwordConfirmation"), request.idempotencyKey, request.subscriber},
      request.deadline);
  if (auto* refusal = std::get_if<Refusal>(&outcome)) {
    return std::move(*refusal);
  }
  parts.mailAdded();
  const nlohmann::json json = {
      {"purpose", purposeName(std::get<PasswordService::Chosen>(outcome).purpose)}};
  return Answer{.body = json.dump()};
}

PasswordService::Change changeIn(const Names& texts, const Request& request) {
  return {.current = valueOf(texts, "currentPassword"),
          .password = valueOf(texts, "password"),
          .confirmation = valueOf(texts, "passwordConfirmation"),
          .attempt = request.idempotencyKey,
          .subscriber = request.subscriber};
}

Outcome changed(const PasswordParts& parts, std::optional<Refusal> refusal) {
  if (refusal) {
    return std::move(*refusal);
  }
  parts.mailAdded();
  return Answer{.status = kNoContent};
}

Outcome changeByOwner(const PasswordParts& parts, const Request& request) {
  const auto texts = textsOf(request.body, {"currentPassword", "password", "passwordConfirmation"});
  if (!texts) {
    return Refusal{Reason::malformed};
  }
  PasswordService::Change change = changeIn(*texts, request);
  change.accountId = request.who->accountId;
  change.sessionId = request.who->sessionId;
  return changed(parts, parts.service.change(change, request.deadline));
}

Outcome changeExpired(const PasswordParts& parts, const Request& request) {
  const auto texts = textsOf(
      request.body, {"authenticationId", "currentPassword", "password", "passwordConfirmation"});
  if (!texts) {
    return Refusal{Reason::malformed};
  }
  return changed(parts, parts.service.changeExpired(valueOf(*texts, "authenticationId"),
                                                    changeIn(*texts, request), request.deadline));
}

Outcome requestByProgram(const PasswordParts& parts, const Request& request) {
  std::optional<Refusal> refusal;
  if (const auto link = textsOf(request.body, {"link"})) {
    refusal = parts.service.renew(valueOf(*link, "link"), request.deadline);
  } else if (const auto person = textsOf(request.body, {"authenticationId", "email"})) {
    refusal = parts.service.requestLink(valueOf(*person, "authenticationId"),
                                        valueOf(*person, "email"), request.deadline);
  } else {
    refusal = Refusal{Reason::malformed};
  }
  if (refusal) {
    return std::move(*refusal);
  }
  parts.mailAdded();
  constexpr int kAccepted = 202;
  const nlohmann::json json = {{"validSeconds", kPasswordLinkLifetime.count()}};
  return Answer{.status = kAccepted, .body = json.dump()};
}

Endpoint shown(std::string_view pattern, PageHandler answer) {
  return shownPage(pattern, std::move(answer), refusalPage);
}

Endpoint sent(std::string_view pattern, PageHandler answer) {
  return sentForm(pattern, std::move(answer), refusalPage);
}

/// A page that is the same for everybody.
PageHandler always(Answer (*page)(std::string_view language)) {
  return [page](const Request& request) -> Outcome { return page(languageOf(request)); };
}

std::vector<Endpoint> pages(const PasswordParts& parts) {
  using namespace password_paths;
  return {
      shown(std::string(kSet) + "/{token}",
            [parts](const Request& request) { return showLink(parts.service, request); }),
      shown(kSet, always(unknownLinkPage)),
      shown(std::string(kSet) + "/", always(unknownLinkPage)),
      shown(kDone,
            [](const Request& request) -> Outcome {
              return passwordDonePage(
                  languageOf(request),
                  valueOf(request.query, "for") == purposeName(LinkPurpose::forgottenPassword)
                      ? LinkPurpose::forgottenPassword
                      : LinkPurpose::firstPassword);
            }),
      shown(kRenewed, always(linkRenewedPage)),
      shown(kSent, always(passwordLinkSentPage)),
      shown(kForgotten,
            [](const Request& request) -> Outcome {
              return forgottenPasswordPage(languageOf(request), {});
            }),
      sent(kSet, [parts](const Request& request) { return setByForm(parts, request); }),
      sent(kRenew, [parts](const Request& request) { return renewByForm(parts, request); }),
      sent(kForgotten, [parts](const Request& request) { return requestByForm(parts, request); })};
}

}  // namespace

std::vector<Endpoint> passwordEndpoints(const PasswordParts& parts) {
  std::vector<Endpoint> endpoints = pages(parts);
  endpoints.push_back(
      {.method = "POST",
       .pattern = "/v1/passwords",
       .needsIdempotencyKey = true,
       .takes = "application/json",
       .maxBody = kLongestForm,
       .cost = Cost::secret,
       .answer = [parts](const Request& request) { return setByProgram(parts, request); }});
  endpoints.push_back(
      {.method = "PUT",
       .pattern = "/v1/account/password",
       .needsSession = true,
       .needsIdempotencyKey = true,
       .takes = "application/json",
       .maxBody = kLongestForm,
       .cost = Cost::secret,
       .answer = [parts](const Request& request) { return changeByOwner(parts, request); }});
  endpoints.push_back(
      {.method = "PUT",
       .pattern = "/v1/passwords/expired",
       .needsIdempotencyKey = true,
       .takes = "application/json",
       .maxBody = kLongestForm,
       .cost = Cost::secret,
       .answer = [parts](const Request& request) { return changeExpired(parts, request); }});
  endpoints.push_back(
      {.method = "POST",
       .pattern = "/v1/password-links",
       .takes = "application/json",
       .maxBody = kLongestForm,
       .cost = Cost::secret,
       .answer = [parts](const Request& request) { return requestByProgram(parts, request); }});
  return endpoints;
}

}  // namespace madoguchi::backend
