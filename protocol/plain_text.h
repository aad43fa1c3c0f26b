#pragma once

#include <cstddef>
#include <string_view>

// Texts of one person that another one is shown, on a page, on paper or in a terminal.

namespace madoguchi::protocol {

/// Whether there is a control character that ends no line: those of C0, DEL, and those of C1, which
/// terminals obey too.
bool hasControls(std::string_view text);

/// Whether it is UTF-8 that looks like what it is: without such characters, without what turns the
/// direction of writing (Unicode's Bidi_Control), and without ends of lines and paragraphs that few
/// know.
bool isPlainText(std::string_view text);

/// Of the name of a file that is handed in, in bytes, as file systems have it.
inline constexpr std::size_t kLongestFileName = 255;
/// Whether a file can be shown under this name to its owner and to the office: one line of such
/// text, not empty. It says nothing of folders.
bool isFileName(std::string_view name);

}  // namespace madoguchi::protocol
