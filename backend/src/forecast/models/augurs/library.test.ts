import { augurs, loadAugurs } from './library';

test('the library says so when it is not loaded yet', async () => {
  jest.resetModules();
  const { augurs: fresh } = await import('./library');
  expect(fresh).toThrow('not loaded yet');
});

test('the library loads once, and its optimiser fits a line', async () => {
  await Promise.all([loadAugurs(), loadAugurs()]);
  const { Prophet, optimizer } = augurs();
  const day = 86_400;
  const ds = Array.from({ length: 60 }, (_, index) => index * day);
  const model = new Prophet({ optimizer, uncertaintySamples: 0 });
  model.fit({ ds, y: ds.map((_, index) => 10 + index) });
  const { yhat } = model.predict({ ds: [70 * day] });
  expect(yhat.point[0]).toBeCloseTo(80, 0);
});
