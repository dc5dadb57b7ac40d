// Bundles the tests (Node 20 does not read TypeScript) and runs them with Node's own runner.
import { spawnSync } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { packageRoot } from './lib/cli.mjs';

const outdir = path.join(packageRoot, 'dist/tests');
const tests = (await readdir(path.join(packageRoot, 'tests'))).filter((name) => name.endsWith('.test.ts'));

await rm(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: packageRoot,
  entryPoints: tests.map((name) => path.join('tests', name)),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const files = tests.map((name) => path.join(outdir, name.replace(/\.ts$/, '.mjs')));
process.exitCode = spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit' }).status ?? 1;
