import { EventEmitter } from 'node:events';
import type { FastifyReply } from 'fastify';
import { abortedBy } from './ask';

it.each([
  ['has its answer', true],
  ['goes away without one', false],
])('aborts only for a client that goes away without its answer: one that %s', (_name, writableFinished) => {
  const raw = Object.assign(new EventEmitter(), { writableFinished });
  const signal = abortedBy({ raw } as unknown as FastifyReply);
  raw.emit('close');
  expect(signal.aborted).toBe(!writableFinished);
});
