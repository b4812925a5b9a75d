import { describe, expect, it } from 'vitest';
import countries from '../countries.json' with { type: 'json' };
import { countryOf } from '../located.js';
import { gridCellOf, regionOf } from './columns.js';
import { countryName } from './sides.js';

describe('codes of UCDP', () => {
  it.each([
    // Cells that public implementations of PRIO-GRID give as examples: by point, and by row and column (from 1).
    [10.51, 2.29, 145_085],
    [-90 + 150 / 2 + 0.25, -180 + 411 / 2 + 0.25, 108_412],
    [-90 + 118 / 2 + 0.25, -180 + 615 / 2 + 0.25, 85_576],
    [-90, -180, 1],
    [90, 180, 360 * 720],
  ])('%s, %s lies in cell %s of PRIO-GRID', (lat, lon, cell) => {
    expect(gridCellOf({ lat, lon })).toBe(cell);
  });

  it('gives every country the region of its number', () => {
    const regions = new Map(Object.keys(countries.countries).map((alpha2) => [alpha2, regionOf(countryOf(alpha2)!)]));
    for (const alpha2 of ['DZ', 'LY', 'SD', 'SS', 'TD', 'TN']) expect(regions.get(alpha2), alpha2).toBe('Africa');
    for (const alpha2 of ['SY', 'IQ', 'YE', 'IL', 'LB', 'PS', 'TR', 'IR', 'OM', 'EG'])
      expect(regions.get(alpha2), alpha2).toBe('Middle East');
    expect([...regions.values()]).not.toContain('');
  });

  it('has the numbers of Gleditsch and Ward, which are none of the Correlates of War', () => {
    expect(countryOf('YE')).toMatchObject({ gw: 678 });
    expect(countryOf('PS')).toMatchObject({ gw: null });
    expect(countryName(countryOf('YE')!)).toBe('Yemen (North Yemen)');
    expect(countryName(countryOf('SY')!)).toBe('Syria');
  });
});
