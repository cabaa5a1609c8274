import { roleOf, seesFullIds } from './callers';

describe('roleOf', () => {
  it.each([
    ['Admin', 'Admin'],
    ['Editor', 'Editor'],
    ['Viewer', 'Viewer'],
    ['', 'None'],
    [undefined, 'None'],
    ['admin', 'None'],
    ['Operator', 'None'],
    ['Grafana Admin', 'None'],
  ])('%p is %s', (given, role) => {
    expect(roleOf(given)).toBe(role);
  });
});

describe('seesFullIds', () => {
  const roles = ['Admin', 'Operator', 'Editor', 'Viewer', 'None'] as const;

  it.each([
    ['viewers', [true, true, true, false, false]],
    ['everybody', [false, false, false, false, false]],
    ['nobody', [true, true, true, true, true]],
  ] as const)('masking ids for %s', (maskCustomerIds, seen) => {
    expect(roles.map((role) => seesFullIds(role, { maskCustomerIds }))).toEqual(seen);
  });
});
