/** The text of states.ts. */
export function makeShapes(): string;
