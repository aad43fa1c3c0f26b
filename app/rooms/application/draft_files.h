#pragma once

#include <QString>
#include <string>
#include <vector>

#include "app/rooms/application/stored_file.h"

namespace madoguchi::app {

class FormModel;

/// The files of a draft that its form has named. What it names no more is removed from the service,
/// too, once the draft is kept without it: a file that a kept draft names is always there.
class DraftFiles {
 public:
  /// Both outlive it.
  DraftFiles(Server& server, const FormModel& form) : m_server(server), m_form(form) {}

  /// Those of the draft as it came. What the form does not name may be another window's.
  void take(const std::vector<StoredFile>& files);
  /// The form names it from now on.
  void add(const StoredFile& file) { m_named.push_back(file); }
  /// To be called when the draft is kept. What cannot be removed now is the next time.
  void tidy(const QString& draft);
  /// Some of them are not removed yet.
  [[nodiscard]] bool isRemoving() const { return !m_removing.isEmpty(); }
  /// What is being removed is asked for anew the next time.
  void rest();

 private:
  Server& m_server;
  const FormModel& m_form;
  std::vector<StoredFile> m_named;
  QString m_removing;  ///< one after the other
  Pending m_asking;
};

}  // namespace madoguchi::app
