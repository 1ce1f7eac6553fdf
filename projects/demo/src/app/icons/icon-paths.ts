/** Line icons on a 24 by 24 grid. */
export const ICON_PATHS = {
  alert: 'M12 4 2.5 20h19zM12 10v4M12 17h.01',
  cart: 'M3 4h2l2.5 11h10L20 7H6M9 20h.01M16 20h.01',
  check: 'm5 12 5 5L20 7',
  down: 'm6 9 6 6 6-6',
  empty: 'M4 13h4l2 3h4l2-3h4M6 5h12l3 8v6H3v-6z',
  lock: 'M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4',
  moon: 'M21 12.8A9 9 0 1 1 11.2 3a7 7 0 0 0 9.8 9.8z',
  none: 'M5 12h14',
  plus: 'M12 5v14M5 12h14',
  refresh: 'M21 4v6h-6M3 20v-6h6M4 9a8.5 8.5 0 0 1 14-3.2l3 4.2M3 14l3 4.2A8.5 8.5 0 0 0 20 15',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM21 21l-5-5',
  signIn: 'M15 3h4a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-4M10 17l5-5-5-5M15 12H3',
  signOut: 'M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4M16 17l5-5-5-5M21 12H9',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4',
  system: 'M3 4h18v12H3zM8 20h8M12 16v4',
  trash: 'M3 6h18M8 6V4h8v2M6 6l1 14h10l1-14',
  up: 'm6 15 6-6 6 6',
  user: 'M20 21v-2a4 4 0 0 0-4-4H8a4 4 0 0 0-4 4v2M12 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
} as const;

export type IconName = keyof typeof ICON_PATHS;
