// Keeps the lab working without a network: its own files are asked for first, and taken from the store where nobody answers.
// @ts-nocheck: a service worker's types and a page's exclude each other.

const STORE = 'saidby-lab';
const FILES = ['./', 'index.html', 'lab.css', 'lab.js', 'dist/lab.js', 'dist/lab_bg.wasm'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(STORE).then((store) => store.addAll(FILES)).then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  // A file is the same with every query, so it is kept once and without one.
  const file = new URL(request.url);
  file.search = '';
  event.respondWith((async () => {
    const store = await caches.open(STORE);
    try {
      const answer = await fetch(request);
      if (answer.ok && await store.match(file)) await store.put(file, answer.clone());
      return answer;
    } catch {
      return (await store.match(file)) ?? Response.error();
    }
  })());
});
