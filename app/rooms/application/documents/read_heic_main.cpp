// madoguchi-read-heic: reads a picture as telephones make them (HEIC: ISO/IEC 23008-12, HEVC in
// it) from standard input and writes its pixels, turned upright as the file says, to standard
// output. A program of its own, because it brings a decoder of video along that most people never
// need, and because whatever a file does to that decoder stays here, where nothing is held. The
// profile of its colours goes along unread.

#include <libheif/heif.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/rooms/application/documents/heic_verdict.h"
#include "protocol/filecheck/run_apart.h"

namespace {

using madoguchi::app::HeicVerdict;
using madoguchi::app::kLargestProfile;
using madoguchi::app::kMostPixelsOfHeic;
using madoguchi::filecheck::writeOutput;

// The file, its pixels as they are coded (at most two bytes for each of three colours), and as RGB.
[[maybe_unused]] constexpr std::size_t kMostMemory = 1024UL * 1024 * 1024;
constexpr unsigned kMostSeconds = 30;
constexpr std::size_t kColours = 3;

template <auto release>
struct Release {
  template <typename T>
  void operator()(T* owned) const {
    release(owned);
  }
};
using Context = std::unique_ptr<heif_context, Release<heif_context_free>>;
using Handle = std::unique_ptr<heif_image_handle, Release<heif_image_handle_release>>;
using Image = std::unique_ptr<heif_image, Release<heif_image_release>>;
using Options = std::unique_ptr<heif_decoding_options, Release<heif_decoding_options_free>>;

/// Nothing for a picture that has none, or one that no telephone writes.
bool writeProfile(const heif_image_handle* handle) {
  std::string profile(heif_image_handle_get_raw_color_profile_size(handle), '\0');
  return profile.empty() || profile.size() > kLargestProfile ||
         heif_image_handle_get_raw_color_profile(handle, profile.data()).code != heif_error_Ok ||
         writeOutput(profile);
}

bool writePixels(const heif_image* image) {
  const int width = heif_image_get_width(image, heif_channel_interleaved);
  const int height = heif_image_get_height(image, heif_channel_interleaved);
  int stride = 0;
  const std::uint8_t* line =
      heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
  bool isWritten =
      line != nullptr && width > 0 && height > 0 &&
      writeOutput("P6\n" + std::to_string(width) + ' ' + std::to_string(height) + "\n255\n");
  for (int y = 0; isWritten && y < height; ++y, line += stride) {
    isWritten = writeOutput(
        {reinterpret_cast<const char*>(line), kColours * static_cast<std::size_t>(width)});
  }
  return isWritten;
}

HeicVerdict readPicture(const void* bytes, std::size_t size) {
  const Context context(heif_context_alloc());
  heif_context_set_max_decoding_threads(context.get(), 0);
  if (heif_context_read_from_memory_without_copy(context.get(), bytes, size, nullptr).code !=
      heif_error_Ok) {
    return HeicVerdict::damaged;
  }
  heif_image_handle* first = nullptr;
  if (heif_context_get_primary_image_handle(context.get(), &first).code != heif_error_Ok) {
    return HeicVerdict::damaged;
  }
  const Handle handle(first);
  const std::int64_t width = heif_image_handle_get_width(first);
  if (width * heif_image_handle_get_height(first) > kMostPixelsOfHeic) {
    return HeicVerdict::tooLarge;
  }
  // What is cut off would be filled with grey, and a page that lacks a part handed in.
  const Options options(heif_decoding_options_alloc());
  options->strict_decoding = 1;
  options->convert_hdr_to_8bit = 1;
  heif_image* decoded = nullptr;
  if (heif_decode_image(first, &decoded, heif_colorspace_RGB, heif_chroma_interleaved_RGB,
                        options.get())
          .code != heif_error_Ok) {
    return HeicVerdict::damaged;
  }
  const Image image(decoded);
  return writePixels(decoded) && writeProfile(first) ? HeicVerdict::good : HeicVerdict::damaged;
}

}  // namespace

int main() {
#ifdef MADOGUCHI_SHADOWS_ADDRESSES  // sanitizers take terabytes of them
  constexpr std::optional<std::size_t> kMemory;
#else
  constexpr std::optional<std::size_t> kMemory = kMostMemory;
#endif
  constexpr std::size_t kHead = 64;
  madoguchi::filecheck::boundOneself(
      {.memory = kMemory,
       .seconds = kMostSeconds,
       .output = kHead + kColours * kMostPixelsOfHeic + kLargestProfile,
       .startsNothing = false});
  const std::string_view input = madoguchi::filecheck::wholeInput();
  return static_cast<int>(input.empty() ? HeicVerdict::damaged
                                        : readPicture(input.data(), input.size()));
}
