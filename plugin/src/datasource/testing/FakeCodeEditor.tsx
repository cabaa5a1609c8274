import type { CodeEditor, Monaco, MonacoEditor, monacoTypes } from '@grafana/ui';
import React, { useEffect, useRef, type ComponentProps } from 'react';

type Provider = monacoTypes.languages.CompletionItemProvider;
type HoverProvider = monacoTypes.languages.HoverProvider;

/** The completion providers of the editors that are shown. */
export const providers = new Set<Provider>();

/** What tells of names in the editors that are shown. */
export const hovers = new Set<HoverProvider>();

/** A text field in place of Grafana's code editor, which needs a real browser. Its text is one long line. */
export function FakeCodeEditor(props: ComponentProps<typeof CodeEditor>) {
  const { value, readOnly, monacoOptions, onBlur, onBeforeEditorMount, onEditorDidMount } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const actions = useRef<Array<() => void>>([]);
  const mount = useRef({ onBeforeEditorMount, onEditorDidMount });

  useEffect(() => {
    if (area.current) area.current.value = value;
  }, [value]);
  useEffect(() => {
    if (!area.current) return;
    const monaco = fakeMonaco();
    mount.current.onBeforeEditorMount?.(monaco);
    mount.current.onEditorDidMount?.(fakeEditor(area.current, actions.current), monaco);
  }, []);

  return (
    <textarea
      ref={area}
      aria-label={monacoOptions?.ariaLabel}
      readOnly={readOnly}
      onBlur={(event) => onBlur?.(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.ctrlKey && event.key === 'Enter') actions.current.forEach((run) => run());
      }}
    />
  );
}

/** Monaco as far as the editor asks for it. */
export function fakeMonaco(): Monaco {
  const registered: string[] = [];
  return Object.assign(Object.create(null), {
    KeyMod: { CtrlCmd: 2048 },
    KeyCode: { Enter: 3 },
    Range: { fromPositions: (from: { column: number }, to: { column: number }) => [from.column, to.column] },
    languages: {
      CompletionItemKind: { Field: 'Field', Struct: 'Struct', Constant: 'Constant', Variable: 'Variable' },
      CompletionItemInsertTextRule: { InsertAsSnippet: 4 },
      getLanguages: () => registered.map((id) => ({ id })),
      register: ({ id }: { id: string }) => registered.push(id),
      setLanguageConfiguration: jest.fn(),
      setMonarchTokensProvider: jest.fn(),
      registerCompletionItemProvider: (_: string, provider: Provider) => {
        providers.add(provider);
        return { dispose: () => providers.delete(provider) };
      },
      registerHoverProvider: (_: string, provider: HoverProvider) => {
        hovers.add(provider);
        return { dispose: () => hovers.delete(provider) };
      },
    },
  });
}

/** A text as the editor keeps it. */
export function fakeModel(read: () => string): monacoTypes.editor.ITextModel {
  return Object.assign(Object.create(null), {
    getValue: read,
    getOffsetAt: ({ column }: { column: number }) => column - 1,
    getPositionAt: (offset: number) => ({ lineNumber: 1, column: offset + 1 }),
    getFullModelRange: () => ({ startColumn: 1, endColumn: read().length + 1 }),
  });
}

function fakeEditor(area: HTMLTextAreaElement, actions: Array<() => void>): MonacoEditor {
  const model = fakeModel(() => area.value);
  const selection = () => ({
    startColumn: area.selectionStart + 1,
    endColumn: area.selectionEnd + 1,
    getStartPosition: () => ({ column: area.selectionStart + 1 }),
    getEndPosition: () => ({ column: area.selectionEnd + 1 }),
  });
  return Object.assign(Object.create(null), {
    getModel: () => model,
    getValue: () => area.value,
    getSelection: selection,
    setSelection: ({ startColumn, endColumn }: { startColumn: number; endColumn: number }) =>
      area.setSelectionRange(startColumn - 1, endColumn - 1),
    pushUndoStop: () => true,
    executeEdits: (_: string, edits: Array<{ range: { startColumn: number; endColumn: number }; text: string }>) => {
      for (const { range, text } of edits) area.setRangeText(text, range.startColumn - 1, range.endColumn - 1, 'end');
    },
    addAction: ({ run }: { run: () => void }) => actions.push(run),
    focus: () => area.focus(),
  });
}
