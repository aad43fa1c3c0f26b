#include "app/core/program_options.h"

#include <QCommandLineParser>
#include <QFile>
#include <utility>

#include "app/core/language.h"
#include "app/core/password_link.h"
#include "app/core/room_names.h"
#include "app/core/server_origin.h"
#include "app/core/visible_text.h"
#include "protocol/languages.h"

namespace madoguchi::app {
namespace {

// As the conventions of the shell have it: 2 for wrong usage.
constexpr int kUsageError = 2;
constexpr int kUnusablePolicy = 1;

QString l(const char* text) { return QString::fromLatin1(text); }

ParsedOptions refused(const QString& why) {
  return {.options = std::nullopt,
          .text = l("madoguchi: ") + why + l("\nTry 'madoguchi --help'.\n"),
          .exitCode = kUsageError};
}

/// What a policy is refused for is said by who can speak the person's language.
ParsedOptions aboutPolicy(const PolicyReport& report, int exitCode) {
  return {.options = std::nullopt, .text = {}, .policy = report, .exitCode = exitCode};
}

/// Empty where there is none.
QString faultOfKiosk(const ProgramOptions& options, bool reports) {
  if (!options.kiosk) return options.visit.empty() ? QString() : l("--visit goes with --kiosk");
  if (!options.visit.empty() && options.visit != kHomeRoom && options.visit != kSelfCheckRoom)
    return l("there is no such --visit");
  // What a visitor could hand over, or leave behind.
  if (!options.passwordLink.empty()) return l("a kiosk takes no link");
  return reports ? l("a kiosk writes no report") : QString();
}

}  // namespace

ParsedOptions parseOptions(const QStringList& arguments, const QString& ownPolicy) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      l("Registers with the Online Residence Application System, with a My Number Card."));
  const QCommandLineOption help({l("h"), l("help")}, l("Shows this help."));
  const QCommandLineOption version({l("v"), l("version")}, l("Shows the version."));
  const QString tags = QString::fromStdString(protocol::listOfTags());
  const QCommandLineOption language(l("lang"), l("Language to begin with: ") + tags + u'.',
                                    l("TAG"));
  const QCommandLineOption server(l("server"), l("The service, as https://host[:port]."), l("URL"));
  const QCommandLineOption caFile(l("ca-file"), l("Trust only the CAs in this PEM file."),
                                  l("FILE"));
  const QCommandLineOption reader(l("reader"), l("Use this card reader only."), l("NAME"));
  const QCommandLineOption textScale(l("text-scale"), l("Enlarge everything: 1 to 3."),
                                     l("FACTOR"));
  const QCommandLineOption report(l("report"), l("Write figures about the run to this file."),
                                  l("FILE"));
  const QCommandLineOption demo(l("demo"), l("Use a simulated card of a made-up person."));
  const QCommandLineOption person(l("person"), l("With --demo: whose card."), l("ID"), l("maria"));
  const QCommandLineOption pki(
      l("pki"), l("With --demo: the folder of the certificates; made where missing."), l("DIR"));
  const QCommandLineOption doctor(
      l("doctor"), l("Check this computer, readers, card and connection without a window: 0 where "
                     "nothing is bad, else 1."));
  const QCommandLineOption json(l("json"), l("With --doctor: the result as JSON."));
  const QCommandLineOption checkPolicy(
      l("check-policy"),
      l("Check the settings of this machine, or those in the file that is named: "
        "0 where they can be used, else 1."));
  const QCommandLineOption policyOption(
      l("policy"), l("Use the settings in this file, not those of this machine."), l("FILE"));
  const QCommandLineOption kiosk(
      l("kiosk"), l("Fill the screen, let nobody out and forget each visit: for a machine that "
                    "stands in an office. Ends with 0 where staff ended it, 75 for a restart."));
  const QCommandLineOption visit(
      l("visit"), l("With --kiosk, which uses it itself: one visit, from this room on."),
      l("ROOM"));
  const QCommandLineOption staffCode(
      l("staff-code"), l("Ask for a code of staff and print what the settings hold of it."));
  parser.addOptions({help, version, language, server, caFile, reader, textScale, report, demo,
                     person, pki, doctor, json, checkPolicy, policyOption, kiosk, visit,
                     staffCode});

  if (!parser.parse(arguments)) {
    return refused(parser.errorText());
  }
  if (parser.isSet(help)) {
    // There is no application object yet that would know the program's name.
    return {.options = std::nullopt,
            .text = parser.helpText().replace(l("<executable_name>"), l("madoguchi")),
            .exitCode = 0};
  }
  if (parser.isSet(version)) {
    return {.options = std::nullopt, .text = l("madoguchi " MADOGUCHI_VERSION "\n"), .exitCode = 0};
  }
  const QStringList handedOver = parser.positionalArguments();
  if (parser.isSet(staffCode)) {
    ProgramOptions options;
    options.asksStaffCode = true;
    return {.options = options, .text = {}, .exitCode = 0};
  }
  const QString policyFile = parser.isSet(policyOption) ? parser.value(policyOption) : ownPolicy;
  if (parser.isSet(policyOption) && !QFile::exists(policyFile)) {
    return refused(l("there is no file ") + policyFile);
  }
  if (parser.isSet(checkPolicy) && handedOver.size() <= 1) {
    const QString file = handedOver.value(0, policyFile);
    const PolicyReport found{file, parser.value(language), policyFaults(file)};
    return aboutPolicy(found, found.faults.empty() ? 0 : kUnusablePolicy);
  }
  const auto token = handedOver.size() == 1 ? handedOverToken(handedOver.first()) : std::nullopt;
  if (!handedOver.isEmpty() && !token) {
    // Not with a link in it that may be somebody's.
    return refused(handedOver.first().startsWith(l("madoguchi:"))
                       ? l("this is no link that sets a password")
                       : l("unexpected argument ") + shownAddress(handedOver.first()));
  }

  const auto [policy, faults] = readPolicy(policyFile);
  if (!faults.empty()) {
    return aboutPolicy({policyFile, parser.value(language), faults}, kUsageError);
  }
  const auto setting = [&](const QCommandLineOption& option, const QString& ofPolicy) {
    return parser.isSet(option) ? parser.value(option) : ofPolicy;
  };

  ProgramOptions options;
  options.passwordLink = token.value_or("");
  options.language = parser.value(language);
  if (!options.language.isEmpty() && !policy.languages.contains(options.language)) {
    return refused(l("--lang takes one of ") + policy.languages.join(l(", ")));
  }
  options.doctor = parser.isSet(doctor);
  options.kiosk = parser.isSet(kiosk) || policy.kiosk.has_value();
  options.visit = parser.value(visit).toStdString();
  const QString address = setting(server, policy.server);
  options.server = serverOrigin(address);
  if (address.isEmpty() && !options.doctor) {
    return refused(l("no server is configured: give --server URL, or \"server\" in ") + policyFile);
  }
  if (options.server.isEmpty() && !address.isEmpty()) {
    return refused(l("the server must be https://host[:port], not ") + shownAddress(address));
  }
  options.caFile = setting(caFile, policy.caFile);
  if (parser.isSet(caFile) && !QFile::exists(options.caFile)) {
    return refused(l("there is no file ") + options.caFile);
  }
  if (parser.isSet(caFile) && !hasCertificate(options.caFile)) {
    return refused(l("there is no certificate in PEM in ") + options.caFile);
  }
  if (auto here = faultsHere(policy); !here.empty()) {
    return aboutPolicy({policyFile, options.language, std::move(here)}, kUsageError);
  }
  options.reader = setting(reader, policy.reader);
  options.policy = policy;
  if (options.kiosk && !options.policy.kiosk) options.policy.kiosk.emplace();
  if (const QString wrong = faultOfKiosk(options, parser.isSet(report)); !wrong.isEmpty()) {
    return refused(wrong);
  }
  options.report = parser.value(report);
  constexpr double kLargestScale = 3.0;
  if (parser.isSet(textScale)) {
    options.textScale = parser.value(textScale).toDouble();
    if (!(options.textScale >= 1.0 && options.textScale <= kLargestScale)) {
      return refused(l("--text-scale takes a number from 1 to 3"));
    }
  }
  options.demo = parser.isSet(demo);
  options.person = parser.value(person);
  options.pki = parser.value(pki);
  if (options.demo && options.pki.isEmpty()) {
    return refused(l("--demo needs --pki DIR"));
  }
  if (!options.demo && !options.doctor && hasSampleTerms(options.server, policy.termsFolder)) {
    return refused(l("the terms of use are a sample, for demonstrations on this machine: name the "
                     "folder of the operator's as \"termsFolder\" in ") +
                   policyFile);
  }
  options.json = parser.isSet(json);
  if (options.json && !options.doctor) {
    return refused(l("--json goes with --doctor"));
  }
  return {.options = options, .text = {}, .exitCode = 0};
}

}  // namespace madoguchi::app
