/** The query kind for statements that people write themselves. */
export const SQL_KINDS = ['sql'] as const;

/** What a statement's result may be formatted as. Logs are not among them: the warehouse holds none. */
export const SQL_FORMATS = ['table', 'time_series', 'numeric'] as const;
export type SqlFormat = (typeof SQL_FORMATS)[number];

/** Who may run statements of their own: nobody, editors and admins, or everybody who may query the data source. */
export const SQL_MODES = ['off', 'editors', 'everybody'] as const;
export type SqlMode = (typeof SQL_MODES)[number];

/** Longest statement, in characters: more than any that a person writes, few enough to read quickly. */
export const MAX_SQL_LENGTH = 20_000;
