import { loadGazetteer } from '@isnad/lexicon';
import { describe, expect, it } from 'vitest';
import { countryOf } from './located.js';

describe('countries under the codes of the forms', () => {
  it('holds every country that a place of the gazetteer lies in, so that no export loses its events', () => {
    const lacking = new Set<string>();
    // XX: seas, borders, rivers that lie in several.
    for (const { country } of loadGazetteer().places) if (country !== 'XX' && !countryOf(country)) lacking.add(country);
    expect([...lacking].sort()).toEqual([]);
  });
});
