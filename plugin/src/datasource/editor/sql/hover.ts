import type { Monaco, monacoTypes } from '@grafana/ui';
import { describeAt } from '../../statement/describeAt';
import { LANGUAGE_ID } from './language';
import type { Knowledge } from './suggest';

/** Tells what a name stands for when the pointer rests on it, in one editor's text, until it is disposed of. */
export function registerHover(
  monaco: Monaco,
  text: monacoTypes.editor.ITextModel,
  knowledge: Knowledge,
): monacoTypes.IDisposable {
  return monaco.languages.registerHoverProvider(LANGUAGE_ID, {
    provideHover: (model, position) => {
      const { schema } = knowledge();
      if (model !== text || !schema) return undefined;
      const told = describeAt(model.getValue(), model.getOffsetAt(position), schema);
      if (!told) return undefined;
      const range = monaco.Range.fromPositions(model.getPositionAt(told.start), model.getPositionAt(told.end));
      return { range, contents: [{ value: '```\n' + told.title + '\n```' }, { value: told.help }] };
    },
  });
}
