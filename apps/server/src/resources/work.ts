import type { Handler } from '../http/handler.js';

export const work: Handler<'work'> = async (_, { book }) => ({ work: await book.work() });
