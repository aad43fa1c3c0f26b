#include "protocol/filecheck/judge_jpeg.h"

namespace madoguchi::filecheck {

using protocol::Reason;

namespace {

// ITU-T T.81, table B.1: markers, each behind 0xFF.
constexpr unsigned kStartOfImage = 0xD8;
constexpr unsigned kStartOfScan = 0xDA;
constexpr unsigned kEndOfImage = 0xD9;
constexpr unsigned kMarker = 0xFF;
constexpr unsigned kMostPixels = 10'000;  ///< a side

unsigned byteAt(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}
unsigned wordAt(std::string_view bytes, std::size_t at) {
  return (byteAt(bytes, at) << 8U) | byteAt(bytes, at + 1);
}

/// SOF0 to SOF15, but for DHT, JPG and DAC, which have numbers in between.
bool isStartOfFrame(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool isSide(unsigned pixels) { return pixels > 0 && pixels <= kMostPixels; }

/// Tables, the frame and scans of it (baseline, extended or progressive), and the head of JFIF
/// (ITU-T T.871), which has 16 bytes where no small picture stands in it.
bool isOfPixels(unsigned marker, std::size_t length) {
  constexpr std::size_t kBareHead = 16;
  switch (marker) {
    case 0xE0:  // APP0
      return length == kBareHead;
    case 0xC0:  // SOF0 to SOF2
    case 0xC1:
    case 0xC2:
    case 0xC4:  // DHT
    case 0xDB:  // DQT
    case 0xDD:  // DRI
    case kStartOfScan:
      return true;
    default:
      return false;
  }
}

/// The marker behind the scan whose pixels begin there.
std::size_t behindScan(std::string_view bytes, std::size_t at) {
  const auto isOfScan = [](unsigned follows) {  // a byte of pixels, or a restart
    return follows == 0 || (follows >= 0xD0 && follows <= 0xD7);
  };
  while (at < bytes.size() && (byteAt(bytes, at) != kMarker || isOfScan(byteAt(bytes, at + 1)))) {
    ++at;
  }
  return at;
}

bool isJpeg(std::string_view bytes) {
  return byteAt(bytes, 0) == kMarker && byteAt(bytes, 1) == kStartOfImage;
}

}  // namespace

std::optional<JpegSize> sizeOfWholeJpeg(std::string_view bytes) {
  std::optional<JpegSize> size;
  for (std::size_t at = 2;
       isJpeg(bytes) && at + 4 <= bytes.size() && byteAt(bytes, at) == kMarker;) {
    const unsigned marker = byteAt(bytes, at + 1);
    if (marker == kMarker) {  // filling
      ++at;
      continue;
    }
    const std::size_t length = wordAt(bytes, at + 2);
    if (length < 2) {
      break;
    }
    if (isStartOfFrame(marker)) {
      size = JpegSize{.width = wordAt(bytes, at + 7), .height = wordAt(bytes, at + 5)};
    }
    if (marker == kStartOfScan) {
      const bool ends =
          bytes.substr(at + 2).rfind(std::string_view("\xFF\xD9", 2)) != std::string_view::npos;
      return ends ? size : std::nullopt;
    }
    at += 2 + length;
  }
  return std::nullopt;
}

bool hasOnlyPixels(std::string_view bytes) {
  constexpr unsigned kColours = 3;
  std::size_t at = 2;
  while (isJpeg(bytes) && at + 2 <= bytes.size() && byteAt(bytes, at) == kMarker) {
    const unsigned marker = byteAt(bytes, at + 1);
    const std::size_t length = wordAt(bytes, at + 2);
    if (marker == kEndOfImage) {
      return at + 2 == bytes.size();
    }
    if (!isOfPixels(marker, length) || length < 2 ||
        (isStartOfFrame(marker) && byteAt(bytes, at + 9) > kColours)) {
      return false;
    }
    at += 2 + length;
    at = marker == kStartOfScan ? behindScan(bytes, at) : at;
  }
  return false;
}

std::optional<Reason> judgeJpeg(std::string_view bytes) {
  if (!isJpeg(bytes)) {
    return Reason::fileType;
  }
  const auto size = sizeOfWholeJpeg(bytes);
  return size && isSide(size->width) && isSide(size->height) ? std::nullopt
                                                             : std::optional(Reason::fileDamaged);
}

}  // namespace madoguchi::filecheck
