import { describe, expect, it } from 'vitest';
import { loadGazetteer } from './gazetteer.js';
import { resolvePlace } from './resolve.js';

const gazetteer = loadGazetteer();

/**
 * Look-alikes. A line: the name as written · head noun before it · places named beside it · countries of
 * outlet and actors · the place meant (— for none) · what decides.
 */
const CASES = `
السوسة |      | Hajin, Al-Shaafah             |    | sy.al-susah                      | prominence
السوسة |      |                               | SY | sy.al-susah                      | prominence
السوسة | بلدة |                               |    | sy.al-susah                      | spelling
السوسة | ناحية |                              |    | sy.al-susah-subdistrict          | head
سوسة   | سجن  | Sulaymaniyah                  | IQ | iq.susah-prison-sulaymaniyah     | head
سوسة   | سجن  | Hajin                         | SY | iq.susah-prison-sulaymaniyah     | head
سوسة   |      |                               | TN | tn.sousse                        | country
سوسة   |      | Sfax                          |    | tn.sousse                        | near
سوسة   |      | Derna, Shahhat                |    | ly.susah-libya                   | near
سوسة   |      | Al-Baghuz                     |    | sy.al-susah                      | near
الرمادي |     | Fallujah                      | IQ | iq.ramadi                        | near
الرمادي |     | Hajin, Al-Bukamal             |    | sy.al-ramadi-syria               | near
الرمادي |     |                               | IQ | iq.ramadi                        | country
الرمادي | مدينة |                             |    | iq.ramadi                        | head
الرمادي | قضاء |                              |    | iq.ramadi-district               | head
الرمادي |     |                               | SY | sy.al-ramadi-syria               | country
الكشمة |      | Hajin                         |    | sy.al-kashmah-east               | bank
الكشمة |      | Al-Asharah                    |    | sy.al-kashmah-west               | near
الكشمة |      | Al-Shaafah, Al-Susah          |    | sy.al-kashmah-east               | near
الكشمة |      | Al-Duwayr, Subaykhan          |    | sy.al-kashmah-west               | bank
صور    |      | Bint Jbeil                    | LB | lb.tyre                          | only
صور    | مدينة |                              |    | lb.tyre                          | spelling
صور    |      |                               | LB | —                                | none
الصور  |      | Hajin                         | SY | —                                | none
الصور  | بلدة |                               | SY | sy.al-sur                        | spelling
الصور  | ناحية |                              | SY | sy.al-sur-subdistrict            | head
طرابلس |      | Beirut                        |    | lb.tripoli-lebanon               | near
طرابلس |      | Misrata                       |    | ly.tripoli                       | country
طرابلس |      |                               | LY | ly.tripoli                       | country
طرابلس |      |                               | LB | lb.tripoli-lebanon               | country
طرابلس |      | Zawiya                        | LB | ly.tripoli                       | near
طرابلس |      | Homs                          | SY | lb.tripoli-lebanon               | near
الباب  |      |                               | SY | —                                | none
الباب  | مدينة |                              | SY | sy.al-bab                        | spelling
الباب  |      | Bizaah, Tadif                 | SY | sy.al-bab                        | prominence
القائم |      |                               | IQ | —                                | none
القائم |      | al-Bukamal                    | SY | iq.al-qaim                       | prominence
القائم | قضاء |                               | IQ | iq.al-qaim-district              | head
القائم | معبر |                               | IQ | iq.al-qaim-crossing              | head
البصيرة |     | Al-Shuhayl                    |    | sy.al-busayrah                   | prominence
ذيبان  |      | Mayadin                       |    | sy.dhiban                        | near
ذيبان  |      |                               | JO | jo.dhiban-jordan                 | country
ذيبان  | ناحية |                              |    | sy.dhiban-subdistrict            | head
الشعفة |      | Hajin                         |    | sy.al-shaafah                    | near
الشعفة |      |                               | SA | sa.al-shaafah-saudi-arabia       | country
الدوير |      | Subaykhan                     |    | sy.al-duwayr                     | near
الدوير |      | Nabatieh                      |    | lb.al-duwayr-nabatieh            | near
الصالحية |    | Al-Bukamal                    |    | sy.al-salihiyah                  | near
الصالحية |    | Deir ez-Zor, Hatla            |    | sy.al-salihiyah-deir-ez-zor      | near
الصالحية | حي | Damascus                      |    | sy.al-salihiyah-damascus         | near
الحضر  |      | Mosul                         | IQ | —                                | none
الحضر  | مدينة | Mosul                        | IQ | iq.al-hadar                      | spelling
حضر    | بلدة | Quneitra                      | SY | sy.hadar                         | spelling
حضر    |      |                               | SY | —                                | none
العمر  |      | Hajin                         | SY | —                                | none
العباس |      | Al-Bukamal                    |    | sy.al-abbas                      | only
العباس |      |                               | LB | —                                | none
الجلاء | بلدة |                               | SY | sy.al-jala                       | prominence
الجلاء | معسكر | Aden                         | YE | ye.jala-camp                     | head
البيضاء | محافظة |                            | YE | ye.al-bayda-governorate          | head
البيضاء | مدينة |                             | YE | ye.al-bayda                      | country
البيضاء | مدينة |                             | LY | ly.al-bayda-libya                | country
البيضاء |     | Derna, Shahhat                |    | ly.al-bayda-libya                | vouched
المالكية |    | Qamishli, Rumaylan            |    | sy.al-malikiyah                  | near
المالكية |    | Tal Rifaat, Menagh            |    | sy.al-malikiyah-azaz             | near
المالكية |    | Mays al-Jabal                 |    | il.malkia                        | near
المنصورة | بلدة | Tabqa                       |    | sy.al-mansura                    | near
المنصورة | حي | Aden                          |    | ye.al-mansurah-aden              | near
الخالدية | حي | Homs                          |    | sy.al-khalidiyah-homs            | near
الخالدية | حي | Aleppo                        |    | sy.al-khalidiyah-aleppo          | near
الخالدية | قضاء | Ramadi                      |    | iq.khaldiyah                     | head
الزهراء | بلدة | Nubl                         |    | sy.al-zahraa                     | near
عين عيسى |    | Tal Abyad                     |    | sy.ain-issa                      | near
عين عيسى |    | Kasab                         |    | sy.ayn-issa-latakia              | near
أريحا  |      | Ihsim                         |    | sy.ariha                         | near
أريحا  |      | Ramallah                      |    | ps.jericho                       | near
الحويجة | قضاء |                              | IQ | iq.hawija-district               | head
الحويجة | حي  | Dhiban                        | SY | sy.al-huwayja                    | head
الجنينة | مدينة |                             | SD | sd.geneina                       | country
الجنينة |     | Ardamata                      | SD | sd.geneina                       | vouched
القاهرة |     |                               | EG | eg.cairo                         | vouched
القاهرة |     |                               |    | eg.cairo                         | vouched
القاهرة | قرية | Joreen                       | SY | sy.al-qahirah-hama               | head
السليمانية |  | Chamchamal                    | IQ | iq.sulaymaniyah                  | vouched
السليمانية | محافظة |                         |    | iq.sulaymaniyah-governorate      | head
السليمانية | حي | Aleppo                      |    | sy.al-sulaymaniyah-aleppo        | head
الناصرية | مدينة |                            | IQ | iq.nasiriyah                     | country
دوما   |      | Harasta                       |    | sy.douma                         | vouched
دوما   |      | Nablus, Qusra                 |    | ps.duma-nablus                   | near
دوما   |      |                               | SY | sy.douma                         | vouched
صيدا   |      | Ain al-Hilweh camp            |    | lb.sidon                         | vouched
صيدا   |      | Tafas                         |    | sy.saida-daraa                   | near
الطيبة |      | Bint Jbeil                    |    | lb.al-taybeh-lebanon             | vouched
شبعا   |      | Kfar Shouba                   |    | lb.shebaa                        | vouched
شبعا   |      | Jaramana                      |    | sy.shabaa                        | near
الرياض |      |                               | SA | sa.riyadh                        | vouched
الرياض | ناحية | Hawija                       | IQ | iq.al-riyadh-kirkuk              | near
سامراء |      |                               | IQ | iq.samarra                       | prominence
دير الزور | محافظة |                          |    | sy.deir-ez-zor-governorate       | head
دير الزور | مدينة |                           |    | sy.deir-ez-zor                   | head
دير الزور |   | Hajin                         |    | sy.deir-ez-zor                   | prominence
صنعاء  |      | Nihm front                    | YE | ye.sanaa                         | prominence
غزة    |      |                               |    | ps.gaza-strip                    | only
مستشفى هجين | |                               |    | sy.hajin-hospital                | only
هجين   | مستشفى |                             | SY | sy.hajin-hospital                | head
هجين   | مدرسة |                              | YE | —                                | none
هجين   | مدرسة |                              | SY | sy.hajin                         | head-at
عدن    |      | Khormaksar                    |    | ye.aden                          | vouched
عدن    | حي   | Mosul                         |    | iq.aden-mosul                    | head
`;

