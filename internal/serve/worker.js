// Takes the place of a service worker that another project left on this port:
// it takes itself away, and loads the pages again that the old one answered.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  await self.registration.unregister();
  for (const tab of await self.clients.matchAll({ type: "window" })) tab.navigate(tab.url);
})()));
