/** The attributes that decide what the frame shows. */
export const ATTRIBUTES = ['link', 'src', 'dashboard', 'panel', 'from', 'to', 'variables', 'theme', 'lang', 'height'];

/** An attribute's value; undefined when it is absent. */
export type Reader = (name: string) => string | undefined;

/**
 * The address of the frame, or in words why there is none: either a signed `link` as `churnwatch link` prints it, or the
 * server's `src` with `dashboard` and `panel`. `variables` is written as in an address: `var-state=SP&var-state=RJ`.
 *
 * @param parent origin of the page around, which the frame is to talk to
 */
export function addressOf(read: Reader, parent: string): URL | string {
  const base = baseOf(read);
  if (typeof base === 'string') return base;
  for (const [name, value] of new URLSearchParams(read('variables') ?? '')) {
    if (!name.startsWith('var-')) return `"${name}" in variables is no variable; write var-state=SP.`;
    base.searchParams.append(name, value);
  }
  for (const name of ['from', 'to', 'theme', 'lang']) {
    const value = read(name);
    if (value !== undefined) base.searchParams.set(name, value);
  }
  if (read('height') !== undefined) base.searchParams.set('height', 'fill');
  base.searchParams.set('parent', parent);
  return base;
}

function baseOf(read: Reader): URL | string {
  const [link, src, dashboard, panel] = [read('link'), read('src'), read('dashboard'), read('panel')];
  if (link !== undefined) return webAddress(link) ?? `"${link}" is no address. Write what "churnwatch link" printed.`;
  const server = webAddress(src ?? '');
  if (!server) return 'Say where Churnwatch is: src="http://127.0.0.1:4680", or link="…" with a signed link.';
  if (!dashboard) return 'Say which dashboard is meant: dashboard="churnwatch-executive-overview".';
  if (panel !== undefined && !/^\d+$/.test(panel)) return `panel must be the number of a panel, not "${panel}".`;
  const path = `embed/${encodeURIComponent(dashboard)}${panel === undefined ? '' : `/${panel}`}`;
  return new URL(path, `${server.origin}${server.pathname.replace(/\/?$/, '/')}`);
}

/** An address of the web, and no script that a frame would run in the page. */
function webAddress(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) ? url : undefined;
}