interface Case {
  readonly name: string;
  readonly head: string;
  readonly nearby: readonly string[];
  readonly countries: readonly string[];
  readonly meant: string;
  readonly method: string;
}

const cases: readonly Case[] = CASES.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([name, head, nearby, countries, meant, method]) => ({
    name: name!,
    head: head!,
    nearby: nearby!.split(',').flatMap((one) => one.trim() || []),
    countries: countries!.split(/\s+/).filter(Boolean),
    meant: meant!,
    method: method!,
  }));

const companion = (name: string) => {
  const found = gazetteer
    .namedInEnglish(name)
    .find((place) => !['governorate', 'district', 'subdistrict'].includes(place.kind));
  if (!found) throw new Error(`the table of cases names an unknown companion: ${name}`);
  return found;
};

/** As a reader finds them: the looser spellings count behind a head noun only. */
const candidatesOf = (one: Case) => [
  ...gazetteer.named(one.name),
  ...(one.head ? gazetteer.namedLoosely(one.name) : []),
];

const contextOf = (one: Case) => ({
  ...(one.head && { head: one.head }),
  form: one.name,
  nearby: one.nearby.map(companion),
  countries: one.countries,
});

const resolve = (one: Case) => resolvePlace(candidatesOf(one), contextOf(one), gazetteer);

