/** What may stand between the parts of a name in another language, or not: MyNumber, My Number, my-number, “My Number”. No DOM. */
export const GAP = /[\s'’"“”«»‐-]/;
