/** True for a query of early warnings that is to be answered anew whenever a warning is made or changed. */
export function wantsLive(query: { kind?: unknown; live?: unknown; hide?: boolean }): boolean {
  return query.kind === 'alerts' && query.live === true && !query.hide;
}
