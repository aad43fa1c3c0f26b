#include "backend/core/ruby_markup.h"

#include <algorithm>

namespace madoguchi::backend {
namespace {

bool beginsCharacter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// Characters of UTF-8.
std::vector<std::string_view> charactersOf(std::string_view text) {
  std::vector<std::string_view> characters;
  while (!text.empty()) {
    const auto next = std::find_if(text.begin() + 1, text.end(), beginsCharacter);
    const auto length = static_cast<std::size_t>(next - text.begin());
    characters.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return characters;
}

std::vector<std::string_view> readingsOf(std::string_view text) {
  std::vector<std::string_view> readings;
  for (std::size_t dot = 0; dot != std::string_view::npos;) {
    dot = text.find('.');
    readings.push_back(text.substr(0, dot));
    text.remove_prefix(dot == std::string_view::npos ? text.size() : dot + 1);
  }
  return readings;
}

std::string withoutDots(std::string_view reading) {
  std::string plain(reading);
  std::erase(plain, '.');
  return plain;
}

std::string annotated(std::string_view base, const std::string& reading) {
  return escapedForHtml(base) + "<rp>（</rp><rt>" + escapedForHtml(reading) + "</rt><rp>）</rp>";
}

std::string inHtml(const Ruby& ruby) {
  const auto characters = charactersOf(ruby.base);
  const auto readings = readingsOf(ruby.reading);
  std::string html = "<ruby>";
  if (characters.size() != readings.size()) {
    html += annotated(ruby.base, withoutDots(ruby.reading));
  } else {
    for (std::size_t i = 0; i < characters.size(); ++i) {
      html += annotated(characters[i], std::string(readings[i]));
    }
  }
  return html + "</ruby>";
}

template <typename OfPlain, typename OfRuby>
std::string converted(std::string_view markup, OfPlain ofPlain, OfRuby ofRuby) {
  std::string text;
  for (const auto& piece : rubyPieces(markup)) {
    const auto* ruby = std::get_if<Ruby>(&piece);
    text += ruby != nullptr ? ofRuby(*ruby) : ofPlain(std::get<std::string_view>(piece));
  }
  return text;
}

}  // namespace

std::vector<std::variant<std::string_view, Ruby>> rubyPieces(std::string_view markup) {
  std::vector<std::variant<std::string_view, Ruby>> pieces;
  while (true) {
    const std::size_t open = markup.find('{');
    const std::size_t bar = markup.find('|', open == std::string_view::npos ? 0 : open);
    const std::size_t close = markup.find('}', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) {
      pieces.emplace_back(markup);
      return pieces;
    }
    if (bar == std::string_view::npos || bar > close) {  // ${name}
      pieces.emplace_back(markup.substr(0, close + 1));
    } else {
      pieces.emplace_back(markup.substr(0, open));
      pieces.emplace_back(
          Ruby{markup.substr(open + 1, bar - open - 1), markup.substr(bar + 1, close - bar - 1)});
    }
    markup.remove_prefix(close + 1);
  }
}

std::string rubyInBrackets(std::string_view markup) {
  return converted(
      markup, [](std::string_view plain) { return std::string(plain); },
      [](const Ruby& ruby) {
        return std::string(ruby.base) + "（" + withoutDots(ruby.reading) + "）";
      });
}

std::string withoutRuby(std::string_view markup) {
  return converted(
      markup, [](std::string_view plain) { return std::string(plain); },
      [](const Ruby& ruby) { return std::string(ruby.base); });
}

std::string rubyInHtml(std::string_view markup) {
  return converted(markup, escapedForHtml, inHtml);
}

std::string escapedForHtml(std::string_view text) {
  std::string html;
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

}  // namespace madoguchi::backend
