/** What a text is found by, when the index is made and when it is asked: the same for both. */
export function termsOf(text: string): string[] {
  return [...text.matchAll(/\p{Script=Han}+|[\p{L}\p{N}_]+/gu)].flatMap(([run]) =>
    /^\p{Script=Han}/u.test(run) ? pairs(run) : parts(run),
  );
}

/** Chinese has no spaces: each two characters that follow one another, and each character for whoever types one. */
function pairs(run: string): string[] {
  const characters = [...run];
  return [...characters, ...characters.slice(1).map((each, at) => `${characters[at]}${each}`)];
}

/** A name of the schema is found whole and by its parts: billByAccountNumber, BILL_NOT_FOUND. */
function parts(run: string): string[] {
  const words = run.split(/_|(?<=\p{Ll})(?=\p{Lu})/u).filter((word) => word !== "");
  return (words.length > 1 ? [run, ...words] : [run]).map((word) => word.toLowerCase());
}

/** Of a question the longest terms only: who types two characters does not mean each by itself. */
export function questionTerms(text: string): string[] {
  return [...text.matchAll(/\p{Script=Han}+|[\p{L}\p{N}_]+/gu)].flatMap(([run]) => {
    if (!/^\p{Script=Han}/u.test(run)) return [run.toLowerCase()];
    const terms = pairs(run);
    return terms.length === 1 ? terms : terms.filter((term) => [...term].length === 2);
  });
}
