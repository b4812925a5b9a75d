/** What must come out of this episode and does not yet, with the reason. An entry that starts to hold fails the run. */
export const knownFailures: Readonly<Record<string, string>> = {
  'no information on losses is not a count of zero': 'own losses with فقد (lost) are read as missing, not as killed',
  'a count that rises replaces the earlier one': 'counts behind حصيلة (toll) with ارتفع إلى are not read',
  'the chain runs from the agency to the Observatory': 'a source told by another (أفاد … وكالة) is not chained',
  'what is denied is kept as denied': 'a denial by a spokesman in the middle of a clause is not read',
  'parts inside parts keep their wholes': 'a part of a part is not read',
  'loaded names are read as the sides they name': '«التحالف» in quotation marks beside طائرات is not read as the side',
  'a counter-attack that was thrown back takes nothing':
    'هجوم معاكس is read as an attack; صدّته takes the wrong subject',
  'words that were broken up are read': 'a dual part behind بينهم is not read',
  'a weekday is counted back from the day of publication': 'a pluperfect capture at the end of a report is not read',
  'those who fled, were caught again and are still at large are told apart': 'fled prisoners are read as displaced',
  'the strike on al-Buqan is one incident, told by three reports': 'the strike of the second report lacks its day',
  'the two figures of the strike stand side by side as a dispute':
    'follows from the three reports not being one incident',
  'the capture of Hajin is one incident of 14 December, told by the dated and the undated report':
    'the pocket that the town belongs to is read as the place of the capture',
  'the hospital’s capture is another incident, three days before':
    'a pluperfect capture at the end of a report is not read',
  'the undated report is dated by what it shares with the others': 'it shares too few incidents that were read',
  'the Observatory’s count of fighters killed runs through three reports':
    'coordinated counts of one verb are read in part',
  'so does its count of civilians, with children and women as parts': 'coordinated counts of one verb are read in part',
  'the count of the counter-attack is its own series: 41, then 72': 'counts behind حصيلة (toll) are not read',
  'who holds the town after its capture is disputed': 'half of a town is not read as a place held',
  'a private name is in the record and in no page that is published': 'names of private persons are not read yet',
};
