import { acled } from './acled/acled.js';
import { airwars } from './airwars/airwars.js';
import { annotations } from './annotations/annotations.js';
import { csvTables } from './csv/csvTables.js';
import type { Form } from './form.js';
import { ftm } from './ftm/ftm.js';
import { geojson } from './geojson/geojson.js';
import { hxl } from './hxl/hxl.js';
import { jsonld } from './jsonld/jsonld.js';
import { ucdp } from './ucdp/ucdp.js';
import { xlsx } from './xlsx/xlsx.js';

/** The forms in which a case can be given to others, in the order in which they are shown. */
export const forms: readonly Form[] = [acled, ucdp, geojson, csvTables, xlsx, airwars, annotations, hxl, jsonld, ftm];
