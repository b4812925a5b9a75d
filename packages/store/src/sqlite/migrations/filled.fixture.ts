import { chained, FIRST } from '../../custody/entry.js';

export const HASH = `sha256:${'0'.repeat(64)}`;
export const AT = '2026-01-01T00:00:00Z';

const blob = (text: string): string => `x'${Buffer.from(text).toString('hex')}'`;

export const custodyRow = (): string => {
  const entry = {
    number: 1,
    at: AT,
    by: 'e',
    what: 'create' as const,
    subject: HASH,
    input: null,
    output: null,
    tool: 'isnad',
    version: '0.1.0',
    previous: FIRST,
  };
  return `(1, '${AT}', 'e', 'create', '${HASH}', NULL, NULL, 'isnad', '0.1.0', '${FIRST}', '${chained(entry)}')`;
};

export const reading = JSON.stringify({ report: { path: 'a.txt', id: HASH }, claims: [], persons: [], notes: [] });
export const decision = JSON.stringify({
  about: ['c:1'],
  at: AT,
  by: 'e',
  id: 'd:1',
  kind: 'accept',
  reason: 'r',
  retires: null,
});

/**
 * What a small case of each version holds, in the words of that version. Never edited: a new version gets a list of its
 * own behind the last.
 */
export const filled: readonly (readonly string[])[] = [
  [
    `INSERT INTO meta VALUES ('case', '{"id":"${HASH}","name":"old","created":"${AT}"}')`,
    `INSERT INTO inputs VALUES (1, '${HASH}', 'a.txt', 15, '{"given":{}}', 'complete', '${AT}', 'e')`,
    `INSERT INTO remarks VALUES (1, 1, 'a.txt', '{"code":"a/b","severity":"info","message":"m","start":0,"end":0}')`,
    `INSERT INTO reports VALUES (1, '${HASH}', 'kept', '${HASH}', '${HASH}', '0.1.0', 'utf-8', 'plain', 'خبر', NULL, 'a.txt', NULL, '2020-01-01')`,
    `INSERT INTO texts VALUES (1, '[]', ${blob('قصف رصيف')})`,
    `INSERT INTO appearances VALUES (1, 1, 1, 'a.txt', '{"given":{},"stated":[],"notes":[],"encoding":"utf-8","form":"plain"}')`,
    `INSERT INTO versions VALUES ('https://rasif.example/1', 1, 1, '${AT}', ${blob('[]')})`,
    `INSERT INTO readings VALUES (1, 1, '0.1.0+1', ${blob(reading)})`,
    `INSERT INTO decisions VALUES (1, 'd:1', ${blob(decision)})`,
    `INSERT INTO custody VALUES ${custodyRow()}`,
    `INSERT INTO search (rowid, stems, words) VALUES (1, 'قصف رصيف', 'قصف رصيف')`,
    `INSERT INTO shelf VALUES ('feed', '{"etag":"1"}')`,
  ],
];
