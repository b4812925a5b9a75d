import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_FOLDER, loadLexicon } from '@isnad/lexicon';
import { reportId } from '@isnad/model';
import { afterAll, describe, expect, it } from 'vitest';
import { createReader } from './reader.js';

const HEAD = 'id,name,name_ar,forms,kind,parent,lat,lon,bank,certainty,source,needs_head,also';
const row = (id: string, arabic: string, lat: number, lon: number, kind = 'village', parent = 'sy.syria') =>
  `${id},${id},${arabic},,${kind},${parent},${lat},${lon},,B,test,,`;

/** Invented villages, some called like people, common words and kinds of place. */
const TABLE = [
  HEAD,
  row('sy.gn1', 'تل المجرب', 34.66, 40.86), // 5 km from Hajin
  row('sy.gn2', 'تل المجرب', 36.5, 37.2), // far from it
  row('sy.gn3', 'المزيرعان', 34.68, 40.84),
  row('sy.gn4', 'خالد العلي', 34.67, 40.85),
  row('sy.gn5', 'سلسلة', 34.68, 40.85),
  row('sy.gn6', 'قرى', 34.69, 40.82),
  row('sy.gn7', 'المعارضة', 34.69, 40.82),
  row('sy.gn8', 'هجين', 34.9, 40.6),
  row('sy.gn9', 'الشرقي', 34.69, 40.83),
  row('sy.gn10', 'أم الرجوم', 33.1, 36.3, 'village', 'sy.suwayda-governorate'),
  row('sy.gn11', 'منطقة المجرب', 34.7, 40.8, 'district', 'sy.deir-ez-zor-governorate'),
].join('\n');

const folder = mkdtempSync(join(tmpdir(), 'imported-'));
writeFileSync(join(folder, 'places.csv'), TABLE);
afterAll(() => rmSync(folder, { recursive: true }));

const readers = {
  own: createReader(loadLexicon()),
  imported: createReader(loadLexicon(DATA_FOLDER, folder)),
};

const placesIn = (text: string, reader: keyof typeof readers = 'imported'): readonly string[] => {
  const reading = readers[reader].read({
    path: 'x.txt',
    id: reportId(new TextEncoder().encode(text)),
    text,
    encoding: 'utf-8',
    form: 'plain',
    notes: [],
    given: { title: '', published: '2018-12-17' },
  });
  return [...new Set(reading.claims.flatMap((claim) => claim.places.map((place) => place.id)))].sort();
};

describe('an imported place is read', () => {
  it.each([
    ['behind a head noun, near what is named beside it', 'قصفت الطائرات قرية تل المجرب قرب مدينة هجين.', 'sy.gn1'],
    ['behind a head noun, in the area named beside it', 'سيطرت الفصائل على قرية أم الرجوم بريف السويداء.', 'sy.gn10'],
    ['alone, joined to a place nearby', 'سيطر التنظيم على هجين والمزيرعان أمس.', 'sy.gn3'],
    ['alone behind a preposition, near a place named before', 'بعد معارك في هجين، انفجر لغم في تل المجرب.', 'sy.gn1'],
    ['as an area, with its head', 'قتل مدني بقصف على منطقة المجرب قرب هجين.', 'sy.gn11'],
  ])('%s', (_why, text, id) => expect(placesIn(text)).toContain(id));
});

describe('an imported name is left alone', () => {
  it.each([
    ['without anything near', 'انفجر لغم في تل المجرب.'],
    ['where a man is named', 'قال خالد العلي إن هجين تعرضت للقصف، وقتل خالد العلي في هجين.'],
    ['where a common word is meant', 'شن التحالف على هجين سلسلة غارات، وانسحبت المعارضة من هجين.'],
    ['where it announces places', 'سيطرت قسد على قرى قرب هجين.'],
    ['where it is an adjective', 'قصف التحالف الحي الشرقي في هجين.'],
  ])('%s', (_why, text) => expect(placesIn(text)).toEqual(placesIn(text, 'own')));

  it('where the project’s own tables hold it', () => {
    expect(placesIn('قصف التحالف قرية هجين قرب غرانيج.')).not.toContain('sy.gn8');
  });
});
