import { nameOfPlace, withoutPlaces, type WarehouseStatus } from '../contract';
import { permits } from './access/permissions';
import type { Role } from './access/role';

/** A status as somebody of this role is told it: where on the server's disks files lie is for those who look after them. */
export function statusFor(role: Role, status: WarehouseStatus): WarehouseStatus {
  if (permits(role, 'manage')) return status;
  const { generation } = status;
  const shortened = shorten(status, generation ? [generation.source] : []);
  return generation
    ? { ...shortened, generation: { ...generation, source: sourceFor(role, generation.source) } }
    : shortened;
}

/** Where a generation's files lay, as somebody of this role is told it. */
export function sourceFor(role: Role, source: string): string {
  return permits(role, 'manage') ? source : nameOfPlace(source);
}

/** The same with paths shortened in all texts, however deep they lie. */
function shorten<T>(value: T, known: readonly string[]): T;
function shorten(value: unknown, known: readonly string[]): unknown {
  if (typeof value === 'string') return withoutPlaces(value, known);
  if (Array.isArray(value)) return value.map((one) => shorten<unknown>(one, known));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shorten<unknown>(one, known)]));
}
