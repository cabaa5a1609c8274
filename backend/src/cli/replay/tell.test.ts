import { tellReplay } from './tell';

const SENT = { accepted: 1_200, duplicates: 1, rejected: 0 };

function telling(isTTY: boolean) {
  const written: string[] = [];
  const told = tellReplay({ isTTY, write: (text: Uint8Array | string) => written.push(String(text)) > 0 });
  return { ...told, written };
}

it('rewrites one line on a terminal, and clears it before the outcome', () => {
  const { onProgress, onWait, end, written } = telling(true);
  onProgress(SENT);
  onWait({ trouble: 'The disk is full.', waitMs: 1_600, triesLeft: 1 });
  onWait({ trouble: 'Too many.', waitMs: 3_000 });
  end();
  end();
  expect(written.map((text) => text.replace('\r\x1b[K', '<'))).toEqual([
    '<1,200 events taken, 1 was there before, 0 rejected so far',
    '<The disk is full. Trying again in 1.6 s, 1 try left.',
    '<Too many. Trying again in 3 s.',
    '<',
  ]);
});

it('tells a log each different trouble once, and no progress', () => {
  const { onProgress, onWait, end, written } = telling(false);
  for (const trouble of ['The disk is full.', 'The disk is full.', 'Too many.', 'The disk is full.']) {
    onProgress(SENT);
    onWait({ trouble, waitMs: 200, triesLeft: 7 });
  }
  end();
  expect(written).toEqual(['The disk is full. Trying again.\n', 'Too many. Trying again.\n']);
});
