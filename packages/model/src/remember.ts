/**
 * A pure function that remembers its answers, for small questions that are asked again and again. When it knows
 * `limit` of them it forgets them all, so that memory does not grow with what is read. Answers are shared: they
 * must not be changed.
 */
export const remembering = <Question extends string | number, Answer extends NonNullable<unknown> | null>(
  answer: (question: Question) => Answer,
  limit = 4096,
): ((question: Question) => Answer) => {
  const known = new Map<Question, Answer>();
  return (question) => {
    const old = known.get(question);
    if (old !== undefined) return old;
    if (known.size >= limit) known.clear();
    const found = answer(question);
    known.set(question, found);
    return found;
  };
};
