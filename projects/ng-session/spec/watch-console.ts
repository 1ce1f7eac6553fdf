/** What the console is warned of from now on, until the end of the test; nothing is printed. */
export function watchConsole(): () => readonly string[] {
  const warn = spyOn(console, 'warn');
  return () => warn.calls.allArgs().map(([warning]) => String(warning));
}
