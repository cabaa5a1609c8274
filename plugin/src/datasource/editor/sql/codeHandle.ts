import type { MonacoEditor } from '@grafana/ui';
import { insertionFor } from '../../statement/insertion';

/** What the parts around a code editor may do with its text. */
export interface CodeHandle {
  read(): string;
  /** Writes another text in place of the whole; undo brings the old one back. */
  replace(text: string): void;
  /** Writes a name at the cursor, in place of what is selected, and puts the cursor behind it. */
  insert(name: string): void;
}

/** The handle of a code editor. */
export function handleOf(editor: MonacoEditor): CodeHandle {
  return {
    read: () => editor.getValue(),
    replace: (text) => {
      const model = editor.getModel();
      if (model) edit(editor, [{ range: model.getFullModelRange(), text }]);
    },
    insert: (name) => insert(editor, name),
  };
}

function insert(editor: MonacoEditor, name: string): void {
  const [model, selection] = [editor.getModel(), editor.getSelection()];
  if (!model || !selection) return;
  const [from, to] = [model.getOffsetAt(selection.getStartPosition()), model.getOffsetAt(selection.getEndPosition())];
  const sql = model.getValue();
  const { text, select } = insertionFor(name, sql.slice(0, from), sql.slice(to));
  edit(editor, [{ range: selection, text, forceMoveMarkers: true }]);
  const [start, end] = [model.getPositionAt(from + select[0]), model.getPositionAt(from + select[1])];
  editor.setSelection({
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  });
  editor.focus();
}

function edit(editor: MonacoEditor, edits: Parameters<MonacoEditor['executeEdits']>[1]): void {
  editor.pushUndoStop();
  editor.executeEdits(LABEL, edits);
  editor.pushUndoStop();
}

const LABEL = 'churnwatch';
