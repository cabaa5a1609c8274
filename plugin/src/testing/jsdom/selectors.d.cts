/** What jsdom gives a selector's match: an element from within. */
interface Inside {
  localName: string;
  getAttributeNS(namespace: null, name: string): string | null;
}

export function mayMatch(element: Inside, selector: string | undefined): boolean;
