#include "backend/http/tls_context.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "backend/http/tls_files.h"
#include "tests/support/temporary_folder.h"

namespace madoguchi::backend {
namespace {

using std::chrono::days;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class TlsContextTest : public testing::Test {
 protected:
  TlsContextTest() { makeTlsFiles(m_folder.path(), {"service.example", "::1"}); }

  std::filesystem::path file(const char* name) const { return m_folder.path() / name; }
  TlsContext made() const { return makeTlsContext(file("server.pem"), file("server.key")); }

  madoguchi::test::TemporaryFolder m_folder;
};

TEST_F(TlsContextTest, ACertificateThatFitsLeavesNoDoubt) {
  const TlsContext context = made();
  EXPECT_THAT(certificateDoubts(*context, "service.example", now()), IsEmpty());
  EXPECT_THAT(certificateDoubts(*context, "[::1]", now()), IsEmpty());
}

TEST_F(TlsContextTest, ClientsElsewhereAndAtAnotherTimeWillDoubtIt) {
  const TlsContext context = made();
  EXPECT_THAT(certificateDoubts(*context, "www.service.example", now()),
              ElementsAre(HasSubstr("it is not for www.service.example")));
  EXPECT_THAT(certificateDoubts(*context, "service.example", now() + days(400)),
              ElementsAre(HasSubstr("it was good until")));
  EXPECT_THAT(certificateDoubts(*context, "service.example", now() - days(2)),
              ElementsAre(HasSubstr("it is good from")));
}

TEST_F(TlsContextTest, TheCertificateBetweenItAndTheRootIsMissed) {
  const std::filesystem::path whole = MADOGUCHI_TEST_DATA "/tls/service.example.pem";
  const Seconds then = std::chrono::sys_days(std::chrono::year(2027) / 1 / 1);
  const auto doubts = [then](const std::filesystem::path& path) {
    const TlsContext context(SSL_CTX_new(TLS_server_method()));
    EXPECT_EQ(SSL_CTX_use_certificate_chain_file(context.get(), path.c_str()), 1);
    return certificateDoubts(*context, "service.example", then);
  };
  EXPECT_THAT(doubts(whole), IsEmpty());
  std::ifstream stream(whole);
  std::string text((std::istreambuf_iterator<char>(stream)), {});
  const std::size_t second = text.find("-----BEGIN", 1);
  ASSERT_NE(second, std::string::npos);
  std::ofstream(file("leaf.pem")) << text.substr(0, second);
  EXPECT_THAT(doubts(file("leaf.pem")), ElementsAre(HasSubstr("does not follow it in its file")));
  std::ofstream(file("another.pem"))
      << text.substr(0, second) << std::ifstream(file("ca.pem")).rdbuf();
  EXPECT_THAT(doubts(file("another.pem")),
              ElementsAre(HasSubstr("does not follow it in its file")));
}

TEST_F(TlsContextTest, AKeyWithAPassphraseIsRefusedAndNobodyAskedForIt) {
  std::ofstream(file("server.key"))
      << "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
         "MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAh6H7kngAciZQICCAAw\n"
         "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEKx5GWIsX+h1sk6yxpOrPTEEgZAO\n"
         "EN1Njxs0sbrQZClK1J/OG7bIdfj0yaA1N41oWuralBejYh+GXIO/3R/L6dvcgyl5\n"
         "koezkEsNe/83iRo94JY8gWH48fTFHFk0GcKFu2unleQGkZQ0FtqR/zrI73qk80Kh\n"
         "YzmAr1yivTa7d4m2tQ2ElzI31TPvkLoMs27dVHTyTxHy7W1o9fFJtvDox8yQ98M=\n"
         "-----END ENCRYPTED PRIVATE KEY-----\n";
  try {
    made();
    ADD_FAILURE() << "it was read";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("passphrase"));
  }
}

}  // namespace
}  // namespace madoguchi::backend
