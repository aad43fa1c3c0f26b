#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::forms {

/// One entry of a list. `texts` are by language tag, the same languages in all entries of a list.
struct Code {
  std::string code;  ///< 1 to 32 letters, digits, ".", "-" and "_"
  std::map<std::string, std::string, std::less<>> texts;
  /// Offered only where the field that the list depends on has one of these values; empty for
  /// always.
  std::vector<std::string> offeredFor;
};

/// A list of codes, from a file of its own: resources/forms/form.schema.json shows its shape.
struct CodeList {
  std::string id;
  std::string source;     ///< where the codes come from
  std::string checkedAt;  ///< YYYY-MM-DD, when somebody last compared them
  std::vector<Code> entries;
  std::vector<std::string> codes;                            ///< of the entries, in order
  std::map<std::string, std::size_t, std::less<>> position;  ///< of a code in both
};

/// By id. A definition shares the lists that it names, so they outlive whoever read them.
using CodeLists = std::map<std::string, std::shared_ptr<const CodeList>, std::less<>>;

/// Throws std::runtime_error that names the place in the text.
CodeList codeListFrom(std::string_view json);

bool isOffered(const CodeList& list, std::string_view code, std::string_view parent);

// The value of a field that takes several codes: "a,b", each once, in the order of the list.
std::vector<std::string_view> splitCodes(std::string_view value);
bool hasCode(std::string_view value, std::string_view code);

}  // namespace madoguchi::forms
