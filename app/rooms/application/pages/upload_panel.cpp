#include "app/rooms/application/pages/upload_panel.h"

#include <QProgressBar>
#include <QVBoxLayout>
#include <algorithm>
#include <cstdint>

#include "app/kit/texts.h"
#include "app/rooms/application/file_upload.h"
#include "app/rooms/application/pages/application_texts.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_text.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {
namespace {

QString leftText(double seconds) {
  constexpr int kMinute = 60;
  return seconds < 2 * kMinute ? qtTrId("file.left.seconds").arg(std::max(1, qRound(seconds)))
                               : writtenMinutes(qRound(seconds / kMinute));
}

QString progressOf(const FileUpload& upload) {
  const auto size = [](double bytes) { return writtenSize(static_cast<std::uint64_t>(bytes)); };
  const auto arrived = static_cast<double>(upload.arrived());
  const auto all = static_cast<double>(upload.bytes());
  const QString progress = qtTrId("file.progress").arg(size(arrived), size(all));
  const auto rate = upload.rate().bytesPerSecond();
  return rate ? qtTrId("file.speed").arg(progress, size(*rate), leftText((all - arrived) / *rate))
              : progress;
}

}  // namespace

UploadPanel::UploadPanel(FileUpload& upload, const QString& objectName, QWidget* parent)
    : MessagePanel(Kind::notice, parent), m_upload(upload) {
  setObjectName(objectName);
  m_progress = new QProgressBar(this);
  m_progress->setObjectName(objectName + QStringLiteral(".progress"));
  m_progress->setTextVisible(false);
  m_progress->setFixedHeight(em(*this, 0.75));
  body()->addWidget(m_progress);
  m_cancel = addWay(objectName + QStringLiteral(".cancel"));
  m_again = addWay(objectName + QStringLiteral(".again"));
  connect(m_cancel, &RubyButton::clicked, &upload, &FileUpload::callOff);
  connect(m_again, &RubyButton::clicked, &upload, &FileUpload::again);
  connect(&upload, &FileUpload::changed, this, &UploadPanel::showState);
  speak(*this, [this] { sayAll(); });
  showState();
}

void UploadPanel::showState() {
  using State = FileUpload::State;
  const State state = m_upload.state();
  setVisible(state != State::none);
  m_progress->setVisible(state == State::sending);
  m_cancel->setVisible(m_upload.isUnderWay());
  m_again->setVisible(state == State::failed || state == State::calledOff ||
                      state == State::picture);
  constexpr int kAll = 1000;
  m_progress->setRange(0, kAll);
  m_progress->setValue(
      m_upload.bytes() == 0 ? 0 : static_cast<int>(m_upload.arrived() * kAll / m_upload.bytes()));
  const Kind kind = state == State::refused || state == State::failed ? Kind::error : Kind::notice;
  const bool isNews = kind == Kind::error && this->kind() != kind;
  setKind(kind);
  sayAll();
  if (isNews) announce(*this);
}

void UploadPanel::sayAll() {
  using State = FileUpload::State;
  m_cancel->setMarkup(qtTrId("common.cancel"));
  m_again->setMarkup(qtTrId("way.again"));
  m_progress->setAccessibleName(spokenText(qtTrId("file.sending").arg(m_upload.name())));
  switch (m_upload.state()) {
    case State::none:
      break;
    case State::checking:
      setTexts(qtTrId("file.checking").arg(m_upload.name()), {}, {});
      break;
    case State::sending:
      setTexts(qtTrId("file.sending").arg(m_upload.name()), progressOf(m_upload), {});
      break;
    case State::failed: {
      const FailureTexts texts = failureTexts(m_upload.failure());
      setTexts(texts.title, texts.text, qtTrId("file.failed.remedy"),
               spokenText(qtTrId("failure.code")).arg(shownCode(m_upload.failure())));
      break;
    }
    case State::picture:
    case State::calledOff:
      setTexts(qtTrId("file.calledOff").arg(m_upload.name()), {}, {});
      break;
    case State::refused: {
      const FaultTexts texts = faultTexts(m_upload.fault());
      setTexts(qtTrId("file.refused").arg(m_upload.name()), texts.text, texts.remedy);
      break;
    }
  }
}

}  // namespace madoguchi::app
