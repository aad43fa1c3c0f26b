#pragma once

#include <map>
#include <set>
#include <utility>

#include "app/form/form_model.h"
#include "forms/engine/relevance.h"

namespace madoguchi::app {

/// The inside of FormModel: answers, what of them is asked, and what was said about them.
class FormModel::Private {
 public:
  /// Where a field stands in the tables of the form and the rows of its group.
  struct Place {
    std::size_t field = 0;
    std::size_t row = 0;
  };
  /// What a page is made of.
  struct Shape {
    std::vector<forms::FieldPath> groups;  ///< with their rows
    std::vector<forms::FieldPath> fields;
    std::vector<QStringList> choices;  ///< of each whose choices depend on other answers
    bool operator==(const Shape&) const = default;
  };
  struct Removed {
    std::string group;
    std::size_t index = 0;
    forms::Row row;
  };

  Private(FormModel& model, const forms::Definition& definition, FactsNow factsNow)
      : q(model), form(definition), askFacts(std::move(factsNow)) {}

  /// Good until the answers or facts are others: forget() comes before every change.
  [[nodiscard]] const forms::Relevance& now() const;
  void forget() { relevance.reset(); }

  [[nodiscard]] std::optional<Place> find(const forms::FieldPath& path) const;
  [[nodiscard]] QStringList offered(const Place& place) const;
  [[nodiscard]] Shape shapeNow() const;

  /// True where it was another value.
  bool set(const forms::FieldPath& field, std::string value);
  /// Takes back what confirmed the answers, of which `other` is another now, and adds it to what
  /// has changed. Files are added while they arrive, and are not what was stated.
  void takeBackConfirmations(const forms::FieldPath& other, QVector<forms::FieldPath>& changed);
  void tell(const QVector<forms::FieldPath>& fields, const QObject* by);
  /// That they are others.
  void tellRows(const std::string& group);
  void tellShape();
  void show(std::vector<forms::Finding> found);
  [[nodiscard]] bool isOvertaken(const forms::FieldPath& path) const;
  /// Findings of what is no longer asked.
  void dropStale();
  void lookForCorrected();
  /// The new findings of one page among those of the others.
  [[nodiscard]] std::vector<forms::Finding> merged(std::vector<forms::Finding> found,
                                                   std::string_view page) const;

  FormModel& q;
  const forms::Definition& form;
  FactsNow askFacts;
  forms::Answers answers;
  std::map<forms::FieldPath, std::pair<std::string, ValueOrigin>> filled;
  std::map<forms::FieldPath, QString> missing;
  std::vector<forms::Finding> findings;
  std::map<forms::FieldPath, std::string> judgedValues;  ///< in which they were found
  std::set<forms::FieldPath> corrected;
  bool ofService = false;  ///< the findings
  std::optional<Removed> removed;
  Shape shape;  ///< as last told

  mutable forms::Facts facts;
  mutable std::unique_ptr<forms::Relevance> relevance;
};

}  // namespace madoguchi::app
