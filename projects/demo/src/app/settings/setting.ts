/** A choice of this browser, such as its cache rule. A blocked storage forgets it, and nothing breaks. */
export interface Setting {
  read(): string | null;
  write(value: string): void;
}

export function setting(name: string): Setting {
  const key = `demo.${name}`;
  return {
    read: () => attempt(() => localStorage.getItem(key)) ?? null,
    write: (value) => attempt(() => localStorage.setItem(key, value)),
  };
}

function attempt<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
