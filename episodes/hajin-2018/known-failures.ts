/** What must come out of this episode and does not yet, with the reason. An entry that starts to hold fails the run. */
export const knownFailures: Readonly<Record<string, string>> = {
  'no information on losses is not a count of zero': 'own losses with فقد (lost) are read as missing, not as killed',
  'a count that rises replaces the earlier one':
    'of the two counts (72 after 41) the earlier is read as a strength, the later without its side',
  'the chain runs from the agency to the Observatory': 'a source told by another (أفاد … وكالة) is not chained',
  'what is denied is kept as denied': 'a denial by a spokesman in the middle of a clause is not read',
  'parts inside parts keep their wholes': 'a part of a part (17 of 36 of 43) is hung on the whole',
  'a counter-attack that was thrown back takes nothing':
    'هجوم معاكس is read as an attack; صدّته takes the wrong subject',
  'those who fled, were caught again and are still at large are told apart':
    'prisoners caught again are read as detained',
  'the strike on al-Buqan is one incident, told by three reports':
    'the lead of the second report gives no day, and what it tells again is not joined to it',
  'the capture of Hajin is one incident of 14 December, told by the dated and the undated report':
    'the pocket that the town belongs to is read as the place of the capture',
  'the hospital’s capture is another incident, three days before':
    'the hospital «of the town» is not found among the places',
  'the undated report is dated by what it shares with the others': 'it shares too few incidents that were read',
  'the Observatory’s count of fighters killed runs through three reports':
    'the window of a toll that rises (ارتفعت حصيلة الهجوم الذي بدأ في) is not read',
  'the count of the counter-attack is its own series: 41, then 72':
    'of the two counts (72 after 41) the earlier is read as a strength',
};
