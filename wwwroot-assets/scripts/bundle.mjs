// Bundles the scripts and styles: node scripts/bundle.mjs [--out FOLDER]
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { option, packageRoot } from './lib/cli.mjs';

const out = path.resolve(option('--out', path.join(packageRoot, 'dist/assets')));
const staging = path.join(packageRoot, `dist/staging.${process.pid}`);
const sheets = { map: 'styles/map.css', console: 'styles/console.css', public: 'styles/public.css' };

const common = {
  absWorkingDir: packageRoot,
  outdir: staging,
  bundle: true,
  minify: true,
  logLevel: 'warning',
  legalComments: 'none',
  target: ['chrome111', 'firefox115', 'safari16.4'],
};

// The console's light theme hangs on an attribute, the public pages' on the device: one file says what it looks like.
const publicLight = {
  name: 'public-light',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/light\.public\.css$/ }, ({ resolveDir }) => ({
      path: path.join(resolveDir, 'light.css'),
      namespace: 'public-light',
    }));
    onLoad({ filter: /.*/, namespace: 'public-light' }, async (args) => ({
      contents: (await readFile(args.path, 'utf8')).replace('[data-theme="light"]', ':root'),
      loader: 'css',
    }));
  },
};

// Files are moved into place one by one, so that a server reading the folder never meets half a file.
async function moveIntoPlace(outputs) {
  for (const file of outputs) {
    const name = path.basename(file);
    await rename(path.join(staging, name), path.join(out, name));
  }
}

try {
  const script = (entryPoints, more) => build({ ...common, entryPoints, format: 'esm', metafile: true, ...more });
  const scripts = await script({
    console: 'src/console.ts',
    'public-map': 'src/public-map.ts',
    'public-home': 'src/public-home.ts',
    'public-proof': 'src/public-proof.ts',
  });
  // The cluster plug-in reads a global L: here it is given the module's.
  const map = await script({ map: 'src/map.ts' }, { inject: ['src/map/leaflet-global.ts'] });
  const styles = await build({
    ...common,
    entryPoints: sheets,
    metafile: true,
    loader: { '.png': 'dataurl' },
    plugins: [publicLight],
  });
  await mkdir(out, { recursive: true });
  await moveIntoPlace(
    Object.keys({ ...scripts.metafile.outputs, ...map.metafile.outputs, ...styles.metafile.outputs }),
  );
} finally {
  await rm(staging, { recursive: true, force: true });
}
