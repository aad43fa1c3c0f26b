#pragma once

#include <optional>
#include <string_view>

#include "protocol/refusal.h"

namespace madoguchi::filecheck {

struct JpegSize {
  unsigned width = 0;
  unsigned height = 0;
};

/// Of a JPEG picture that has its end; none where it was cut off or is none. Its pixels are not
/// looked at.
std::optional<JpegSize> sizeOfWholeJpeg(std::string_view bytes);

/// Whether nothing stands in a JPEG but one picture in grey or in the usual colours: no camera or
/// place (Exif, XMP, IPTC), profile, comment, small picture, or anything behind its end.
bool hasOnlyPixels(std::string_view bytes);

/// Whether it is a JPEG picture with a size that somebody could have taken: nothing where it is,
/// else fileType or fileDamaged.
std::optional<protocol::Reason> judgeJpeg(std::string_view bytes);

}  // namespace madoguchi::filecheck
