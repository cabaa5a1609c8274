import { EventEmitter } from 'node:events';
import type { FastifyReply } from 'fastify';
import { abortedBy } from './ask';

it.each([
  ['has its answer', true],
  ['goes away without one', false],
])('aborts only for a client that goes away without its answer: one that %s', (_name, writableFinished) => {
  const raw = Object.assign(new EventEmitter(), { writableFinished });
  const signal = abortedBy({ raw, request: { raw: { socket: new EventEmitter() } } } as unknown as FastifyReply);
  raw.emit('close');
  expect(signal.aborted).toBe(!writableFinished);
});

it('aborts with the connection what waits behind an answer without an end on it', () => {
  const [raw, socket] = [Object.assign(new EventEmitter(), { writableFinished: false }), new EventEmitter()];
  const signal = abortedBy({ raw, request: { raw: { socket } } } as unknown as FastifyReply);
  socket.emit('close');
  expect(signal.aborted).toBe(true);
});
