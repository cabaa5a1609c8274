import { sqlValue } from './sql-value';

describe('a variable in a statement', () => {
  it.each([
    [['SP', 'RJ'], {}, "'SP','RJ'"],
    [['SP'], { multi: true }, "'SP'"],
    [[1, 2.5], { multi: true }, '1,2.5'],
    ['SP', { multi: true }, "'SP'"],
    ['SP', { includeAll: true }, "'SP'"],
    ['payment_value', {}, 'payment_value'],
    ['SP', undefined, 'SP'],
    [7, {}, '7'],
    [7, { multi: true }, '7'],
    ['7', {}, '7'],
    ['', {}, ''],
    ['', { multi: true }, "''"],
    [[], { multi: true }, 'NULL'],
    [null, {}, ''],
    [true, {}, 'true'],
  ])('%j of %j stands as %s', (value, variable, sql) => {
    expect(sqlValue(value, variable)).toBe(sql);
  });

  it.each([
    ["O'Brien", {}, "O''Brien"],
    ["O'Brien", { multi: true }, "'O''Brien'"],
    [["a'b", "'); DROP TABLE x; --"], {}, "'a''b','''); DROP TABLE x; --'"],
    ["' OR ''='", {}, "'' OR ''''=''"],
  ])('%j cannot leave its quotes', (value, variable, sql) => {
    expect(sqlValue(value, variable)).toBe(sql);
  });
});
