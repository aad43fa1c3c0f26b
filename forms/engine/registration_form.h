#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/rules/cause.h"
#include "protocol/field_error.h"

// The registration form: its fields, rules and message codes. The same code decides on the client
// and on the backend. Source of the rules: the Agency's registration manuals of March 2022 and the
// operation manual of 2023-03-17 with its table of messages (WZBAM...).

namespace madoguchi::forms {

/// By which door of the top page the person came in.
enum class Entrance {
  cardHolder,           ///< 外国人本人・その他, with a My Number Card
  attorneyOrScrivener,  ///< 弁護士・行政書士
  coeByEmail,           ///< (窓口申請) 在留資格認定証明書電子交付希望者
};
std::string_view toString(Entrance entrance);                ///< "cardHolder", ...
bool fromString(std::string_view text, Entrance& entrance);  ///< false where it is none

/// Values of a form by field id, UTF-8. A field that is not there counts as empty.
///
/// | id | value |
/// |---|---|
/// | name | half-width capitals, single spaces, at most 104 |
/// | sex | "male" or "female" |
/// | dateOfBirth | "YYYY-MM-DD"; "YYYY-MM", "YYYY" or "unknown" where the card knows no more |
/// | municipalityCode | six digits with check digit |
/// | addressRest | full-width, at most 80 |
/// | phone | digits, at most 12 |
/// | email, emailConfirmation | half-width, at most 60 |
/// | userClass | "foreignNational", "legalRepresentative", "family", "attorneyOrScrivener",
/// "coeByEmail" | | residenceCardNumber | AB12345678CD | | agentCertificateNumber | 12 digits | |
/// termsAccepted | "true" |
using FormValues = std::map<std::string, std::string, std::less<>>;

enum class FieldType { text, sex, date, municipality, choice, consent };

/// What is said about a field, in codes of the Agency's table. Empty where a fault cannot occur.
struct FieldCodes {
  std::string missing;
  std::string wrong;      ///< form, length, or a choice that is not offered
  std::string external;   ///< 外字: characters outside the Japanese standards
  std::string unreal;     ///< no such date, or one that has not come yet
  std::string different;  ///< from the field that it repeats
};

/// One row of the form definition (resources/forms/registration.json).
struct FieldDefinition {
  std::string id;
  FieldType type = FieldType::text;
  int maxLength = 0;  ///< in characters (code points) after repair; 0 = no limit
  std::string example;
  std::vector<std::string> choices;                            ///< values of sex and choice fields
  std::string rule;                                            ///< name of its rule (field_rules.h)
  std::map<std::string, std::string, std::less<>> parameters;  ///< of the rule
  std::vector<std::string> classes;                            ///< that are asked this; empty = all
  std::string sameAs;     ///< id of the field that it repeats; empty for none
  bool submitted = true;  ///< part of what is signed and stored
  FieldCodes codes;
};

using protocol::FieldError;

/// Why a field is refused, for telling the person. `code` of FieldError is what the Agency says.
struct Explanation {
  Cause cause = Cause::good;
  int characters = 0;      ///< how many the value has
  char32_t character = 0;  ///< the one that cannot be seen, where there is one
};

struct FormContext {
  Entrance entrance = Entrance::cardHolder;
  std::chrono::year_month_day today;  ///< in Japan
  /// The values are those that were signed (submittedValues): fields that are not submitted are not
  /// asked.
  bool submitted = false;
};

/// A value that is longer than this is refused without looking into it. The longest lawful one, 104
/// letters each typed as a full-width letter with a combining mark, has 520 bytes.
inline constexpr std::size_t kMaxValueBytes = 1024;

class FormDefinition {
 public:
  /// The registration form, read once from the embedded definition file.
  static const FormDefinition& registration();
  /// Throws std::runtime_error, with the place in its text, where the definition does not hold
  /// together.
  static FormDefinition fromJson(std::string_view json);

  [[nodiscard]] const std::vector<FieldDefinition>& fields() const { return m_fields; }
  [[nodiscard]] const FieldDefinition* field(std::string_view id) const;
  /// The fields that a person of this entrance and class sees, in order.
  [[nodiscard]] std::vector<const FieldDefinition*> visibleFields(Entrance entrance,
                                                                  std::string_view userClass) const;
  /// The classes that an entrance may register, in order. Where there is only one, an empty
  /// userClass means it.
  [[nodiscard]] std::vector<std::string> classes(Entrance entrance) const;

  /// Harmless differences mended (width, case, hyphens, spaces); what cannot be mended stays as
  /// typed.
  [[nodiscard]] std::string repair(std::string_view fieldId, std::string_view value) const;
  /// repair() on every known field; unknown fields are left out.
  [[nodiscard]] FormValues repaired(const FormValues& values) const;
  /// All errors at once, at most one a field, in field order, of values that have been repaired;
  /// empty when all is well. Fields that this entrance and class do not see are ignored.
  [[nodiscard]] std::vector<FieldError> validate(const FormValues& values,
                                                 const FormContext& context) const;
  /// What is wrong with one value by itself; good where nothing is. Of a field that repeats another
  /// one its own form is judged.
  [[nodiscard]] Explanation explain(std::string_view fieldId, std::string_view value,
                                    const FormContext& context) const;
  /// The code above the form when there are errors: WZBAM001E when only required items are missing,
  /// WZBAM018E otherwise.
  [[nodiscard]] static std::string summaryCode(const std::vector<FieldError>& errors);

 private:
  std::vector<FieldDefinition> m_fields;
  std::map<Entrance, std::vector<std::string>> m_classes;
};

/// What is signed and stored of a form: the visible fields without emailConfirmation and
/// termsAccepted, empty ones left out, the class filled in where the entrance has only one.
FormValues submittedValues(const FormValues& values, Entrance entrance);

/// The form as canonical JSON (RFC 8785 shape: keys sorted, no spaces, UTF-8): what is signed and
/// what the backend stores. Holds submittedValues().
std::string canonicalJson(const FormValues& values, Entrance entrance);
/// A form as it was signed; std::nullopt for what is no flat object of texts.
std::optional<FormValues> formValuesFromJson(std::string_view json);

}  // namespace madoguchi::forms
