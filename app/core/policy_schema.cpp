#include "app/core/policy_schema.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

namespace madoguchi::app {
namespace {

using Json = nlohmann::json;
using Fault = PolicyFault::Kind;

QString textOfJson(const Json& value) {
  return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
}

QString listed(const Json& values) {
  QStringList texts;
  for (const Json& one : values) texts << textOfJson(one);
  return texts.join(QStringLiteral(", "));
}

/// "~" and "/" are written as "~0" and "~1" (RFC 6901).
QString below(const QString& place, const std::string& name) {
  QString token = QString::fromStdString(name);
  token.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
  return place + u'/' + token;
}

bool hasType(const Json& value, const std::string& type) {
  if (type == "integer") return value.is_number_integer();
  return type == value.type_name();
}

class Judge {
 public:
  explicit Judge(const Json& whole) : m_whole(whole) {}

  void judge(const Json& given, const Json& value, const QString& place) {
    const Json& schema = resolved(given);
    if (schema.contains("anyOf")) {
      judgeAny(schema["anyOf"], value, place);
    } else if (const std::string type = schema.at("type"); !hasType(value, type)) {
      add(place, Fault::wrongType, QString::fromStdString(type));
    } else if (value.is_object()) {
      judgeObject(schema, value, place);
    } else if (value.is_array()) {
      judgeArray(schema, value, place);
    } else {
      judgeScalar(schema, value, place);
    }
  }
  std::vector<PolicyFault> takeFaults() { return std::move(m_faults); }

 private:
  void add(const QString& place, Fault kind, const QString& detail = {}) {
    m_faults.push_back({place, kind, detail});
  }

  [[nodiscard]] const Json& resolved(const Json& schema) const {
    return schema.contains("$ref")
               ? m_whole.at(Json::json_pointer(schema["$ref"].get<std::string>().substr(1)))
               : schema;
  }

  /// By the first that is of the value's type.
  void judgeAny(const Json& choices, const Json& value, const QString& place) {
    for (const Json& one : choices) {
      if (hasType(value, resolved(one).at("type"))) return judge(one, value, place);
    }
    add(place, Fault::wrongType, QString::fromStdString(resolved(choices.front()).at("type")));
  }

  void judgeObject(const Json& schema, const Json& value, const QString& place) {
    const Json& properties = schema.at("properties");
    for (const auto& [name, member] : value.items()) {
      if (properties.contains(name)) {
        judge(properties[name], member, below(place, name));
      } else {
        add(below(place, name), Fault::unknownName);
      }
    }
    for (const Json& name : schema.value("required", Json::array())) {
      if (!value.contains(name)) add(below(place, name), Fault::missing);
    }
  }

  void judgeArray(const Json& schema, const Json& value, const QString& place) {
    if (value.empty() && schema.contains("minItems")) add(place, Fault::empty);
    for (std::size_t i = 0; i < value.size(); ++i) {
      const QString here = below(place, std::to_string(i));
      judge(schema.at("items"), value[i], here);
      for (std::size_t before = 0; before < i; ++before) {
        if (schema.value("uniqueItems", false) && value[before] == value[i]) {
          add(here, Fault::twice);
          break;
        }
      }
    }
  }

  void judgeScalar(const Json& schema, const Json& value, const QString& place) {
    if (value.is_string() && value.get_ref<const std::string&>().empty() &&
        schema.contains("minLength")) {
      add(place, Fault::empty);
    }
    if (schema.contains("enum") &&
        std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end()) {
      add(place, Fault::notOneOf, listed(schema["enum"]));
    }
    if (schema.contains("pattern")) {
      const QRegularExpression pattern(
          QRegularExpression::anchoredPattern(textOfJson(schema["pattern"])));
      if (!pattern.match(textOfJson(value)).hasMatch()) {
        add(place, Fault::wrongForm, listed(schema.value("examples", Json::array())));
      }
    }
    if (schema.contains("minimum") && (value < schema["minimum"] || value > schema.at("maximum"))) {
      add(place, Fault::outOfRange, listed(Json{schema["minimum"], schema["maximum"]}));
    }
  }

  const Json& m_whole;
  std::vector<PolicyFault> m_faults;
};

}  // namespace

std::vector<PolicyFault> faultsBySchema(const nlohmann::json& schema, const nlohmann::json& value) {
  Judge judge(schema);
  judge.judge(schema, value, {});
  return judge.takeFaults();
}

}  // namespace madoguchi::app
