#pragma once

#include "app/rooms/application/documents/photo.h"
#include "app/rooms/application/documents/picture.h"
#include "app/rooms/application/pages/application_texts.h"

// What pages about pictures say, in the language of the moment. Markup.

namespace madoguchi::app {

class MessagePanel;

/// Why a picture is not taken, and what to do.
FaultTexts pictureFaultTexts(PictureFault fault);
/// For a dialogue in which pictures are chosen, or documents, which can be pictures.
QString pictureKinds();
QString documentKinds();
QString doubtText(PhotoDoubt doubt);

/// At a machine to which people bring no files (Outlets::Kind::ownFiles): where they can add them.
MessagePanel* makeNoFilesPanel(const QString& objectName, QWidget* parent);

}  // namespace madoguchi::app
