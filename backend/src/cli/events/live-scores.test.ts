import type { WarehouseStatus } from '../../contract';
import { settledGeneration } from './live-scores';

it('goes on with the generation before until it is known which events the new one holds', () => {
  let [id, settled] = ['one', true];
  const status = (): WarehouseStatus => ({ state: 'ready', generation: { id } }) as WarehouseStatus;
  const generation = settledGeneration({ status }, () => settled);
  settled = false;
  id = 'two';
  expect(generation()?.id).toBe('one');
  settled = true;
  expect(generation()?.id).toBe('two');
});
