/**
 * The style of table cells that hold numbers. Twice the class: tables share this very style, which then stands before a table's
 * own.
 */
export const numberCell = { 'th&&, td&&': { textAlign: 'right' } } as const;
