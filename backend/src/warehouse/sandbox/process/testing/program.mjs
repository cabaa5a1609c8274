// Stands in for the bundled program: what it does with a statement is said by the statement.
const stoppable = new Set();
const send = (message, then) => process.send(message, then);
const die = () => process.kill(process.pid, 'SIGKILL');
const tell = (id, length) => send({ id, answer: { length, columns: [] } });
const fail = (id, failure, query) => send({ id, failure, query });

const STATEMENTS = {
  PID: (id) => tell(id, process.pid),
  ENVIRONMENT: (id) => tell(id, Object.keys(process.env).filter((name) => name.startsWith('SECRET')).length),
  WRONG: (id) => fail(id, 'no such column', true),
  STOPS: (id) => stoppable.add(id),
  HANG: () => {},
  DIE: die,
  MEMORY: () => send({ outOfMemory: true }, die),
  TIRED: (id) => {
    send({ tired: true });
    tell(id, process.pid);
  },
};
const REQUESTS = {
  open: (id, { options }) => (options.file === 'none' ? fail(id, 'no such file', false) : send({ id, answer: true })),
  parse: (id, { sql }) => sql !== 'HANG' && send({ id, answer: `tree of ${sql}` }),
  run: (id, { sql }) => STATEMENTS[sql](id),
};

process.on('disconnect', () => process.exit());
process.on('message', ({ id, request, stop }) => {
  if (request) REQUESTS[request.type](id, request);
  else if (stoppable.delete(stop)) fail(stop, 'stopped', true);
});
