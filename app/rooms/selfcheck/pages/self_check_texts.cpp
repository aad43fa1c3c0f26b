#include "app/rooms/selfcheck/pages/self_check_texts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSysInfo>

#include "app/kit/texts.h"

namespace madoguchi::app {
namespace {

/// Of the JSON report; a change that a reader of it would notice makes it a new one.
constexpr int kFormat = 1;

QString l(const char* text) { return QString::fromUtf8(text); }

QString text(const QString& id) { return qtTrId(id.toUtf8().constData()); }

using Lines = std::vector<RubyText>;

RubyText label(const QString& key) {
  return RubyText::fromMarkup(text(l("selfCheck.detail.") + key));
}

/// Nothing in the value is markup.
RubyText line(const QString& key, const QString& value) {
  RubyText whole = label(key);
  whole.runs.push_back({l(": ") + value, {}});
  return whole;
}

/// Blocks of four can be compared by eye, and let the line break.
QString fingerprint(const QString& sha256) {
  QString blocks;
  for (qsizetype i = 0; i < sha256.size(); i += 4) {
    blocks += (i == 0 ? QString() : l(" ")) + sha256.mid(i, 4);
  }
  return blocks;
}

RubyText certificateLine(const QString& key, const QJsonValue& certificate) {
  return line(key, certificate[l("subject")].toString() + l(" – SHA-256 ") +
                       fingerprint(certificate[l("sha256")].toString()));
}

/// A line where the detail says something.
void addIfAny(Lines& lines, const QJsonObject& details, const char* key) {
  if (const QString value = details[l(key)].toString(); !value.isEmpty()) {
    lines.push_back(line(l(key), value));
  }
}

void addReaders(Lines& lines, const QJsonObject& details) {
  for (const QJsonValue reader : details[l("readers")].toArray()) {
    lines.push_back(line(l("reader"), reader.toString()));
  }
  addIfAny(lines, details, "wanted");
  for (const QJsonValue reader : details[l("withoutDriver")].toArray()) {
    lines.push_back(line(l("withoutDriver"), reader[l("name")].toString() + l(" (") +
                                                 reader[l("usbId")].toString() + l(")")));
    const QString driver = reader[l("driver")].toString();
    lines.push_back(driver.isEmpty() ? label(l("noDriver")) : line(l("driver"), driver));
    addIfAny(lines, reader.toObject(), "kernelDriver");
  }
}

void addCertificates(Lines& lines, const QJsonObject& details) {
  for (const char* which : {"signing", "authentication"}) {
    if (details.contains(l(which))) {
      lines.push_back(label(l(which)));
      append(lines.back(), RubyText::plain(l(": ")));
      append(lines.back(), label(l(details[l(which)].toBool() ? "present" : "absent")));
    }
  }
  const QJsonValue inDate = details[l("authenticationInDate")];
  if (inDate.isBool()) {
    append(lines.back(), RubyText::plain(l(", ")));
    append(lines.back(), label(l(inDate.toBool() ? "inDate" : "outOfDate")));
  }
}

void addTries(Lines& lines, const QJsonObject& details) {
  for (const char* which : {"password", "pin"}) {
    if (details.contains(l(which))) {
      lines.push_back(line(l(which), QString::number(details[l(which)].toInt())));
    }
  }
}

void addAnchors(Lines& lines, const QJsonObject& details) {
  const QJsonArray anchors = details[l("anchors")].toArray();
  if (details[l("source")] == l("system")) {
    lines.push_back(label(l("anchors.system")));
  }
  for (const QJsonValue anchor : anchors) {
    lines.push_back(certificateLine(l("anchors.file"), anchor));
  }
  if (details.contains(l("used"))) {
    lines.push_back(certificateLine(l("used"), details[l("used")]));
  }
}

Lines detailLines(const CheckItem& item) {
  const QJsonObject& details = item.details;
  Lines lines;
  if (details.isEmpty()) {
    return lines;
  }
  switch (item.id) {
    case CheckId::session:
      addIfAny(lines, details, "sandbox");
      addIfAny(lines, details, "remote");
      break;
    case CheckId::service:
      addIfAny(lines, details, "protocolVersion");
      break;
    case CheckId::readers:
      addReaders(lines, details);
      break;
    case CheckId::card:
      addIfAny(lines, details, "reader");
      break;
    case CheckId::certificates:
      addCertificates(lines, details);
      break;
    case CheckId::tries:
      addTries(lines, details);
      break;
    case CheckId::proxy:
      addIfAny(lines, details, "host");
      addIfAny(lines, details, "notUnderstood");
      if (lines.empty()) {
        lines.push_back(label(l("noProxy")));
      }
      break;
    case CheckId::memory:
    case CheckId::fonts:
    case CheckId::network:
      break;
    case CheckId::tls:
      for (const QJsonValue certificate : details[l("chain")].toArray()) {
        lines.push_back(certificateLine(l("chain"), certificate));
      }
      break;
    case CheckId::trustAnchors:
      addAnchors(lines, details);
      break;
    case CheckId::clock:
      lines.push_back(line(l("secondsAhead"), QString::number(details[l("secondsAhead")].toInt())));
      break;
  }
  return lines;
}

QString system() {
  return QSysInfo::prettyProductName() + l(", ") + QSysInfo::currentCpuArchitecture();
}

QString timeText(const QDateTime& time) { return time.toUTC().toString(Qt::ISODate); }

bool areBothBlocked(const CheckItem& item) {
  return item.id == CheckId::tries && item.details[l("password")].toInt(-1) == 0 &&
         item.details[l("pin")].toInt(-1) == 0;
}

/// What is to be done differs from one to the other.
void sayBothBlocked(CheckTexts& texts) {
  const FailureTexts password = failureTexts(FailureCode::passwordBlocked);
  const FailureTexts pin = failureTexts(FailureCode::pinBlocked);
  texts.text = password.title + u'\n' + pin.title;
  texts.code = codeText(FailureCode::passwordBlocked) + l(", ") + codeText(FailureCode::pinBlocked);
  texts.remedy = QStringList{qtTrId("secret.password.label"), password.remedy,
                             qtTrId("secret.pin.label"), pin.remedy}
                     .join(u'\n');
}

}  // namespace

CheckTexts checkTexts(const CheckItem& item) {
  const QString start = l("selfCheck.%1.").arg(name(item.id));
  CheckTexts texts;
  texts.title = text(start + l("title"));
  texts.verdict = text(l("selfCheck.verdict.") + name(item.verdict));
  texts.details = detailLines(item);
  if (areBothBlocked(item)) {
    sayBothBlocked(texts);
  } else if (item.code != FailureCode::none) {
    const FailureTexts failure = failureTexts(item.code);
    texts.text = failure.title;
    texts.code = codeText(item.code);
    texts.remedy = failure.remedy;
  } else if (item.verdict == Verdict::notChecked) {
    texts.text = qtTrId("selfCheck.notChecked");
  } else {
    texts.text = text(start + name(item.verdict));
  }
  return texts;
}

QString reportText(const std::vector<CheckItem>& items, const ReportHead& head) {
  QStringList lines{l("Madoguchi " MADOGUCHI_VERSION " – ") + spokenText(qtTrId("selfCheck.title")),
                    timeText(head.made) + l(" – ") + system(),
                    head.server.isEmpty() ? l("–") : head.server,
                    spokenText(text(l("selfCheck.whole.") + name(wholeVerdict(items)))), QString()};
  for (const CheckItem& item : items) {
    const CheckTexts texts = checkTexts(item);
    lines << l("[%1] %2: %3")
                 .arg(spokenText(texts.verdict), spokenText(texts.title), spokenText(texts.text));
    for (const RubyText& detail : texts.details) {
      lines << l("    ") + detail.base();
    }
    if (!texts.remedy.isEmpty()) {
      lines << l("    ") + spokenText(qtTrId("selfCheck.whatToDo")) + l(" ") +
                   spokenText(texts.remedy).replace(u'\n', l("\n    "));
    }
    if (!texts.code.isEmpty()) {
      lines << l("    ") + texts.code;
    }
  }
  return lines.join(u'\n') + u'\n';
}

QByteArray reportJson(const std::vector<CheckItem>& items, const ReportHead& head) {
  QJsonArray checks;
  for (const CheckItem& item : items) {
    const CheckTexts texts = checkTexts(item);
    checks.append(QJsonObject{
        {l("id"), name(item.id)},
        {l("verdict"), name(item.verdict)},
        {l("code"), item.code == FailureCode::none ? QJsonValue() : codeText(item.code)},
        {l("title"), spokenText(texts.title)},
        {l("text"), spokenText(texts.text)},
        {l("remedy"), spokenText(texts.remedy)},
        {l("details"), item.details},
    });
  }
  return QJsonDocument(QJsonObject{{l("format"), kFormat},
                                   {l("program"), l(MADOGUCHI_VERSION)},
                                   {l("system"), system()},
                                   {l("server"), head.server},
                                   {l("made"), timeText(head.made)},
                                   {l("language"), qtTrId("language.tag")},
                                   {l("verdict"), name(wholeVerdict(items))},
                                   {l("checks"), checks}})
      .toJson();
}

}  // namespace madoguchi::app
