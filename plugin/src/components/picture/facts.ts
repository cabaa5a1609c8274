export interface Fact {
  name: string;
  value: string;
}

/** What a part of a picture says when it is pointed at. */
export interface Facts {
  title: string;
  text?: string;
  facts: Fact[];
}

/** The same as one text, for screen readers. */
export function factsText({ title, text, facts }: Facts): string {
  const figures = facts.map(({ name, value }) => `${name} ${value}`).join('; ');
  const parts = [text?.replace(/\.$/, ''), figures].filter((part) => part !== undefined && part !== '');
  return parts.length > 0 ? `${title}: ${parts.join('. ')}` : title;
}
