export const THEME_MODES = ['system', 'light', 'dark'] as const;

/** Light, dark, or what the system asks for. */
export type ThemeMode = (typeof THEME_MODES)[number];
