/** Settings that cannot be used; the message names the setting, what is wrong, and what may stand there. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** True for a setting that is not there, also where an empty field was saved. */
export const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';
