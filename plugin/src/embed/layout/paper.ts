/** Of a list so many rows are shown where nobody can scroll to the rest. */
const MOST_ROWS = 15;
/** Of one with few more the others are shown as well. */
const FEW_MORE = 6;

/** How many rows of a list are shown on paper. */
export const rowsOnPaper = (rows: number): number => (rows <= MOST_ROWS + FEW_MORE ? rows : MOST_ROWS);
