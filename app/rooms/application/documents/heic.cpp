#include <QImage>
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <string_view>
#include <system_error>

#include "app/rooms/application/documents/heic.h"
#include "app/rooms/application/documents/heic_verdict.h"
#include "protocol/filecheck/run_apart.h"

namespace madoguchi::app {
namespace {

/// The number at the start, which goes with the one character behind it.
std::optional<int> takeNumber(std::string_view& from) {
  int number = 0;
  const auto [end, error] = std::from_chars(from.data(), from.data() + from.size(), number);
  const auto taken = static_cast<std::size_t>(end - from.data());
  if (error != std::errc() || taken == from.size()) {
    return std::nullopt;
  }
  from.remove_prefix(taken + 1);
  return number;
}

struct Decoded {
  QImage view;  ///< of the bytes that it was made of; null where they are no PPM of 8 bits
  QColorSpace profile;
};

Decoded decoded(std::string_view bytes) {
  constexpr std::string_view kStart = "P6\n";
  constexpr qsizetype kColours = 3;
  if (!bytes.starts_with(kStart)) {
    return {};
  }
  bytes.remove_prefix(kStart.size());
  const auto width = takeNumber(bytes);
  const auto height = takeNumber(bytes);
  if (!takeNumber(bytes) || !width || !height || *width <= 0 || *height <= 0) {
    return {};
  }
  const qsizetype pixels = kColours * *width * *height;
  const qsizetype profile = static_cast<qsizetype>(bytes.size()) - pixels;
  if (profile < 0 || profile > static_cast<qsizetype>(kLargestProfile)) {
    return {};
  }
  return {.view = QImage(reinterpret_cast<const uchar*>(bytes.data()), *width, *height,
                         kColours * *width, QImage::Format_RGB888),
          .profile = QColorSpace::fromIccProfile(QByteArray(bytes.data() + pixels, profile))};
}

Picture withHeicFault(PictureFault fault) { return {.image = {}, .fault = fault}; }

Picture pictureOf(int status, std::string_view output, QSize box) {
  switch (static_cast<HeicVerdict>(status)) {
    case HeicVerdict::good:
      break;
    case HeicVerdict::tooLarge:
      return withHeicFault(PictureFault::tooLarge);
    case HeicVerdict::damaged:
    default:
      return withHeicFault(PictureFault::damaged);
  }
  const auto [whole, profile] = decoded(output);
  if (whole.isNull()) {
    return withHeicFault(PictureFault::damaged);
  }
  const QSize size = sizeWithin(box, whole.size());
  const QImage image =
      (size == whole.size() ? whole
                            : whole.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation))
          .convertToFormat(QImage::Format_RGB32);
  return image.isNull()
             ? withHeicFault(PictureFault::tooLarge)
             : Picture{.image = inUsualColours(image, profile), .fault = PictureFault::none};
}

}  // namespace

bool isHeic(const QByteArray& head) {
  // The brands of ISO/IEC 23008-12 in an ISO base media file.
  constexpr std::array kBrands = {"heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"};
  return head.mid(4, 4) == "ftyp" &&
         std::ranges::any_of(kBrands, [&](const char* brand) { return head.mid(8, 4) == brand; });
}

std::filesystem::path readHeicBesideThis() {
  return filecheck::programBesideThis("madoguchi-read-heic");
}

Picture readHeic(const QByteArray& content, QSize box, const std::filesystem::path& program) {
  constexpr std::chrono::minutes kPatience{1};
  try {
    const filecheck::MemoryFile file({content.data(), static_cast<std::size_t>(content.size())});
    filecheck::MemoryFile pixels;
    const auto status =
        filecheck::runApart(program, file, &pixels, std::chrono::steady_clock::now() + kPatience);
    return status ? pictureOf(*status, pixels.bytes(), box) : withHeicFault(PictureFault::damaged);
  } catch (const std::system_error&) {
    return withHeicFault(PictureFault::heic);
  }
}

}  // namespace madoguchi::app
