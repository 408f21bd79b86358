/** The real compiled data, read as the product reads it. */
import { createPackaged } from '../../../lib/knowledge/packaged.ts';
import { packagedFiles } from '../../../scripts/data/compile.ts';

const files = new Map(packagedFiles({ samples: false }).map(({ relativeDest, contents }) => [relativeDest, contents]));

export const readCompiled = async (path: string): Promise<string> => {
  const text = files.get(path);
  if (text === undefined) throw new Error(`${path} is not packaged`);
  return text;
};

export const packaged = createPackaged(readCompiled);
