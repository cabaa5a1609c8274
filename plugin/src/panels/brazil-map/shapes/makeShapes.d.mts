/** The text of the contract's state-outlines.ts. */
export function makeShapes(): string;
