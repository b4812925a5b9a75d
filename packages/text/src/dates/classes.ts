import { fold } from '@isnad/arabic';
import data from './classes.json' with { type: 'json' };

/** The words of a class of classes.json, folded. */
export const classOf = (name: keyof typeof data.classes): ReadonlySet<string> =>
  new Set(data.classes[name].forms.map(fold));
