import { isObject, text } from '../model/read';

interface Icon {
  attributes: Record<string, string>;
  /** The drawing inside the svg element. */
  content: string;
}

let icons: ReadonlyMap<string, Icon> = new Map();

/** Loads the icons that belong to the page: a JSON object of attributes and content by `folder/name`. */
export async function loadIcons(json: Promise<unknown>): Promise<void> {
  const all = await json;
  if (!isObject(all)) return;
  icons = new Map(Object.entries(all).map(([name, icon]) => [name, toIcon(icon)]));
}

/** The icon at an address such as `/assets/build/img/icons/unicons/times.svg`. */
export function iconAt(src: string): Icon | undefined {
  const name = /([^/]+\/[^/]+)\.svg$/.exec(src)?.[1];
  return name === undefined ? undefined : icons.get(name);
}

function toIcon(json: unknown): Icon {
  if (!isObject(json)) return { attributes: {}, content: '' };
  const attributes = isObject(json.attributes) ? json.attributes : {};
  return {
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, text(value)])),
    content: text(json.content),
  };
}
