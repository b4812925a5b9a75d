import { shortHash } from '../../record/items.js';
import { AT, custodyRow, decision, HASH, reading } from '../../sqlite/migrations/filled.fixture.js';

const hex = (text: string): string => `decode('${Buffer.from(text).toString('hex')}', 'hex')`;

/**
 * What a small case of each version of the tables holds, in the words of that version. Never edited: a new version gets a
 * list of its own behind the last.
 */
export const filled: readonly (readonly string[])[] = [
  [
    `INSERT INTO meta VALUES ('case', '{"id":"${HASH}","name":"old","created":"${AT}"}')`,
    `INSERT INTO inputs VALUES (1, '${HASH}', 'a.txt', 'n', 15, '{"given":{}}', 'complete', '${AT}', 'e')`,
    `INSERT INTO remarks VALUES (1, 1, 'a.txt', '{"code":"a/b","severity":"info","message":"m","start":0,"end":0}', 'h')`,
    `INSERT INTO reports VALUES (1, '${HASH}', 'kept', '${HASH}', '${HASH}', '0.1.0', 'utf-8', 'plain', 'خبر', NULL, 'a.txt', NULL, '2020-01-01')`,
    `INSERT INTO texts VALUES (1, '[]', ${hex('قصف رصيف')})`,
    `INSERT INTO appearances VALUES (1, 1, 1, 'a.txt', 'p', '{"given":{},"stated":[],"notes":[],"encoding":"utf-8","form":"plain"}')`,
    `INSERT INTO versions VALUES ('https://rasif.example/1', 'u', 1, 1, '${AT}', '[]')`,
    `INSERT INTO readings VALUES (1, 1, '0.1.0+1', '${reading}')`,
    `INSERT INTO decisions VALUES (1, 'd:1', '${decision}')`,
    `INSERT INTO custody VALUES ${custodyRow()}`,
    `INSERT INTO search VALUES (1, array_to_tsvector(ARRAY['قصف', 'رصيف']), array_to_tsvector(ARRAY['قصف', 'رصيف']), ' قصف رصيف ')`,
    `INSERT INTO shelf VALUES ('${shortHash('feed')}', 'feed', '{"etag":"1"}')`,
  ],
];
