#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace madoguchi::forms {

/// What a form is shown with, where its words stand beside it and not in the translations: by the
/// same ids ("field.reason.label") and by language tag; markup.
struct FormWords {
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> texts = {};
};

/// Throws std::runtime_error that names the place in the text.
FormWords formWordsFrom(std::string_view json);

/// Those of a variant ("field.reason.label.change") where it has its own; empty where there are
/// none.
std::string_view wordsOf(const FormWords& words, std::string_view id, std::string_view language,
                         std::string_view variant = {});

}  // namespace madoguchi::forms
