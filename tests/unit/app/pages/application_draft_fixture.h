#pragma once

#include <string>
#include <vector>

#include "tests/unit/app/pages/application_fixture.h"

namespace madoguchi::test {

inline const std::string kAnnounce = kDraft + "/attachments";
inline const std::string kContent = kAnnounce + "/" + kFileId + "/content";

/// In a draft that is kept by the service.
class ApplicationDraftTest : public ApplicationTest {
 protected:
  void leaveOccupation(const QString& text) {
    ASSERT_TRUE(write("application.occupation", text));
    find("application.homeTown")->setFocus();
  }
  /// How often a draft that was gone, or one put aside, was made anew.
  std::vector<ScriptedServer::Request> made() const {
    std::vector<ScriptedServer::Request> found;
    for (const auto& request : server->requests("/v1/drafts"))
      if (!request.idempotencyKey.empty()) found.push_back(request);
    return found;
  }
  bool isNotKept(std::size_t tries) {
    return eventually(
        [&] { return puts() == tries && textOf("application.kept").contains("Not saved yet"); });
  }
  /// From elsewhere, which is said when it is released.
  static ScriptedServer::Answer changedSlowly() {
    ScriptedServer::Answer changed = ScriptedServer::problem(409, "draftChanged");
    changed.never = true;
    return changed;
  }
  static forms::Answers answersWith(const char* occupation) {
    forms::Answers answers = goodAnswers();
    answers.values["occupation"] = occupation;
    return answers;
  }
  /// From a page of the form, whichever it is.
  void backToList(const std::string& drafts) {
    answerLists(drafts);
    ASSERT_TRUE(eventually([&] {
      if (window().place().page == "applicationForm") press("header.back");
      return find("applications.new") != nullptr;
    })) << shown().toStdString();
  }
  /// The photo, of which the service has nothing before it is released.
  void sendPhotoSlowly() {
    const QByteArray photo = madePhoto();
    const auto bytes = static_cast<std::uint64_t>(photo.size());
    outlets.existing = file("photo.jpg", photo);
    server->answer(kAnnounce, attachment(201, 0, bytes));
    ScriptedServer::Answer slow = attachment(200, bytes, bytes);
    slow.never = true;
    server->answer(kContent, slow);
    ASSERT_TRUE(press("application.photo"));
    ASSERT_NO_FATAL_FAILURE(usePhoto());
    ASSERT_TRUE(eventually([&] { return server->requests(kContent).size() == 1; }));
  }
  /// On the page where files are chosen, without a photo yet.
  void toFiles() {
    forms::Answers answers = goodAnswers();
    answers.values.erase("photo");
    ASSERT_NO_FATAL_FAILURE(toDraft(answers, "filing"));
  }
};

}  // namespace madoguchi::test
