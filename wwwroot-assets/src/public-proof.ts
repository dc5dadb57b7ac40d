import { solve } from './public/proof';

/** A worker: takes a challenge, gives the answer. The page stays quick meanwhile. */
addEventListener('message', (event: MessageEvent<string>) => {
  postMessage(solve(event.data));
});
