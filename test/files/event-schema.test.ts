import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EVENT_LIMITS } from '../../backend/src/contract';
import { EVENT_SCHEMA } from '../../backend/src/contract/events/schemas';
import { readJson } from './repository';

const FILE = 'docs/schemas/shop-event.schema.json';

/** The schema of an event for those who send events and have no server of ours to ask. */
const SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $comment: `At most ${EVENT_LIMITS.eventBytes} bytes as UTF-8. CHURNWATCH_SCHEMAS=write makes this file anew.`,
  ...EVENT_SCHEMA,
};

it('gives the schema of events as the contract has it', () => {
  const json = JSON.stringify(SCHEMA, undefined, 2);
  if (process.env.CHURNWATCH_SCHEMAS === 'write') {
    const path = join(process.cwd(), '..', FILE);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${json}\n`);
  }
  expect(readJson(FILE)).toEqual(JSON.parse(json));
});
