#include "app/core/program_options.h"

#include <QCommandLineParser>
#include <QFile>
#include <QUrl>

#include "app/core/language.h"
#include "app/core/machine_file.h"
#include "app/core/password_link.h"
#include "app/core/server_origin.h"
#include "app/core/terms_of_use.h"
#include "app/core/visible_text.h"
#include "protocol/languages.h"
#include "protocol/terms_version.h"

namespace madoguchi::app {
namespace {

// As the conventions of the shell have it: 2 for wrong usage.
constexpr int kUsageError = 2;

QString l(const char* text) { return QString::fromLatin1(text); }

ParsedOptions refused(const QString& why) {
  return {.options = std::nullopt,
          .text = l("madoguchi: ") + why + l("\nTry 'madoguchi --help'.\n"),
          .exitCode = kUsageError};
}

/// Whether people would agree to no more than a sample, at a service that is in earnest.
bool hasSampleTerms(const ProgramOptions& options) {
  if (protocol::sampleTermsSuffice(QUrl(options.server).host().toStdString())) return false;
  return options.termsFolder.isEmpty() ||
         readTerms(options.termsFolder, Language::tags().first()).version.toStdString() ==
             protocol::kTermsVersion;
}

}  // namespace

ParsedOptions parseOptions(const QStringList& arguments, const QString& machineFile) {
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
  parser.addOptions({help, version, language, server, caFile, reader, textScale, report, demo,
                     person, pki, doctor, json});

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
  const auto token = handedOver.size() == 1 ? handedOverToken(handedOver.first()) : std::nullopt;
  if (!handedOver.isEmpty() && !token) {
    // Not with a link in it that may be somebody's.
    return refused(handedOver.first().startsWith(l("madoguchi:"))
                       ? l("this is no link that sets a password")
                       : l("unexpected argument ") + shownAddress(handedOver.first()));
  }

  const MachineSettings machine = readMachineFile(machineFile);
  if (!machine.fault.isEmpty()) {
    return refused(machine.fault);
  }
  const auto ofMachine = [&](const char* key) {
    const auto entry = machine.entries.find(l(key));
    return entry != machine.entries.end() ? entry->second : QString();
  };
  const auto setting = [&](const QCommandLineOption& option, const char* key) {
    return parser.isSet(option) ? parser.value(option) : ofMachine(key);
  };

  ProgramOptions options;
  options.passwordLink = token.value_or("");
  options.language = parser.value(language);
  if (!options.language.isEmpty() &&
      protocol::findLanguage(options.language.toStdString()) == nullptr) {
    return refused(l("--lang takes one of ") + tags);
  }
  options.doctor = parser.isSet(doctor);
  const QString address = setting(server, "server");
  options.server = serverOrigin(address);
  if (address.isEmpty() && !options.doctor) {
    return refused(l("no server is configured: give --server URL, or \"server\" in ") +
                   machineFile);
  }
  if (options.server.isEmpty() && !address.isEmpty()) {
    return refused(l("the server must be https://host[:port], not ") + shownAddress(address));
  }
  options.caFile = setting(caFile, "caFile");
  if (!options.caFile.isEmpty() && !QFile::exists(options.caFile)) {
    return refused(l("there is no file ") + options.caFile);
  }
  options.reader = setting(reader, "reader");
  options.termsFolder = ofMachine("termsFolder");
  const QString termsProblem =
      options.termsFolder.isEmpty() ? QString() : termsFault(options.termsFolder);
  if (!termsProblem.isEmpty()) {
    return refused(l("the terms of use: ") + termsProblem);
  }
  options.operatorTexts = machine.texts;
  if (const QString name = ofMachine("textSize"); !name.isEmpty()) {
    const auto size = textSizeNamed(name);
    if (!size) {
      return refused(l("\"textSize\" in ") + machineFile + l(" is one of A, A+ and A++"));
    }
    options.textSize = *size;
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
  if (!options.demo && !options.doctor && hasSampleTerms(options)) {
    return refused(l("the terms of use are a sample, for demonstrations on this machine: name the "
                     "folder of the operator's as \"termsFolder\" in ") +
                   machineFile);
  }
  options.json = parser.isSet(json);
  if (options.json && !options.doctor) {
    return refused(l("--json goes with --doctor"));
  }
  return {.options = options, .text = {}, .exitCode = 0};
}

}  // namespace madoguchi::app
