#include "backend/mail/mail_transport.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <system_error>

namespace madoguchi::backend {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void throwErrno(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags)
      : m_number(open(path.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
    if (m_number < 0) {
      throwErrno("cannot open a file of the mail folder");
    }
  }
  ~Descriptor() { close(m_number); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t count = ::write(m_number, bytes.data(), bytes.size());
      if (count < 0 && errno != EINTR) {
        throwErrno("cannot write a mail");
      }
      bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
  }
  void sync() const {
    if (fsync(m_number) != 0) {
      throwErrno("cannot sync the mail folder");
    }
  }

 private:
  int m_number;
};

class FolderTransport final : public MailTransport {
 public:
  explicit FolderTransport(fs::path folder) : m_folder(std::move(folder)) {
    std::error_code failure;
    fs::create_directories(m_folder, failure);
    if (failure) {
      throw std::system_error(failure, "cannot make the mail folder " + m_folder.string());
    }
    if (access(m_folder.c_str(), W_OK) != 0) {
      throwErrno("cannot write the mail folder " + m_folder.string());
    }
  }

  Delivery deliver(const Envelope& envelope, const std::string& message,
                   const std::stop_token&) override {
    std::string name = envelope.messageId.substr(0, envelope.messageId.find('@'));
    std::replace(name.begin(), name.end(), '/', '_');
    const fs::path target = m_folder / (name + ".eml");
    const fs::path temporary = m_folder / ("." + name + ".tmp");
    {
      const Descriptor file(temporary, O_WRONLY | O_CREAT | O_TRUNC);
      file.write(message);
      file.sync();
    }
    fs::rename(temporary, target);
    Descriptor(m_folder, O_RDONLY | O_DIRECTORY).sync();
    return {};
  }

 private:
  fs::path m_folder;
};

}  // namespace

std::unique_ptr<MailTransport> makeFolderTransport(const fs::path& folder) {
  return std::make_unique<FolderTransport>(folder);
}

}  // namespace madoguchi::backend
