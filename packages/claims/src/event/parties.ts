import type { Sentence } from '../clause/sentence.js';
import type { Roles } from '../frame/roles.js';
import type { Item } from '../scan/item.js';
import { classOf } from '../words/classes.js';

/** People, or both sides of a fight: whoever is no named side. */
export const isPeople = (item: Item): boolean =>
  item.kind === 'people' || (item.kind === 'number' && item.group !== undefined) || item.kind === 'both-sides';

const FAMILIES = new Set([
  'families',
  'residents',
  'civilians',
  'displaced',
  'women',
  'children',
  'persons',
  'syrian-families',
]);
/** Groups that fight: they withdraw and advance, they are not displaced. */
const FIGHTING = new Set([
  'fighters',
  'soldiers',
  'gunmen',
  'militants',
  'rebels',
  'snipers',
  'suicide-bombers',
  'opposition-factions',
  'israeli-settlers',
]);

/** «المدنيين» (the civilians): a group that is named as a side is. */
const isCivil = ({ side }: Item): boolean => side?.ids.some((id) => FAMILIES.has(id)) ?? false;

/** A side, or people who fight. */
export const isSide = (item: Item): boolean =>
  (item.kind === 'actor' && !isCivil(item)) ||
  (isPeople(item) && FIGHTING.has(item.group?.id ?? '')) ||
  item.metonym !== undefined;

/** «تعرضت القوات لإطلاق نار» (the forces came under fire): whether all of those whom something befalls bear arms. */
export const areArmed = ({ items }: Sentence, { targets }: Roles): boolean =>
  targets.length > 0 && targets.every((k) => isSide(items[k]!) && items[k]!.metonym === undefined);

/** People who do not fight. */
export const isFolk = (item: Item): boolean => (isPeople(item) && !FIGHTING.has(item.group?.id ?? '')) || isCivil(item);

/** Those who live somewhere: families, civilians, displaced people. */
export const isFamilies = (item: Item): boolean =>
  (isPeople(item) && FAMILIES.has(item.group?.id ?? '')) || isCivil(item);

/** «الآلاف», «المئات» (thousands, hundreds), of nobody told: people. */
export const isCrowd = ({ kind, group, form }: Item): boolean =>
  kind === 'number' && group === undefined && CROWD.has(form ?? '');
const CROWD = classOf('event/crowd');

const UNARMED: ReadonlySet<string> = new Set(['palestinians', 'protesters']);
/** A people that is named as a side is. */
export const isUnarmed = ({ side }: Item): boolean => side?.ids.some((id) => UNARMED.has(id)) ?? false;

const DETAINED = new Set(['detainees', 'prisoners', 'hostages', 'captives']);

/** Prisoners, hostages. */
export const isDetained = ({ group }: Item): boolean => DETAINED.has(group?.id ?? '');

/** A prison, named or not. */
export const isPrison = ({ place }: Item): boolean => place?.head?.kinds[0] === 'prison';
