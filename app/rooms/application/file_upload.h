#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <cstdint>
#include <limits>

#include "app/core/failure_code.h"
#include "app/core/pending.h"
#include "app/rooms/application/stored_file.h"
#include "app/rooms/application/transfer_rate.h"
#include "forms/engine/attachment.h"
#include "forms/engine/definition.h"

namespace madoguchi::app {

class Server;
struct HttpAnswer;

/// What can be wrong with a file, as far as one can tell a person; the service says the same by
/// protocol::Reason.
enum class FileFault : std::uint8_t {
  none,
  unreadable,  ///< on this computer
  noContent,   ///< no byte
  damaged,
  infected,  ///< with a virus
  encrypted,
  locked,  ///< against printing or copying
  withScript,
  empty,  ///< it has no pages
  type,
  tooLarge,
  tooMany,  ///< or too large together
  alreadyThere,
};

/// A file that has arrived and is good.
struct UploadedFile {
  forms::FieldPath path;
  QString value;  ///< of the field of that path
  StoredFile stored;
};

/// A file on its way to a draft or an application, in pieces: what has arrived does so once,
/// whatever becomes of the connection.
class FileUpload : public QObject {
  Q_OBJECT
 public:
  enum class State : std::uint8_t {
    none,
    checking,  ///< on this computer
    picture,   ///< of which the person makes the file first, see pictureChosen()
    sending,
    failed,
    refused,
    calledOff,
  };

  /// `server` outlives it.
  explicit FileUpload(Server& server, QObject* parent = nullptr);

  /// In the place of one under way, of which nothing stays. `owner` is the path of what gets the
  /// file (stored_file.h), `path` the field where it belongs, and of that type.
  void begin(const std::string& owner, const forms::Field& field, const forms::FieldPath& path,
             const QString& file);
  /// The same with what was chosen, and may be a picture.
  void choose(const std::string& owner, const forms::Field& field, const forms::FieldPath& path,
              const QString& file);
  /// The same with a file that this program has made.
  void beginMade(const std::string& owner, const forms::Field& field, const forms::FieldPath& path,
                 const QString& name, const QByteArray& content);
  /// Files of these digests are there already, and are not taken once more.
  void setThere(std::vector<std::string> digests) { m_there = std::move(digests); }
  /// So many bytes may still come, whatever a field takes.
  void setRoom(std::uint64_t bytes) { m_room = bytes; }
  /// From where it broke off.
  void again();
  void callOff();
  void forget();
  /// Nothing is sent until resume(), which goes on with what was under way.
  void rest();
  void resume();
  /// What gets the file is there no more, and this is in its place: nothing of it has arrived.
  void moveTo(const std::string& owner);

  [[nodiscard]] State state() const { return m_state; }
  [[nodiscard]] bool isUnderWay() const {
    return m_state == State::checking || m_state == State::sending;
  }
  [[nodiscard]] const forms::FieldPath& path() const { return m_path; }
  [[nodiscard]] const QString& name() const { return m_name; }
  [[nodiscard]] std::uint64_t bytes() const { return static_cast<std::uint64_t>(m_content.size()); }
  [[nodiscard]] std::uint64_t arrived() const { return m_stored.received; }
  [[nodiscard]] const TransferRate& rate() const { return m_rate; }
  [[nodiscard]] FileFault fault() const { return m_fault; }        ///< of refused
  [[nodiscard]] FailureCode failure() const { return m_failure; }  ///< of failed

 signals:
  void changed();
  /// Where nobody can take it now it stays, and comes `again` when the person wants to go on.
  void pictureChosen(const QString& file, bool again);
  void arrivedWhole(const madoguchi::app::UploadedFile& file);

 private:
  void setState(State state);
  void refuse(FileFault fault);
  void beginAt(const std::string& owner, const forms::Field& field, const forms::FieldPath& path,
               const QString& file);
  /// True where a file of this size is taken; refused otherwise.
  bool hasRoom();
  void look();
  void offerPicture(bool again);
  void readContent();
  void takeContent();
  void check();
  /// What has begun to arrive in its place goes before.
  void announceInPlace();
  void announceFile();
  void askHowFar();
  void sendPiece();
  /// True where it was the answer that was hoped for; m_stored is of it.
  bool take(long hopedFor, const HttpAnswer& answer);

  Server& m_server;
  State m_state = State::none;
  FileFault m_fault = FileFault::none;
  FailureCode m_failure = FailureCode::none;
  std::string m_owner;
  std::vector<std::string> m_there;
  forms::Field m_field;
  forms::FieldPath m_path;
  QString m_name;
  QString m_file;               ///< that is still to be read
  bool m_mayBePicture = false;  ///< it is
  QByteArray m_content;
  std::uint64_t m_room = std::numeric_limits<std::uint64_t>::max();
  bool m_isChecked = false;
  bool m_rests = false;  ///< and was under way
  TransferRate m_rate;
  forms::Attachment m_attachment;
  StoredFile m_abandoned;  ///< another one was chosen before it had arrived
  StoredFile m_stored;     ///< as the service has it; without an id until it was announced
  Pending m_asking;
};

}  // namespace madoguchi::app
