#pragma once

#include <QObject>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "app/form/draft_keeper.h"
#include "app/form/form_model.h"
#include "app/rooms/application/documents/page_list.h"
#include "app/rooms/application/documents/photo_work.h"
#include "app/rooms/application/draft_files.h"
#include "app/rooms/application/drafts_api.h"
#include "app/rooms/application/file_upload.h"

namespace madoguchi::app {

/// The day in Japan, by this computer's clock; the service has its own.
std::chrono::year_month_day todayInJapan();

/// A draft that somebody works on: its form, kept on the service while they type, with its files.
/// Where it was changed from elsewhere, neither what was typed here nor what was typed there is
/// lost: one goes on, the other becomes a draft of its own.
class DraftWork : public QObject {
  Q_OBJECT
 public:
  enum class Conflict : std::uint8_t {
    none,
    changed,  ///< other() is what was kept from elsewhere; without an id where it did not come
    filed,    ///< from elsewhere
  };

  /// `server` outlives it. `userClass` is that of the account.
  DraftWork(Server& server, Draft draft, const std::string& userClass, QObject* parent = nullptr);

  [[nodiscard]] FormModel& form() { return m_form; }
  [[nodiscard]] DraftKeeper& keeper() { return m_keeper; }
  /// What takes files of this field to the service. Each field has its own, so that a file that is
  /// on its way goes on whatever is chosen for another field.
  [[nodiscard]] FileUpload& uploadOf(const forms::FieldPath& path);
  /// Those of which there is something to say.
  [[nodiscard]] std::vector<FileUpload*> uploads() const;
  [[nodiscard]] bool isUploading() const;
  /// Of a file that has not arrived and was to replace another one, which would be filed; null
  /// where there is none.
  [[nodiscard]] FileUpload* notReplaced() const;
  /// So many bytes may a file of this field have, by what the others have or send.
  [[nodiscard]] std::uint64_t roomFor(const forms::FieldPath& path) const;
  /// Pictures that become the file of a field; those of another field are let go.
  [[nodiscard]] PageList& picturesOf(const forms::FieldPath& path);
  /// From which the photo is cut.
  [[nodiscard]] PhotoWork& photo() { return m_photo; }
  [[nodiscard]] const Draft& draft() const { return m_draft; }
  /// Something of it is still to be done, without the person.
  [[nodiscard]] bool isAtWork() const { return holdsUnsent() || m_files.isRemoving(); }
  /// Something is typed, or a file chosen, that the service does not have yet.
  [[nodiscard]] bool holdsUnsent() const {
    return m_conflict != Conflict::filed && (m_keeper.holdsUnkept() || isUploading());
  }
  /// Whoever opened it anew would lose something of it, or not see what is to be decided.
  [[nodiscard]] bool isToBeKept() const { return holdsUnsent() || notReplaced() != nullptr; }
  [[nodiscard]] const std::string& userClass() const { return m_userClass; }
  [[nodiscard]] forms::Facts facts() const;
  /// When it was kept last.
  [[nodiscard]] std::chrono::sys_seconds keptAt() const;

  [[nodiscard]] Conflict conflict() const { return m_conflict; }
  [[nodiscard]] const Draft& other() const { return m_other; }
  /// Why a decision was not carried out.
  [[nodiscard]] FailureCode failure() const { return m_failure; }
  /// Goes on with what was typed here, or there, once other() has come.
  void decide(bool forMine);
  /// What was kept from elsewhere, where it did not come.
  void askForOther();

  /// Nothing is sent meanwhile.
  void rest();
  void resume();
  /// Wipes what was typed and what is on its way: only pages look at it still.
  void wipe();

 signals:
  /// Of the conflict, and of what is being done about it.
  void conflictChanged();

 private:
  [[nodiscard]] DraftKeeper::Save saving();
  void onConflicted();
  void tidyFiles();
  void beginAnew();
  Pending keepAnew(const DraftKeeper::Kept& what, std::function<void(DraftKeeper::Outcome)> answer);
  DraftKeeper::Outcome takeAnew(const DraftAnswer& made, const std::string& sent);
  void takeFile(const UploadedFile& file);
  /// What the form names and the draft does not have is taken out, which is said where it was.
  void askForLostFiles(const std::vector<StoredFile>& there);
  void onDecided(bool forMine, const DraftAnswer& answer);
  void setConflict(Conflict conflict);
  void endConflict();

  Server& m_server;
  Draft m_draft;
  const std::string m_userClass;
  FormModel m_form;
  DraftKeeper m_keeper;
  std::map<forms::FieldPath, std::unique_ptr<FileUpload>> m_uploads;
  DraftFiles m_files;
  forms::FieldPath m_picturesOf;
  std::unique_ptr<PageList> m_pictures;
  PhotoWork m_photo;
  std::string m_anewKey;  ///< of the draft in the place of one that is gone; empty where none is
  Conflict m_conflict = Conflict::none;
  Draft m_other;
  std::optional<bool> m_choice;  ///< that the key is for
  std::string m_decisionKey;
  FailureCode m_failure = FailureCode::none;
  Pending m_asking;
  Pending m_deciding;
};

}  // namespace madoguchi::app
