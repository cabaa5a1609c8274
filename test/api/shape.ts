/**
 * Where two JSON values differ in shape: in the type of a value, or in the fields of an object. Lists are compared by
 * their first entries, and null (not known) is like anything. Documented entries of lists are shortened, never invented.
 */
export function differences(documented: unknown, answered: unknown, path = 'answer'): string[] {
  if (documented === null || answered === null) return [];
  if (Array.isArray(documented) && Array.isArray(answered)) {
    if (documented.length === 0 || answered.length === 0) return [];
    return differences(documented[0], answered[0], `${path}[0]`);
  }
  if (isFields(documented) && isFields(answered)) return fieldDifferences(documented, answered, path);
  const [one, other] = [typeOf(documented), typeOf(answered)];
  return one === other ? [] : [`${path} is documented as ${one}, answered as ${other}`];
}

type Fields = Readonly<Record<string, unknown>>;

function fieldDifferences(documented: Fields, answered: Fields, path: string): string[] {
  const names = new Set([...Object.keys(documented), ...Object.keys(answered)]);
  return [...names].flatMap((name) => {
    if (!(name in answered)) return `${path}.${name} is documented, but not answered`;
    if (!(name in documented)) return `${path}.${name} is answered, but not documented`;
    return differences(documented[name], answered[name], `${path}.${name}`);
  });
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

/** The value with every list in it cut to its first entries. */
export function shortened(value: unknown, entries: number): unknown {
  if (Array.isArray(value)) return value.slice(0, entries).map((one) => shortened(one, entries));
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shortened(one, entries)]));
}
