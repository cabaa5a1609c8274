import { servePlugin } from '../grafana';

/** What Grafana starts. The handlers, and with them DuckDB and the rest, are loaded after the handshake. */
await servePlugin(async (log) => {
  const { createHandlers } = await import('./plugin-handlers');
  return createHandlers(log);
});
