#pragma once

#include "app/kit/form/field_editor.h"

class QVBoxLayout;

// The kinds of editors, each in a file of its own name.

namespace madoguchi::app {

FieldEditor* makeTextEditor(const EditorFor& made,
                            QWidget* parent);  ///< a number too, with its unit
FieldEditor* makeLinesEditor(const EditorFor& made, QWidget* parent);
FieldEditor* makeDateEditor(const EditorFor& made, QWidget* parent);
FieldEditor* makeChoiceEditor(const EditorFor& made, QWidget* parent);
FieldEditor* makeCodeEditor(const EditorFor& made, QWidget* parent);
FieldEditor* makeCodesEditor(const EditorFor& made, QWidget* parent);
FieldEditor* makePlaceEditor(const EditorFor& made, QWidget* parent);
FieldEditor* makeConsentEditor(const EditorFor& made, QWidget* parent);
FieldEditor* makeAttachmentEditor(const EditorFor& made, QWidget* parent);

/// What the field's rule says to input methods and to keys on the screen: digits, Latin or any
/// text.
Qt::InputMethodHints hintsFor(const forms::Field& field);

/// The column in which an editor puts its controls.
QVBoxLayout* columnOf(FieldEditor& editor);

}  // namespace madoguchi::app
