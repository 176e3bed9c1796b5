// Where the browsers are.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// program gives the file of a browser: the one that the variable names, or what
// Debian's package of that name installs.
export function findProgram(variable, name) {
  const named = process.env[variable];
  const onPath = (process.env.PATH ?? '').split(delimiter).map(dir => join(dir, name));
  const found = (named ? [named] : [`/usr/bin/${name}`, ...onPath]).find(file => {
    try { accessSync(file, constants.X_OK); return true; } catch { return false; }
  });
  if (found) return found;
  throw new Error(named ? `${variable} is ${named}, which is not a program`
    : `no ${name}: install the package "${name}", or set ${variable} to the program`);
}
