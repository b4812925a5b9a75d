/** Where the queue of a team lies in its database. */
export const SCHEMA = 'isnad_queue';

/** First key of the advisory locks by which living workers are known; a number that nobody else is likely to take. */
export const ALIVE = 0x69736e64;

/** Key of the lock of whoever looks after all jobs. */
export const ALONE = 0x69736e65;
