import { isObject } from '../disk/shape.js';
import { columns } from '../output/table.js';
import type { Found } from '../settings/load.js';
import { SETTINGS } from '../settings/schema.js';
import type { Terminal } from '../terminal.js';

const COVERED = '••••••••';

const valueAt = (values: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), values);

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));

/** `isnad settings`: every setting, what it is now and where that was found. Secrets are covered. */
export const settingsCommand = async (terminal: Terminal, { settings, from }: Found): Promise<void> => {
  const rows = SETTINGS.map(({ path, variable, about, isSecret }) => {
    const value = valueAt(settings, path);
    const told = value === undefined ? '–' : isSecret ? COVERED : shown(value);
    return [path, variable, told, from.get(path) ?? '–', about];
  });
  await terminal.out(columns([['setting', 'variable', 'value', 'found in', 'what it is'], ...rows]));
};
