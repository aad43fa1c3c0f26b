#include "backend/rooms/password/password_pages.h"

#include <algorithm>

#include "backend/core/ruby_markup.h"
#include "backend/pages/page_parts.h"
#include "protocol/handover.h"

namespace madoguchi::backend {
namespace {

constexpr int kUnprocessable = 422;
constexpr int kNotFound = 404;
constexpr int kConflict = 409;
constexpr int kGone = 410;

std::string path(std::string_view constant) { return std::string(constant); }

PageTexts textsIn(std::string_view language) { return {"password", language}; }

std::string codeOf(const std::vector<protocol::FieldError>& errors, std::string_view field) {
  const auto found = std::find_if(errors.begin(), errors.end(),
                                  [&](const auto& error) { return error.field == field; });
  return found != errors.end() ? found->code : std::string();
}

struct Field {
  std::string name;      ///< of the form, and the id of its label
  std::string type;      ///< of HTML
  std::string complete;  ///< what a password manager puts in: autocomplete of HTML
  std::string value = {};
  std::string describedBy = {};  ///< ids of elements
};
std::string fieldHtml(const PageTexts& texts, const Field& field,
                      const std::vector<protocol::FieldError>& errors) {
  const std::string code = codeOf(errors, field.name);
  std::string describedBy = field.describedBy;
  std::string html = "<label for=\"" + field.name + "\">" + (code.empty() ? "" : "！ ") +
                     texts.html(field.name) + " <small>" + texts.html("required") +
                     "</small></label>";
  if (!code.empty()) {
    html += "<p class=\"error\" id=\"" + field.name + "-error\">" + code + ": " +
            texts.html("error." + code) + "</p>";
    describedBy = field.name + "-error " + describedBy;
  }
  html += "<input id=\"" + field.name + "\" name=\"" + field.name + "\" type=\"" + field.type +
          "\" autocomplete=\"" + field.complete +
          "\" autocapitalize=\"none\" spellcheck=\"false\" required value=\"" +
          escapedForHtml(field.value) + '"';
  html += code.empty() ? "" : " aria-invalid=\"true\"";
  html += describedBy.empty() ? "" : " aria-describedby=\"" + describedBy + '"';
  return html + ">";
}

/// What is wrong, with links that lead to the fields.
std::string summary(const PageTexts& texts, const std::vector<protocol::FieldError>& errors) {
  if (errors.empty()) {
    return {};
  }
  std::string html =
      "<div class=\"box bad\" role=\"alert\"><h2>" + texts.html("error.title") + "</h2><ul>";
  for (const protocol::FieldError& error : errors) {
    html += "<li><a href=\"#" + error.field + "\">" + texts.html(error.field) +
            "</a>: " + texts.html("error." + error.code) + "</li>";
  }
  return html + "</ul></div>";
}

/// Each rule; once something was typed, with whether it is met, which no color alone says.
std::string rules(const PageTexts& texts, const PasswordForm& form) {
  struct Rule {
    std::string_view id;
    bool isMet;
  };
  const Rule all[] = {{"rule.length", form.tried.length},  {"rule.letter", form.tried.letter},
                      {"rule.digit", form.tried.digit},    {"rule.symbol", form.tried.symbol},
                      {"rule.only", form.tried.onlyThose}, {"rule.uncommon", form.tried.uncommon}};
  const bool wasTried = codeOf(form.errors, "password") == "WZBAM018E";
  std::string html =
      "<div class=\"box rules\" id=\"rules\"><h2>" + texts.html("rules.title") + "</h2><ul>";
  for (const Rule& rule : all) {
    html += "<li>" + texts.html(rule.id);
    if (rule.id == "rule.symbol") {
      html += " <bdi>";
      for (const char symbol : protocol::kPasswordSymbols) {
        html += escapedForHtml(std::string(1, symbol)) + ' ';
      }
      html += "</bdi>";
    }
    if (wasTried) {
      html += rule.isMet ? " <span class=\"met\">✓ " + texts.html("rule.met") + "</span>"
                         : " <span class=\"unmet\">✗ " + texts.html("rule.unmet") + "</span>";
    }
    html += "</li>";
  }
  return html + "</ul>" + paragraph(texts.html("rule.case")) + "</div>";
}

/// With a button that sends a new link in the place of this one.
Answer renewablePage(const PageTexts& texts, PageContent content, const std::string& token,
                     int status) {
  content.body += formTag(texts, password_paths::kRenew) + hiddenHtml("token", token) +
                  buttonHtml(texts, "renew") + "</form>" + helpHtml(texts);
  return page(texts, content, status);
}

std::string pathOf(const std::string& token) { return path(password_paths::kSet) + "/" + token; }

}  // namespace

Answer passwordFormPage(std::string_view language, const PasswordForm& form) {
  const PageTexts texts = textsIn(language);
  const std::string kind(purposeName(form.purpose));
  PageContent content = telling(texts, pathOf(form.token), kind + ".title", {kind + ".intro"});
  if (!form.errors.empty()) {
    content.title = texts.plain("error.title") + ": " + content.title;
    content.body += summary(texts, form.errors) + paragraph(texts.html("error.retype"));
  }
  content.body +=
      rules(texts, form) + formTag(texts, password_paths::kSet) + hiddenHtml("token", form.token) +
      hiddenHtml("attempt", form.attempt) +
      fieldHtml(texts,
                {.name = "password",
                 .type = "password",
                 .complete = "new-password",
                 .describedBy = "rules"},
                form.errors) +
      fieldHtml(texts,
                {.name = "passwordConfirmation", .type = "password", .complete = "new-password"},
                form.errors) +
      buttonHtml(texts, "set") + "</form>" +
      paragraph("<a href=\"" + std::string(protocol::kOpenPasswordInClient) +
                escapedForHtml(form.token) + "\">" + texts.html("client") + "</a>") +
      helpHtml(texts);
  return page(texts, content, form.errors.empty() ? kOk : kUnprocessable);
}

Answer passwordDonePage(std::string_view language, LinkPurpose purpose) {
  const PageTexts texts = textsIn(language);
  const std::string kind(purposeName(purpose));
  return page(texts, telling(texts, path(password_paths::kDone) + "?for=" + kind, "done.title",
                             {"done." + kind, "done.year", "done.close"}));
}

Answer expiredLinkPage(std::string_view language, const std::string& token) {
  const PageTexts texts = textsIn(language);
  return renewablePage(
      texts, telling(texts, pathOf(token), "expired.title", {"expired.text", "expired.renew"}),
      token, kGone);
}

Answer usedLinkPage(std::string_view language, const std::string& token) {
  const PageTexts texts = textsIn(language);
  return renewablePage(texts,
                       telling(texts, pathOf(token), "used.title", {"used.text", "used.other"}),
                       token, kConflict);
}

Answer unknownLinkPage(std::string_view language) {
  const PageTexts texts = textsIn(language);
  PageContent content =
      telling(texts, password_paths::kSet, "unknown.title",
              {"unknown.whole", "unknown.newest", "unknown.again", "unknown.register"});
  content.body +=
      paragraph("<a href=\"" + escapedForHtml(inLanguage(password_paths::kForgotten, language)) +
                "\">" + texts.html("unknown.go") + "</a>") +
      helpHtml(texts);
  return page(texts, content, kNotFound);
}

Answer linkRenewedPage(std::string_view language) {
  const PageTexts texts = textsIn(language);
  return page(texts, telling(texts, password_paths::kRenewed, "renewed.title", {"renewed.text"}));
}

Answer forgottenPasswordPage(std::string_view language, const ForgottenForm& form) {
  const PageTexts texts = textsIn(language);
  PageContent content =
      telling(texts, password_paths::kForgotten, "request.title", {"request.intro"});
  content.body += summary(texts, form.errors) + formTag(texts, password_paths::kForgotten) +
                  fieldHtml(texts,
                            {.name = "authenticationId",
                             .type = "text",
                             .complete = "username",
                             .value = form.authenticationId,
                             .describedBy = "authenticationId-hint"},
                            form.errors) +
                  "<p id=\"authenticationId-hint\">" + texts.html("authenticationId.hint") +
                  "</p>" +
                  fieldHtml(texts,
                            {.name = "email",
                             .type = "email",
                             .complete = "email",
                             .value = form.email,
                             .describedBy = "email-hint"},
                            form.errors) +
                  "<p id=\"email-hint\">" + texts.html("email.hint") + "</p>" +
                  buttonHtml(texts, "send") + "</form>" + helpHtml(texts);
  return page(texts, content, form.errors.empty() ? kOk : kUnprocessable);
}

Answer passwordLinkSentPage(std::string_view language) {
  const PageTexts texts = textsIn(language);
  PageContent content =
      telling(texts, password_paths::kSent, "sent.title", {"sent.text", "sent.missing"});
  content.body += helpHtml(texts);
  return page(texts, content);
}

Answer refusalPage(std::string_view language, std::string_view here,
                   const protocol::Refusal& refusal) {
  return refusal.reason == protocol::Reason::linkUnknown
             ? unknownLinkPage(language)
             : refusedPage(textsIn(language), here, refusal);
}

}  // namespace madoguchi::backend
