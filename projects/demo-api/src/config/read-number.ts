import { ConfigError } from './config-error.ts';

export interface NumberSetting {
  readonly name: string;
  readonly value: string | undefined;
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
}

/** Reads a whole number written in digits only, so that `1e3`, `0x10` and `5 minutes` are not misread. */
export function readNumber({ name, value, fallback, min, max }: NumberSetting): number {
  if (value === undefined || value.trim() === '') return fallback;
  const number = /^\d{1,12}$/.test(value.trim()) ? Number(value) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, not "${value}".`);
}
