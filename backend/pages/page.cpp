#include "backend/pages/page.h"

#include <algorithm>

#include "backend/core/encoding.h"
#include "backend/core/ruby_markup.h"
#include "backend/http/target.h"
#include "protocol/ascii.h"
#include "protocol/languages.h"

namespace madoguchi::backend {
namespace {

/// Stands in the page itself: one request shows it, and the policy names its digest. Lines with
/// ruby are as high as lines without, and ruby is never smaller than 10 pixels. Japanese breaks
/// between phrases: where it is easy, they have blanks between them; else where the browser can
/// tell.
constexpr std::string_view kStyle = R"(
:root{color-scheme:light dark;--ink:#1a1a1a;--ground:#fff;--mild:#f2f4f7;--line:#767676;--act:#00539f;--bad:#b3001b;--good:#0b6b2e}
@media(prefers-color-scheme:dark){:root{--ink:#f2f2f2;--ground:#16181c;--mild:#23272e;--line:#9a9a9a;--act:#8ab8f0;--bad:#ff8a94;--good:#7ed09a}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.7 "Noto Sans JP","Noto Sans CJK JP","Hiragino Sans",Meiryo,sans-serif;overflow-wrap:anywhere;line-break:strict}
body.ruby{line-height:2.3}
html:lang(ja) body{word-break:auto-phrase}
html:lang(ja) body.ruby{word-break:keep-all}
rt{font-size:max(.55em,10px)}
header,main{max-width:40rem;margin:0 auto;padding:1rem}
header{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;justify-content:space-between;border-bottom:1px solid var(--line)}
header p,nav ul{margin:0}
nav ul{display:flex;flex-wrap:wrap;gap:1rem;padding:0;list-style:none}
a{color:var(--act)}
h1{font-size:1.5rem;margin:1rem 0}
h2{font-size:1.125rem;margin:0}
.box{border:2px solid var(--line);border-radius:.5rem;padding:.75rem 1rem;margin:1rem 0}
.bad{border-color:var(--bad)}
.error{color:var(--bad);font-weight:600}
.rules{background:var(--mild);border:0}
.rules ul{margin:0;padding-left:1.25rem}
.met,.unmet{white-space:nowrap}
.met{color:var(--good)}
.unmet{color:var(--bad);font-weight:600}
label{display:block;font-weight:600;margin-top:1rem}
input{width:100%;min-height:3rem;font:inherit;padding:.5rem .75rem;color:inherit;background:var(--ground);border:2px solid var(--line);border-radius:.25rem}
input+p{margin-top:.25rem}
input[aria-invalid]{border-color:var(--bad)}
button{font:inherit;font-weight:600;min-height:3rem;padding:.5rem 2rem;margin:1.5rem 0;color:var(--ground);background:var(--act);border:2px solid transparent;border-radius:.25rem}
:focus-visible{outline:3px solid #e6a700;outline-offset:2px}
)";

const std::string& policy() {
  static const std::string text = [] {
    const auto digest = sha256(asBytes(kStyle));
    const std::string_view bytes(reinterpret_cast<const char*>(digest.data()), digest.size());
    return "default-src 'none'; style-src 'sha256-" + base64(bytes) +
           "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  }();
  return text;
}

std::string languageLinks(const PageTexts& texts, const std::string& here) {
  if (here.empty()) {
    return {};
  }
  std::string html = "<nav aria-label=\"" + escapedForHtml(texts.plain("languages")) + "\"><ul>";
  for (const protocol::Language& language : protocol::languages()) {
    html += "<li lang=\"" + language.bcp47 + "\">";
    const std::string name = rubyInHtml(language.name);
    html +=
        language.tag == texts.language()
            ? "<strong aria-current=\"true\">" + name + "</strong>"
            : "<a href=\"" + escapedForHtml(inLanguage(here, language.tag)) + "\">" + name + "</a>";
    html += "</li>";
  }
  return html + "</ul></nav>";
}

}  // namespace

Answer page(const PageTexts& texts, const PageContent& content, int status) {
  const protocol::Language& language = *protocol::findLanguage(texts.language());
  const std::string html =
      "<!DOCTYPE html>\n<html lang=\"" + language.bcp47 +
      "\"><head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
      "<meta name=\"robots\" content=\"noindex\"><title>" +
      escapedForHtml(content.title) + " - " + escapedForHtml(texts.plain("system")) +
      "</title><style>" + std::string(kStyle) + "</style></head>\n<body" +
      (language.ruby ? " class=\"ruby\"" : "") + "><header><p>" + texts.html("system") + "</p>" +
      languageLinks(texts, content.here) + "</header>\n<main>" + content.body +
      "</main></body></html>\n";
  return {.status = status,
          .body = html,
          .contentType = "text/html; charset=utf-8",
          .headers = {{"Content-Security-Policy", policy()},
                      // Unlike no-referrer, it lets the browser name itself as a form's origin;
                      // nobody else is told the address either.
                      {"Referrer-Policy", "same-origin"},
                      {"Content-Language", language.bcp47}}};
}

Answer seeOther(std::string_view path, std::string_view language) {
  constexpr int kSeeOther = 303;
  return {.status = kSeeOther,
          .contentType = "text/plain; charset=utf-8",
          .headers = {{"Location", inLanguage(path, language)}}};
}

std::string inLanguage(std::string_view path, std::string_view language) {
  const std::size_t mark = std::min(path.find('?'), path.size());
  std::string address = std::string(path.substr(0, mark)) + '?';
  path.remove_prefix(std::min(mark + 1, path.size()));
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('&'));
    path.remove_prefix(std::min(part.size() + 1, path.size()));
    const auto named = readForm(part);
    if (named && !named->contains("language")) {  // a query that names something twice is refused
      address.append(part).append("&");
    }
  }
  return address.append("language=").append(language);
}

std::string pageLanguage(const Names& query, std::string_view wanted, const Names& headers) {
  const std::string asked = valueOf(query, "language");
  for (const std::string_view tag : {std::string_view(asked), wanted}) {
    if (protocol::findLanguage(tag) != nullptr) {
      return std::string(tag);
    }
  }
  const std::string accepted = protocol::lowerCase(valueOf(headers, "accept-language"));
  const std::string_view first =
      std::string_view(accepted).substr(0, accepted.find_first_of("-,;"));
  const auto& all = protocol::languages();
  if (first.empty()) {
    return all.front().tag;
  }
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const protocol::Language& one) { return one.bcp47 == first; });
  // Who reads none of these languages has a better chance with the one of most of the world.
  return found != all.end() ? found->tag : "en";
}

bool isOwnForm(const Names& headers, std::string_view origin) {
  const auto from = headers.find("origin");
  const auto site = headers.find("sec-fetch-site");
  return (from == headers.end() || from->second == origin) &&
         (site == headers.end() || site->second == "same-origin");
}

}  // namespace madoguchi::backend
