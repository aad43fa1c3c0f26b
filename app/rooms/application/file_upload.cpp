#include "app/rooms/application/file_upload.h"

#include <QCryptographicHash>
#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <utility>

#include "app/core/background.h"
#include "app/core/whole_file.h"
#include "app/rooms/application/application_json.h"
#include "app/rooms/application/documents/file_name.h"
#include "app/rooms/application/documents/picture.h"
#include "app/server/answers.h"
#include "app/server/server.h"
#include "protocol/filecheck/judge_pdf.h"

namespace madoguchi::app {
namespace {

constexpr long kTaken = 200;
constexpr long kAnnounced = 201;
/// As long as the service takes them: each piece counts for how often it may be asked a minute, and
/// 25 MB in small ones would use that up.
constexpr std::uint64_t kPiece = std::uint64_t{1024} * 1024;
constexpr auto kJpeg = "image/jpeg";
constexpr std::chrono::seconds kMostTimeToCheck{15};

/// By its first bytes: a name says little.
std::string mediaTypeOf(const QByteArray& content) {
  if (content.startsWith("\xff\xd8\xff")) {
    return kJpeg;
  }
  return filecheck::isPdf({content.data(), static_cast<std::size_t>(content.size())})
             ? "application/pdf"
             : std::string();
}

/// As the service will judge it. Where it cannot be judged here, the service alone does.
std::optional<protocol::Reason> judgedHere(const QByteArray& pdf) {
  try {
    const auto reason = filecheck::judgePdf(filecheck::checkPdfBesideThis(),
                                            {pdf.data(), static_cast<std::size_t>(pdf.size())},
                                            std::chrono::steady_clock::now() + kMostTimeToCheck);
    return reason == protocol::Reason::unavailable ? std::nullopt : reason;
  } catch (const std::system_error&) {
    return std::nullopt;
  }
}

FileFault faultOf(protocol::Reason reason) {
  switch (reason) {
    case protocol::Reason::fileInfected:
      return FileFault::infected;
    case protocol::Reason::fileEncrypted:
      return FileFault::encrypted;
    case protocol::Reason::fileLocked:
      return FileFault::locked;
    case protocol::Reason::fileWithScript:
    case protocol::Reason::fileWithFiles:
      return FileFault::withScript;
    case protocol::Reason::fileEmpty:
      return FileFault::empty;
    case protocol::Reason::fileType:
      return FileFault::type;
    case protocol::Reason::fileTooLarge:
      return FileFault::tooLarge;
    case protocol::Reason::filesTooMany:
      return FileFault::tooMany;
    default:
      return FileFault::damaged;
  }
}

}  // namespace

FileUpload::FileUpload(Server& server, QObject* parent) : QObject(parent), m_server(server) {}

void FileUpload::setState(State state) {
  m_state = state;
  if (state != State::checking && state != State::sending) {
    m_asking.drop();
  }
  emit changed();
}

void FileUpload::refuse(FileFault fault) {
  m_fault = fault;
  m_stored = {};
  m_content.clear();
  setState(State::refused);
}

void FileUpload::beginAt(const std::string& owner, const forms::Field& field,
                         const forms::FieldPath& path, const QString& file) {
  forget();
  m_owner = owner;
  m_field = field;
  m_path = path;
  m_name = handedInName(file);
}

bool FileUpload::hasRoom() {
  const auto size = bytes();
  if (size > m_field.maxBytes || size > m_room) {
    refuse(size > m_field.maxBytes ? FileFault::tooLarge : FileFault::tooMany);
    return false;
  }
  return true;
}

void FileUpload::begin(const std::string& owner, const forms::Field& field,
                       const forms::FieldPath& path, const QString& file) {
  beginAt(owner, field, path, file);
  m_file = file;
  readContent();
}

void FileUpload::choose(const std::string& owner, const forms::Field& field,
                        const forms::FieldPath& path, const QString& file) {
  beginAt(owner, field, path, file);
  m_file = file;
  m_mayBePicture = true;
  look();
}

void FileUpload::beginMade(const std::string& owner, const forms::Field& field,
                           const forms::FieldPath& path, const QString& name,
                           const QByteArray& content) {
  beginAt(owner, field, path, name);
  m_content = content;
  takeContent();
}

void FileUpload::offerPicture(bool again) {
  const QString file = m_file;  // whoever takes it begins anew
  emit pictureChosen(file, again);
}

void FileUpload::look() {
  m_asking = inBackground([file = m_file] { return looksLikePicture(file); },
                          [this](bool isPicture) {
                            if (isPicture) {
                              setState(State::picture);
                              offerPicture(false);
                            } else {
                              m_mayBePicture = false;
                              readContent();
                            }
                          });
  setState(State::checking);
}

void FileUpload::readContent() {
  const auto most = static_cast<qint64>(m_field.maxBytes);
  m_asking = inBackground([file = m_file, most] { return readFile(file, most); },
                          [this](FileRead read) {
                            m_content = std::move(read.content);
                            if (read.isWhole) {
                              takeContent();
                            } else {
                              refuse(FileFault::unreadable);
                            }
                          });
  setState(State::checking);
}

void FileUpload::takeContent() {
  m_file.clear();
  if (m_content.isEmpty()) {
    refuse(FileFault::noContent);
    return;
  }
  if (!hasRoom()) {
    return;
  }
  m_attachment = {
      .digest =
          QCryptographicHash::hash(m_content, QCryptographicHash::Sha256).toHex().toStdString(),
      .mediaType = mediaTypeOf(m_content),
      .bytes = bytes()};
  if (std::ranges::find(m_field.mediaTypes, m_attachment.mediaType) == m_field.mediaTypes.end()) {
    refuse(FileFault::type);
  } else if (std::ranges::find(m_there, m_attachment.digest) != m_there.end()) {
    refuse(FileFault::alreadyThere);
  } else {
    check();
  }
}

void FileUpload::check() {
  if (m_attachment.mediaType == kJpeg) {
    m_isChecked = true;
    announceInPlace();
    return;
  }
  m_asking = inBackground([content = m_content] { return judgedHere(content); },
                          [this](std::optional<protocol::Reason> reason) {
                            m_isChecked = true;
                            if (reason) {
                              refuse(faultOf(*reason));
                            } else {
                              announceInPlace();
                            }
                          });
  setState(State::checking);
}

void FileUpload::announceInPlace() {
  const StoredFile abandoned = std::exchange(m_abandoned, {});
  if (abandoned.id.isEmpty() || abandoned.digest == m_attachment.digest) {
    announceFile();
    return;
  }
  m_asking = removeFile(m_server, m_owner, abandoned.id, [this](FailureCode) { announceFile(); });
  setState(State::sending);
}

void FileUpload::announceFile() {
  const nlohmann::json body = {{"kind", m_attachment.mediaType == kJpeg ? "photo" : "document"},
                               {"name", m_name.toStdString()},
                               {"bytes", bytes()},
                               {"sha256", m_attachment.digest}};
  m_asking = m_server.send({.method = HttpMethod::post,
                            .path = m_owner + "/attachments",
                            .json = body.dump(),
                            .inSession = true},
                           [this](const HttpAnswer& answer) {
                             if (take(kAnnounced, answer)) {
                               sendPiece();
                             }
                           });
  setState(State::sending);
}

bool FileUpload::take(long hopedFor, const HttpAnswer& answer) {
  m_failure = failureOfOne(hopedFor, answer);
  if (m_failure == FailureCode::fileRefused) {
    refuse(faultOf(*protocol::refusalFromJson(answer.body)->reason));
    return false;
  }
  const auto json = m_failure == FailureCode::none ? jsonObjectOf(answer) : std::nullopt;
  auto stored = json ? fileFrom(*json) : std::nullopt;
  if (m_failure == FailureCode::none && (!stored || stored->bytes != bytes())) {
    m_failure = FailureCode::serverAnswer;
  }
  if (m_failure != FailureCode::none) {
    if (m_failure == FailureCode::draftGone) {
      m_stored = {};
    }
    setState(State::failed);
    return false;
  }
  m_stored = std::move(*stored);
  m_stored.digest = m_attachment.digest;
  return true;
}

void FileUpload::sendPiece() {
  m_rate.note(std::chrono::steady_clock::now(), arrived());
  emit changed();
  if (m_stored.isWhole) {
    const UploadedFile arrived = {m_path, QString::fromStdString(forms::toText(m_attachment)),
                                  m_stored};
    forget();
    emit arrivedWhole(arrived);
    return;
  }
  const QByteArray piece = m_content.mid(static_cast<qsizetype>(arrived()),
                                         static_cast<qsizetype>(std::min(kPiece, bytes())));
  m_asking = m_server.send({.method = HttpMethod::put,
                            .path = m_owner + "/attachments/" + m_stored.id.toStdString() +
                                    "/content?from=" + std::to_string(arrived()),
                            .bytes = piece.toStdString(),
                            .inSession = true},
                           [this](const HttpAnswer& answer) {
                             const std::uint64_t before = arrived();
                             if (!take(kTaken, answer)) {
                               return;
                             }
                             if (arrived() > before || m_stored.isWhole) {
                               sendPiece();
                             } else {
                               m_failure = FailureCode::serverAnswer;
                               setState(State::failed);
                             }
                           });
}

void FileUpload::askHowFar() {
  m_asking = m_server.send(
      {.path = m_owner + "/attachments/" + m_stored.id.toStdString(), .inSession = true},
      [this](const HttpAnswer& answer) {
        if (take(kTaken, answer)) {
          sendPiece();
        }
      });
  setState(State::sending);
}

void FileUpload::again() {
  m_rate.begin();
  if (m_state == State::picture) {
    offerPicture(true);
    return;
  }
  if (m_state != State::failed && m_state != State::calledOff) {
    return;
  }
  if (m_mayBePicture) {
    look();
  } else if (!m_file.isEmpty()) {
    readContent();
  } else if (!m_isChecked) {
    check();
  } else if (m_stored.id.isEmpty()) {
    announceFile();
  } else {
    askHowFar();
  }
}

void FileUpload::callOff() {
  if (isUnderWay()) {
    setState(State::calledOff);
  }
}

void FileUpload::rest() {
  m_rests = isUnderWay();
  callOff();
}

void FileUpload::resume() {
  if (std::exchange(m_rests, false)) {
    again();
  }
}

void FileUpload::moveTo(const std::string& owner) {
  m_owner = owner;
  m_abandoned = {};
  m_stored = {};
  if (m_state == State::sending) {
    announceFile();
  }
}

void FileUpload::forget() {
  m_asking.drop();
  if (!m_stored.id.isEmpty() && !m_stored.isWhole) {
    m_abandoned = {.id = m_stored.id, .digest = m_attachment.digest};
  }
  m_fault = FileFault::none;
  m_failure = FailureCode::none;
  m_path = {};
  m_name.clear();
  m_file.clear();
  m_mayBePicture = false;
  m_content.clear();
  m_isChecked = false;
  m_rests = false;
  m_rate.begin();
  m_stored = {};
  setState(State::none);
}

}  // namespace madoguchi::app
