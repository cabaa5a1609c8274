import fc from 'fast-check';
import { logLine } from './log-line';

const parse = (line: string): Record<string, unknown> => JSON.parse(line);

describe('a log line', () => {
  it('has the form that go-plugin reads', () => {
    const line = logLine('info', 'warehouse ready', { rows: 99_441 }, Date.UTC(2018, 7, 21, 9, 5, 7) + 12.345);
    expect(line).toBe(
      '{"@level":"info","@message":"warehouse ready","@timestamp":"2018-08-21T09:05:07.012345Z","rows":99441}\n',
    );
  });

  it('has six fraction digits at any time', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 4e12, noNaN: true }), (time) => {
        expect(parse(logLine('info', 'x', {}, time))['@timestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
      }),
    );
  });

  it('is one line of valid JSON within 64 KiB, whatever the fields are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.dictionary(fc.string(), fc.anything()), (message, fields) => {
        const line = logLine('debug', message, fields);
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(64 * 1024);
        expect(typeof parse(line)['@message']).toBe('string');
      }),
    );
  });

  it('cannot have its own keys overwritten', () => {
    const line = parse(logLine('error', 'real', { '@message': 'forged', '@level': 5 }));
    expect(line).toMatchObject({ '@message': 'real', '@level': 'error' });
  });

  it('stays within 64 KiB when fields are huge', () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${i}`, '\u0000'.repeat(4000)]));
    const line = logLine('warn', 'x'.repeat(1_000_000), many);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(64 * 1024);
    expect(parse(line).truncated).toMatch(/characters$/);
  });

  it('masks what sounds like a secret, at any depth', () => {
    const fields = { password: 'p1', settings: { apiKey: 'p2', headers: { Authorization: 'p3', Cookie: 'p4' } } };
    expect(logLine('info', 'x', { ...fields, accessToken: 'p5' })).not.toMatch(/p\d/);
  });

  it('writes errors with their stack, big integers and dates as text', () => {
    const line = parse(
      logLine('error', 'x', { error: new Error('disk full'), n: 5n, at: new Date(0), bad: new Date(NaN) }),
    );
    expect(line.error).toContain('disk full');
    expect(line).toMatchObject({ n: '5', at: '1970-01-01T00:00:00.000Z', bad: 'invalid date' });
  });

  it('survives an object that contains itself', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(parse(logLine('info', 'x', { loop }))).toHaveProperty('loop.self');
  });
});
