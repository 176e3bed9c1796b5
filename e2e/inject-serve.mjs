// The preview of a package that a test brings.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { program } from './site.mjs';

// preview serves the package in a folder, hands the address to fn and ends.
export async function preview(from, fn) {
  const server = spawn(await program(), ['serve', '-C', from, '--addr', '127.0.0.1:0'], { stdio: ['ignore', 'ignore', 'pipe'], timeout: 120_000 });
  const ended = once(server, 'exit');
  try {
    await fn(await new Promise((found, failed) => {
      const said = [];
      let address;
      createInterface(server.stderr).on('line', line => {
        said.push(line);
        if (address) found(address); // what is said next is said of the first build
        address ??= /^serving (\S+)/.exec(line)?.[1];
      }).on('close', () => failed(new Error(`serve ended:\n${said.join('\n')}`)));
    }));
  } finally {
    server.kill('SIGINT');
    await ended;
  }
}
