import type { DataFrame, QueryResultMetaNotice } from '@grafana/data';

/** The page says once that it shows the sample; the same note on every panel would only hide the others. */
const SAMPLE_NOTE = 'Generated sample data';

/** What the frames of a panel want the reader to know, each note once. */
export function noticesOf(frames: readonly DataFrame[]): QueryResultMetaNotice[] {
  const notices = frames.flatMap((frame) => frame.meta?.notices ?? []);
  const texts = new Set<string>();
  return notices.filter(({ text }) => {
    if (text.startsWith(SAMPLE_NOTE) || texts.has(text)) return false;
    texts.add(text);
    return true;
  });
}

/** The gravest severity among the notices. */
export function gravest(notices: readonly QueryResultMetaNotice[]): QueryResultMetaNotice['severity'] {
  if (notices.some(({ severity }) => severity === 'error')) return 'error';
  return notices.some(({ severity }) => severity === 'warning') ? 'warning' : 'info';
}
