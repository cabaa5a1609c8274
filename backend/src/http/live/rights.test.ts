import { rightsCheck } from './rights';

it('looks once in a while whether a guest may still be told, also after the clock was set back', async () => {
  const holdsStill = jest.fn(() => Promise.resolve(false));
  const check = rightsCheck({ caller: { role: 'Viewer', name: 'ana' }, holdsStill }, 1_000);
  await check();
  expect(holdsStill).not.toHaveBeenCalled();
  const timer = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 1_000);
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 3_600_000);
  await expect(check()).rejects.toMatchObject({ reason: 'access' });
  timer.mockRestore();
  clock.mockRestore();
});
