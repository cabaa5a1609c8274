import { textsFor, type Texts } from './texts';

export interface SignInPage {
  /** Where to go on to, as `localPath` answers. */
  next: string;
  /** Why the last try failed. */
  problem?: { statusCode: number; message: string };
  acceptLanguage?: string;
}

/** The page on which somebody pastes their token: no scripts, and nothing from elsewhere. */
export function signInPage({ next, problem, acceptLanguage }: SignInPage): string {
  const texts = textsFor(acceptLanguage);
  const words = problem && (texts.problems[problem.statusCode] ?? problem.message);
  const said = words === undefined ? '' : `<p role="alert">${escaped(words)} ${texts.again}</p>`;
  return document(
    texts,
    `<p>${texts.explain}</p>
${said}
<form method="post" action="/sign-in">
<input type="hidden" name="next" value="${escaped(next)}">
<label for="token">${texts.token}</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus spellcheck="false">
<button>${texts.button}</button>
</form>`,
  );
}

/** The page on which somebody signs out. @param name of whoever is signed in */
export function signOutPage(name: string, acceptLanguage: string | undefined): string {
  const texts = textsFor(acceptLanguage);
  return document(
    texts,
    `<p>${texts.signedInAs} <strong>${escaped(name)}</strong>.</p>
<form method="post" action="/sign-out">
<button>${texts.signOut}</button>
</form>`,
  );
}

function document({ language, title }: Texts, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
<main>
<h1>${title}</h1>
${body}
</main>
</html>
`;
}

/** A page that opens itself again: asked by our own origin this time, so that the browser sends its cookie. */
export const AGAIN_PAGE =
  '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0"><title>…</title>\n';

/**
 * Where to go on to after a sign-in: a path of this server, else its first page.
 *
 * @param wanted as an address or a form says, so anything
 */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return '/';
  return wanted;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

const STYLE = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{display:grid;place-items:center;min-height:100vh;margin:0}
main{width:min(24rem,90vw)}
h1{font-size:1.4rem}
label,input,button{display:block;width:100%;box-sizing:border-box;font:inherit}
input,button{margin:.25rem 0 1rem;padding:.5rem}
[role=alert]{border-left:4px solid #d10e5c;padding-left:.75rem}
`;
