/** A whole number with thousands separated; what is not known counts as none. */
export function count(value: number): string {
  return Math.round(Number.isNaN(value) ? 0 : value).toLocaleString('en-US');
}

/** A number with its noun: `1 customer`, `2,310 customers`, `no customers`. */
export function counted(value: number, one: string, many: string): string {
  const text = count(value);
  if (text === '0') return `no ${many}`;
  return `${text} ${text === '1' ? one : many}`;
}
