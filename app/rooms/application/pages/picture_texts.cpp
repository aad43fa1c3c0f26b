#include "app/rooms/application/pages/picture_texts.h"

#include "app/widgets/message_panel.h"
#include "app/widgets/ruby_text.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {
namespace {

/// Of what telephones, cameras and browsers (jfif) save.
const QStringList& pictureEndings() {
  static const QStringList kEndings = {"jpg", "jpeg", "jfif", "png", "heic", "heif"};
  return kEndings;
}

/// What else there is can be chosen, too: a name says little. Dialogues of GNOME tell capitals from
/// small letters, and cameras and scanners write capitals.
QString kinds(const QString& names, const QStringList& endings) {
  QStringList patterns;
  for (const QString& ending : endings) {
    patterns << QStringLiteral("*.") + ending << QStringLiteral("*.") + ending.toUpper();
  }
  return QStringLiteral("%1 (%2);;%3 (*)")
      .arg(names, patterns.join(u' '), spokenText(qtTrId("file.allKinds")));
}

}  // namespace

FaultTexts pictureFaultTexts(PictureFault fault) {
  switch (fault) {
    case PictureFault::none:
      break;
    case PictureFault::unreadable:
      return faultTexts(FileFault::unreadable);
    case PictureFault::noContent:
      return faultTexts(FileFault::noContent);
    case PictureFault::otherKind:
      return {qtTrId("picture.otherKind"), qtTrId("picture.otherKind.remedy")};
    case PictureFault::heic:
      return {qtTrId("picture.heic"), qtTrId("picture.heic.remedy")};
    case PictureFault::tooLarge:
      return {qtTrId("picture.tooLarge"), qtTrId("picture.tooLarge.remedy")};
    case PictureFault::damaged:
      return {qtTrId("file.damaged"), qtTrId("picture.damaged.remedy")};
  }
  return {};
}

QString pictureKinds() { return kinds(QStringLiteral("JPEG, PNG, HEIC"), pictureEndings()); }

QString documentKinds() {
  return kinds(QStringLiteral("PDF, JPEG, PNG, HEIC"), QStringList{"pdf"} + pictureEndings());
}

QString doubtText(PhotoDoubt doubt) {
  switch (doubt) {
    case PhotoDoubt::tooFewPixels:
      return qtTrId("photo.doubt.tooFewPixels");
    case PhotoDoubt::overEdge:
      return qtTrId("photo.doubt.overEdge");
    case PhotoDoubt::dark:
      return qtTrId("photo.doubt.dark");
    case PhotoDoubt::bright:
      return qtTrId("photo.doubt.bright");
    case PhotoDoubt::background:
      return qtTrId("photo.doubt.background");
    case PhotoDoubt::blurred:
      return qtTrId("photo.doubt.blurred");
  }
  return {};
}

MessagePanel* makeNoFilesPanel(const QString& objectName, QWidget* parent) {
  auto* panel = new MessagePanel(MessagePanel::Kind::notice, parent);
  panel->setObjectName(objectName);
  speak(*panel, [panel] {
    panel->setTexts(qtTrId("file.notHere.title"), qtTrId("file.notHere.text"), {});
  });
  return panel;
}

}  // namespace madoguchi::app
