import { act, renderHook, waitFor } from '@testing-library/react';
import { fakeServer, READY, type FakeServer } from '../testing/server';
import { fetchJson } from './http';
import { useStatus } from './useStatus';

let server: FakeServer;

beforeEach(() => {
  jest.useFakeTimers();
  server = fakeServer({}, () => []);
});
afterEach(() => jest.useRealTimers());

const after = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const failing = () => act(() => fetchJson('/api/dashboards').catch(() => undefined));

async function known() {
  const { result } = renderHook(() => useStatus());
  await waitFor(() => expect(result.current.status).toEqual(READY));
  return result;
}

it('asks soon after a request got no answer, and tells when the server is back', async () => {
  const result = await known();
  server.reachable = false;
  await failing();
  await after(3_000);
  expect(result.current.connection).toMatchObject({ lost: expect.stringContaining('does not answer'), returns: 0 });
  expect(result.current.status).toEqual(READY);
  server.reachable = true;
  await after(3_000);
  expect(result.current.connection).toEqual({ signedOut: false, returns: 1 });
});

it('tells a return, too, when the server was away for one request alone', async () => {
  const result = await known();
  server.reachable = false;
  await failing();
  server.reachable = true;
  await after(3_000);
  expect(result.current.connection).toEqual({ signedOut: false, returns: 1 });
});

it('does not ask again and again for a request that always fails', async () => {
  const result = await known();
  for (let i = 0; i < 5; i++) {
    server.reachable = false;
    await failing();
    server.reachable = true;
    await after(3_000);
  }
  expect(result.current.connection.returns).toBe(1);
  await after(30_000);
  expect(result.current.connection.returns).toBe(2);
});

it('knows when the reader has to sign in again, and looks at once when they come back', async () => {
  const result = await known();
  server.signedIn = false;
  await failing();
  await after(3_000);
  expect(result.current.connection).toEqual({ lost: 'Your sign-in has ended.', signedOut: true, returns: 0 });
  server.signedIn = true;
  act(() => void window.dispatchEvent(new Event('focus')));
  await after(0);
  expect(result.current.connection).toEqual({ signedOut: false, returns: 1 });
});

it('asks nothing when the reader comes back to a page that lacks nothing', async () => {
  await known();
  const asked = jest.spyOn(global, 'fetch');
  act(() => void window.dispatchEvent(new Event('focus')));
  await after(1_000);
  expect(asked).not.toHaveBeenCalled();
});
