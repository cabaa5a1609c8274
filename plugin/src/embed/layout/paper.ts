/** Of a list so many rows are shown where nobody can scroll to the rest. */
export const MOST_ROWS_ON_PAPER = 15;
