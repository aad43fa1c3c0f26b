#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

// How texts say the way kanji are read: {在留|ざい.りゅう}, a dot between the readings of single
// kanji.
// ${name} stands for a value, and is no ruby.

namespace madoguchi::backend {

struct Ruby {
  std::string_view base;
  std::string_view reading;  ///< with its dots
};
/// The text in pieces, each plain or ruby.
std::vector<std::variant<std::string_view, Ruby>> rubyPieces(std::string_view markup);

/// For readers of plain text: 在留（ざいりゅう）.
std::string rubyInBrackets(std::string_view markup);

/// What a window's title shows: 在留.
std::string withoutRuby(std::string_view markup);

/// For browsers: <ruby>在<rp>（</rp><rt>ざい</rt>…</ruby>, a reading over each kanji where there is
/// one for each, and what means something in HTML escaped.
std::string rubyInHtml(std::string_view markup);

/// Text that stands in HTML between tags, or in quotes in one.
std::string escapedForHtml(std::string_view text);

}  // namespace madoguchi::backend