describe('look-alikes', () => {
  it('come in at least sixty cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });

  it.each(cases)('$head $name beside $nearby ($countries) is $meant, by $method', (one) => {
    const { place, method, rejected } = resolve(one);
    expect([place?.id ?? '—', method]).toEqual([one.meant, one.method]);
    const candidates = new Set(candidatesOf(one));
    expect(rejected.length, 'each other candidate is rejected with a reason').toBe(candidates.size - (place ? 1 : 0));
    for (const other of rejected) expect(other.why.length).toBeGreaterThan(10);
  });

  it('do not depend on the order of the candidates', () => {
    for (const one of cases) {
      const there = resolve(one);
      const back = resolvePlace(candidatesOf(one).reverse(), contextOf(one), gazetteer);
      expect(back.place?.id).toBe(there.place?.id);
    }
  });
});

describe('names that are also common words', () => {
  it.each([
    ['الضفة', [], '—', 'the bank: of a river as well'],
    ['الضفة', ['Ramallah'], 'ps.west-bank', 'a place in it vouches'],
    ['الضفة الغربية', [], 'ps.west-bank', 'the full name stands alone'],
    ['محافظة صلاح الدين', [], 'iq.salah-al-din-governorate', 'its own head noun vouches'],
    ['صلاح الدين', [], '—', 'also a man'],
    ['الدير', [], '—', 'the monastery'],
    ['الدير', ['Al-Muhasan'], 'sy.deir-ez-zor', 'a place near by vouches'],
  ])('%s beside %j is %s (%s)', (form, nearby, meant) => {
    const context = { form, nearby: nearby.map(companion), countries: [] };
    expect(resolvePlace(gazetteer.named(form), context, gazetteer).place?.id ?? '—').toBe(meant);
  });
});
