/** When two ids mean one thing: the folding of the annotation guide's scorer. */

const TYPE_FAMILIES: readonly (readonly string[])[] = [
  ['armed-clash', 'ground-attack', 'counter-attack'],
  ['air-strike', 'drone-strike'],
  ['shelling'],
  ['car-bomb', 'suicide-attack', 'ied-mine'],
  ['capture', 'advance'],
  ['withdrawal', 'repelled'],
  ['arrest', 'raid', 'recapture'],
  ['execution', 'attack-on-civilians', 'abduction'],
];

/** Types that annotators take for each other are one family; any other type is its own. */
export const typeFamily = (type: string): string => {
  const family = TYPE_FAMILIES.findIndex((types) => types.includes(type));
  return family < 0 ? type : `family-${family}`;
};

const fold = (id: string): string =>
  id
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '')
    .replace(/^(al|ad|as|ash|ar|an|at|az)(?=[a-z]{4})/, '');

/** Words for the same side or source that annotators used side by side. */
const SAME: Readonly<Record<string, string>> = {
  prisoners: 'detainees',
  localofficials: 'localofficial',
  uae: 'uaeforces',
  saudiarabia: 'saudiforces',
  israel: 'israelforces',
  suicidebomber: 'suicidebombers',
  suicideattackers: 'suicidebombers',
  iraqiarmy: 'iraqisecurityforces',
  syrianarmy: 'syriangovernment',
  syrianstatemedia: 'sana',
  correspondent: 'ownsources',
  officialsource: 'officials',
  russia: 'russianforces',
  russiaforces: 'russianforces',
  russiandefenceministry: 'russianforces',
  turkishdefenceministry: 'turkishforces',
  usgovernment: 'usforces',
  pentagon: 'usforces',
  turkishgovernment: 'turkishforces',
  yemeniarmy: 'yemenigovernment',
  conflictmonitors: 'monitors',
};

/** The id under which two ids are compared. */
export const idKey = (id: string | null | undefined): string => {
  const folded = fold(id ?? '');
  return SAME[folded] ?? folded;
};

const THINGS = new Set(
  'homes house houses buildings bridges shops restaurant tunnel ambulances checkpoints embassies residentialarea residentialbuilding cells'.split(
    ' ',
  ),
);

/** Sides and groups of people among targets; things that annotators noted are not scored. */
export const peopleAmong = (ids: readonly string[]): readonly string[] =>
  ids.filter((id) => !/\s/.test(id) && !THINGS.has(fold(id)));

const PERSONS = new Set(
  ['persons', 'people', 'civilians', 'residents', 'employees', 'merchants', 'citizens', 'victims'].map(idKey),
);
const ARMED = new Set(['fighters', 'gunmen', 'soldiers', 'militants', 'unknown'].map(idKey));

/** Groups agree within a family when the report leaves the finer word open. */
export const groupFamily = (group: string): string => {
  const key = idKey(group);
  if (PERSONS.has(key)) return 'persons';
  return ARMED.has(key) ? 'armed' : key;
};
