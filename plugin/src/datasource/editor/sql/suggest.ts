import type { SchemaBody } from '@contract';
import type { Monaco, monacoTypes } from '@grafana/ui';
import { completionsAt, type Completion } from '../../statement/completions';
import { LANGUAGE_ID } from './language';

/** What completion needs to know, asked anew each time, as it may arrive after the editor. */
export type Knowledge = () => { schema: SchemaBody | undefined; variables: readonly string[] };

/** Offers completions in one editor's text, and in no other on the page, until it is disposed of. */
export function registerCompletions(
  monaco: Monaco,
  text: monacoTypes.editor.ITextModel,
  knowledge: Knowledge,
): monacoTypes.IDisposable {
  return monaco.languages.registerCompletionItemProvider(LANGUAGE_ID, {
    triggerCharacters: ['.', '$', ' ', '(', ',', '{'],
    provideCompletionItems: (model, position, context) => {
      const { schema, variables } = knowledge();
      if (model !== text || !schema) return { suggestions: [] };
      const { start, end, items } = completionsAt(model.getValue(), model.getOffsetAt(position), schema, variables);
      if (isIdle(context.triggerCharacter, items)) return { suggestions: [] };
      const range = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
      return { suggestions: items.map((item, index) => suggestionOf(monaco, item, index, range)) };
    },
  });
}

/** After a space or a bracket only a table is offered unasked: everything else may be meant to be left as it is. */
function isIdle(trigger: string | undefined, items: readonly Completion[]): boolean {
  return trigger !== undefined && ' (,'.includes(trigger) && items[0]?.kind !== 'table';
}

function suggestionOf(
  monaco: Monaco,
  { kind, label, snippet, detail, help }: Completion,
  index: number,
  range: monacoTypes.IRange,
): monacoTypes.languages.CompletionItem {
  return {
    label: labelOf({ kind, label, detail, help }),
    kind: kindOf(monaco, kind),
    insertText: snippet,
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
    detail,
    documentation: help,
    // What fits best stands first, which the editor would sort by name.
    sortText: String(index).padStart(5, '0'),
    // A variable is found by its plain name, whichever way the writer began it.
    filterText: kind === 'variable' ? `${label} \${${label.slice(1)}` : label,
    range,
  };
}

/** What stands beside every entry of the list; its detail would stand beside the chosen one only. */
function labelOf({
  kind,
  label,
  detail,
  help,
}: Omit<Completion, 'snippet'>): monacoTypes.languages.CompletionItemLabel {
  if (kind === 'macro') return { label, detail: detail.slice(label.length) };
  return { label, description: kind === 'table' ? help : detail };
}

function kindOf({ languages }: Monaco, kind: Completion['kind']): monacoTypes.languages.CompletionItemKind {
  const kinds = languages.CompletionItemKind;
  const known = {
    column: kinds.Field,
    table: kinds.Struct,
    alias: kinds.Struct,
    macro: kinds.Constant,
    variable: kinds.Variable,
    function: kinds.Function,
    keyword: kinds.Keyword,
  };
  return known[kind];
}
