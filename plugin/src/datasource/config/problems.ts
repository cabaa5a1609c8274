import { resolveSettings, SettingsError, type Settings } from '@contract';

/** What the backend would refuse about one setting, in words; nothing when it can be used. */
export function settingProblem(settings: Settings, name: keyof Settings): string | undefined {
  try {
    resolveSettings({ [name]: settings[name] });
    return undefined;
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
}
