// The lab is a Rust program (src/lib.rs); this starts it and tells when it can't start.
import init from './dist/lab.js';

init().catch((/** @type {unknown} */ e) => {
  const status = document.getElementById('status');
  if (status) status.textContent = `The lab could not start: ${e instanceof Error ? e.message : String(e)}`;
});

// Without a network the page comes from the browser's own store (sw.js). Where that is not to be had, the lab works as before.
navigator.serviceWorker?.register('sw.js').catch(() => undefined);
