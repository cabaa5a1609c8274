import { setTimeout as sleep } from 'node:timers/promises';
import { untilCancelled } from './cancelling';

const PATIENCE_MS = 30;

let exit: jest.SpyInstance;
beforeEach(() => {
  exit = jest.spyOn(process, 'exit').mockImplementation((() => undefined) as never);
});
afterEach(() => exit.mockRestore());

it('tells work that it is to end', async () => {
  const done = untilCancelled(
    false,
    (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    60_000,
  );
  process.emit('SIGTERM');
  await done;
  expect(exit).not.toHaveBeenCalled();
});

it('ends the process when work hangs all the same', async () => {
  void untilCancelled(false, () => new Promise(() => undefined), PATIENCE_MS);
  process.emit('SIGTERM');
  expect(exit).not.toHaveBeenCalled();
  await sleep(PATIENCE_MS * 5);
  expect(exit).toHaveBeenCalledWith(130);
});
