#pragma once

#include <QObject>
#include <memory>
#include <vector>

#include "app/rooms/application/applications_api.h"
#include "app/rooms/application/documents/page_list.h"
#include "app/rooms/application/file_upload.h"

namespace madoguchi::app {

/// The documents that the office asks for while it examines an application: files are added one
/// after the other and may be removed, until all are handed in.
class WantedDocuments : public QObject {
  Q_OBJECT
 public:
  /// `server` outlives it. `application` wants documents. With `isOver` the service has said that
  /// it takes none any more.
  WantedDocuments(Server& server, const Application& application, bool isOver,
                  QObject* parent = nullptr);

  /// What was added, and is not handed in yet. One that has arrived in part goes on when it is
  /// chosen once more.
  [[nodiscard]] const std::vector<StoredFile>& files() const { return m_files; }
  [[nodiscard]] FileUpload& upload() { return m_upload; }
  [[nodiscard]] bool isOver() const;
  /// While a file is removed, or all are handed in.
  [[nodiscard]] bool isAsking() const { return m_isAsking; }
  /// At least one has arrived, and none is on its way.
  [[nodiscard]] bool canHandIn() const;

  /// What was chosen: see FileUpload::choose().
  void add(const QString& file);
  /// The same with a file that this program has made.
  void addMade(const QString& name, const QByteArray& content);
  /// That become such a file, in the place of those of which one was made.
  [[nodiscard]] PageList& pictures();
  /// So many bytes may it have.
  [[nodiscard]] static std::uint64_t mostBytes();
  void remove(const QString& id);
  void handIn();

  /// Nothing is sent meanwhile.
  void rest();
  void resume();

 signals:
  void changed();
  void handedIn(const madoguchi::app::ApplicationAnswer& answer);
  void failed(madoguchi::app::FailureCode why);
  /// The service knows of another state of the application than this object.
  void outdated();

 private:
  void take(const StoredFile& file);
  void fail(FailureCode why);
  void onUpload();
  void setThere();

  Server& m_server;
  const QString m_id;
  const std::chrono::sys_seconds m_until;
  bool m_isOver;
  std::vector<StoredFile> m_files;
  std::vector<std::string> m_handedIn;  ///< digests of what it has already
  FileUpload m_upload;
  std::unique_ptr<PageList> m_pictures = std::make_unique<PageList>();
  bool m_arePicturesUsed = false;
  bool m_isAsking = false;
  Pending m_asking;
};

}  // namespace madoguchi::app
