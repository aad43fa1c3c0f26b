#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/form/form_model.h"
#include "app/rooms/application/drafts_api.h"
#include "forms/procedures/filing_window.h"
#include "forms/procedures/may_file.h"

namespace madoguchi::app {

/// Whether what was chosen can be filed, and what one should know before the first field.
struct Prospect {
  enum class Verdict : std::uint8_t {
    yes,
    otherAccount,    ///< this account is not for whom it is
    otherProcedure,  ///< is not filed here
    partMissing,     ///< the form for this status cannot be filled in here yet
    notAllowed,      ///< this class may not file it for this person
    notNow,          ///< see window
  };
  Verdict verdict = Verdict::yes;
  const forms::Texts* note = nullptr;  ///< the rule in words
  std::string part = {};               ///< of the form, that is missing: its letter, for the note
  const forms::Texts* instead = nullptr;  ///< what to do instead
  std::optional<forms::FilingWindow> window = std::nullopt;
  std::vector<const forms::NeedRow*> needs = {};  ///< to be handed in with it
  bool photo = false;                             ///< too
  std::optional<int> yen = std::nullopt;          ///< the fee
  const forms::Texts* takes = nullptr;            ///< how long
};

/// What somebody answers before a draft begins.
class NewApplication : public QObject {
 public:
  /// `registered` is what the account's owner has registered.
  explicit NewApplication(forms::Values registered, QObject* parent = nullptr);

  [[nodiscard]] FormModel& form() { return m_form; }
  [[nodiscard]] const std::string& userClass() const { return m_userClass; }
  [[nodiscard]] Prospect prospect() const;
  /// To be kept: with what was answered here, what is registered, and an earlier filing of the same
  /// person.
  [[nodiscard]] Draft draft(const std::optional<forms::Answers>& filedBefore) const;
  /// Whether the application is of the account's owner.
  [[nodiscard]] bool isForSelf() const { return answer("forWhom") == "self"; }

 private:
  [[nodiscard]] const std::string& answer(std::string_view field) const;
  [[nodiscard]] std::string dateOfBirth() const;
  [[nodiscard]] forms::Answers answered() const;
  [[nodiscard]] forms::Facts applicationFacts() const;
  [[nodiscard]] bool canBeFilledIn() const;

  const forms::Values m_registered;
  const std::string m_userClass;
  FormModel m_form;
};

}  // namespace madoguchi::app
