import type { Command } from 'commander';
import type { Settings } from './schema.js';

/** Options of commands that a setting gives where the command line (or the option's own variable) does not. */
const optionsOf = ({ serve, by, gazetteer }: Settings): Readonly<Record<string, unknown>> => ({
  host: serve?.host,
  port: serve?.port,
  log: serve?.log,
  by,
  gazetteer,
});

/** Puts settings in the place of the defaults of a command's options. */
export const applySettings = (command: Command, settings: Settings): void => {
  const given = optionsOf(settings);
  for (const option of command.options) {
    const name = option.attributeName();
    const source = command.getOptionValueSource(name);
    if (given[name] === undefined || (source !== undefined && source !== 'default')) continue;
    command.setOptionValueWithSource(name, given[name], 'config');
  }
};
