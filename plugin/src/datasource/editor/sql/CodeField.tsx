import type { SchemaBody } from '@contract';
import { CodeEditor, type Monaco, type MonacoEditor } from '@grafana/ui';
import React, { forwardRef, useEffect, useImperativeHandle, useRef } from 'react';
import { t } from '../../../language/t';
import { handleOf, type CodeHandle } from './codeHandle';
import { registerHover } from './hover';
import { LANGUAGE_ID, registerLanguage } from './language';
import { registerCompletions, type Knowledge } from './suggest';

interface Props {
  value: string;
  readOnly: boolean;
  /** For completion; absent while it is not known. */
  schema?: SchemaBody;
  variables: readonly string[];
  /** The text, when the editor is left. */
  onCommit: (text: string) => void;
  /** Ctrl or Cmd and Enter. */
  onRun: () => void;
}

const hint = (): string =>
  t('datasource.sql.editorKeys', 'Ctrl+Enter runs it, Ctrl+Space completes, Ctrl+M lets the Tab key leave the editor.');

/**
 * A statement in Grafana's code editor. It stands here instead of plugin-ui's SQLEditor, which cannot be made read-only,
 * completes columns of one table only, has no place for inserting at the cursor, and leaves a language behind on the page
 * each time it is shown.
 */
export const CodeField = forwardRef<CodeHandle, Props>(function CodeField(
  { value, readOnly, schema, variables, onCommit, onRun },
  ref,
) {
  const handle = useRef<CodeHandle>();
  const dispose = useRef<() => void>();
  const latest = useRef({ schema, variables, onRun });
  useEffect(() => {
    latest.current = { schema, variables, onRun };
  });
  useEffect(() => () => dispose.current?.(), []);
  useImperativeHandle(ref, () => ({
    read: () => handle.current?.read() ?? value,
    replace: (text) => handle.current?.replace(text),
    insert: (name) => handle.current?.insert(name),
  }));

  const onMount = (editor: MonacoEditor, monaco: Monaco) => {
    handle.current = handleOf(editor);
    const knowledge: Knowledge = () => latest.current;
    const model = editor.getModel();
    const registered = model ? [registerCompletions, registerHover].map((add) => add(monaco, model, knowledge)) : [];
    dispose.current = () => registered.forEach((one) => one.dispose());
    // An action belongs to this editor; a command would answer for all editors on the page.
    editor.addAction({
      id: 'churnwatch-run-query',
      label: t('datasource.sql.run', 'Run query'),
      keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter],
      run: () => latest.current.onRun(),
    });
  };

  return (
    <CodeEditor
      language={LANGUAGE_ID}
      value={value}
      readOnly={readOnly}
      width="100%"
      height="100%"
      showLineNumbers
      showMiniMap={false}
      wordWrap
      monacoOptions={{
        ariaLabel: `${t('datasource.sql.editor', 'SQL statement.')} ${hint()}`,
        scrollBeyondLastLine: false,
        renderLineHighlight: 'none',
      }}
      onBeforeEditorMount={registerLanguage}
      onEditorDidMount={onMount}
      onBlur={onCommit}
      onSave={onCommit}
    />
  );
});
