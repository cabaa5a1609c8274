import { useEffect } from 'react';
import { goTo } from './location';

/** Follows links between dashboards without loading the page anew; every other link is left to the browser. */
export function useLinks(): void {
  useEffect(() => {
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, []);
}

function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || event.defaultPrevented || event.button !== 0 || hasModifier(event) || !isOwn(link)) return;
  event.preventDefault();
  goTo(`${link.pathname}${link.search}`);
  window.scrollTo(0, 0);
}

function hasModifier({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey;
}

function isOwn(link: HTMLAnchorElement): boolean {
  if (link.origin !== window.location.origin || link.hasAttribute('download')) return false;
  return (link.target === '' || link.target === '_self') && (link.pathname === '/' || link.pathname.startsWith('/d/'));
}
