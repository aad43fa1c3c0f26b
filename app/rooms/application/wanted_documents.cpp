#include "app/rooms/application/wanted_documents.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "app/core/service_clock.h"
#include "forms/application/application_form.h"

namespace madoguchi::app {
namespace {

/// What is wanted is of the kind of the documents that were filed.
forms::FieldPath documentFile() { return {.group = "documents", .row = {}, .field = "file"}; }

const forms::Field& documentField() {
  return *forms::findField(forms::applicationForm(), documentFile());
}

}  // namespace

WantedDocuments::WantedDocuments(Server& server, const Application& application, bool isOver,
                                 QObject* parent)
    : QObject(parent),
      m_server(server),
      m_id(application.line.id),
      m_until(application.line.wantedUntil),
      m_isOver(isOver),
      m_upload(server) {
  for (const StoredFile& file : application.files) {
    if (file.isAdded) {
      m_files.push_back(file);
    } else {
      m_handedIn.push_back(file.digest);
    }
  }
  setThere();
  connect(&m_upload, &FileUpload::arrivedWhole, this,
          [this](const UploadedFile& file) { take(file.stored); });
  connect(&m_upload, &FileUpload::changed, this, &WantedDocuments::onUpload);
}

bool WantedDocuments::isOver() const { return m_isOver || serviceTime() >= m_until; }

bool WantedDocuments::canHandIn() const {
  return !m_isAsking && !m_upload.isUnderWay() && m_upload.state() != FileUpload::State::picture &&
         std::ranges::any_of(m_files, &StoredFile::isWhole);
}

void WantedDocuments::setThere() {
  std::vector<std::string> there = m_handedIn;
  for (const StoredFile& file : m_files) {
    if (file.isWhole) {
      there.push_back(file.digest);
    }
  }
  m_upload.setThere(std::move(there));
}

void WantedDocuments::add(const QString& file) {
  m_upload.choose(applicationPath(m_id), documentField(), documentFile(), file);
}

void WantedDocuments::addMade(const QString& name, const QByteArray& content) {
  m_upload.beginMade(applicationPath(m_id), documentField(), documentFile(), name, content);
  m_arePicturesUsed = true;
}

PageList& WantedDocuments::pictures() {
  if (std::exchange(m_arePicturesUsed, false)) {
    m_pictures = std::make_unique<PageList>();
  }
  return *m_pictures;
}

std::uint64_t WantedDocuments::mostBytes() { return documentField().maxBytes; }

void WantedDocuments::take(const StoredFile& file) {
  std::erase_if(m_files, [&](const StoredFile& one) { return one.id == file.id; });
  m_files.push_back(file);
  setThere();
  emit changed();
}

void WantedDocuments::onUpload() {
  if (m_upload.state() == FileUpload::State::failed &&
      m_upload.failure() == FailureCode::draftGone) {
    fail(FailureCode::draftGone);
  }
  emit changed();
}

void WantedDocuments::remove(const QString& id) {
  m_isAsking = true;
  m_asking = removeFile(m_server, applicationPath(m_id), id, [this, id](FailureCode failure) {
    if (failure != FailureCode::none) {
      fail(failure);
      return;
    }
    m_isAsking = false;
    std::erase_if(m_files, [&](const StoredFile& one) { return one.id == id; });
    setThere();
    emit changed();
  });
  emit changed();
}

void WantedDocuments::handIn() {
  m_isAsking = true;
  m_asking = handInDocuments(m_server, m_id, [this](const ApplicationAnswer& answer) {
    if (answer.failure != FailureCode::none) {
      fail(answer.failure);
      return;
    }
    m_isAsking = false;
    emit handedIn(answer);
  });
  emit changed();
}

void WantedDocuments::fail(FailureCode why) {
  m_isAsking = false;
  switch (why) {
    case FailureCode::notNow:
    case FailureCode::draftGone:
      m_isOver = true;
      emit outdated();
      break;
    case FailureCode::formRefused:  // none of the files is there any more
      emit outdated();
      break;
    default:
      emit failed(why);
  }
  emit changed();
}

void WantedDocuments::rest() {
  m_upload.rest();
  m_asking.drop();
  m_isAsking = false;
}

void WantedDocuments::resume() {
  m_upload.resume();
  emit changed();
}

}  // namespace madoguchi::app
