/* Windrose events. Nothing is kept or sent before consent, or where the browser asks not to be tracked. */
(function () {
  var script = document.currentScript;
  var key = script && script.getAttribute('data-key');
  if (!key || window.windrose) return;
  var address = new URL('/api/v1/events', script.src).href;
  var refused = navigator.doNotTrack === '1' || window.doNotTrack === '1' || navigator.globalPrivacyControl === true;
  var agreed = script.getAttribute('data-consent') === 'given' && !refused;
  var NAME = 'windrose_id', MOST = 200, BYTES = 60000;
  var queue = [], timer = 0, pause = 1000, sending = false, who = {}, memoryId = '';

  function random() {
    if (window.crypto && crypto.randomUUID) return crypto.randomUUID();
    var bytes = crypto.getRandomValues(new Uint8Array(16)), text = '';
    for (var i = 0; i < 16; i++) text += (bytes[i] + 256).toString(16).slice(1);
    return text;
  }
  function visitor() {
    if (memoryId) return memoryId;
    var found = document.cookie.match(new RegExp('(?:^|; )' + NAME + '=([^;]+)'));
    memoryId = found ? found[1] : random();
    document.cookie = NAME + '=' + memoryId + '; path=/; max-age=31536000; samesite=lax' + (location.protocol === 'https:' ? '; secure' : '');
    return memoryId;
  }
  function forget() {
    document.cookie = NAME + '=; path=/; max-age=0; samesite=lax';
    memoryId = '';
    who = {};
    queue = [];
  }
  function host(address) {
    try { return new URL(address).hostname; } catch (e) { return ''; }
  }
  /* How somebody came: what the address says, else from where. */
  function channel(query, from) {
    var medium = (query.get('utm_medium') || '').toLowerCase();
    if (/^(cpc|ppc|paid|paidsearch|paid_social|display|ads?)$/.test(medium) || query.get('gclid')) return 'paid_media';
    if (medium) return medium.slice(0, 200);
    if (!from || from === location.hostname) return 'direct';
    return /(^|\.)(google|bing|duckduckgo|ecosia|qwant|yahoo|baidu|yandex)\./.test(from) ? 'organic' : 'referral';
  }
  function add(type, properties, more) {
    if (refused) return;
    if (queue.length >= MOST) queue.shift();
    var query = new URLSearchParams(location.search), from = host(document.referrer);
    var event = { id: random(), type: type, time: new Date().toISOString(), channel: channel(query, from), properties: Object.assign({ path: location.pathname }, properties) };
    if (query.get('utm_campaign')) event.campaign = query.get('utm_campaign').slice(0, 200);
    queue.push(Object.assign(event, more));
    later(2000);
  }
  function later(wait) {
    if (agreed && !timer && queue.length) timer = setTimeout(flush, queue.length >= 20 ? 0 : wait);
  }
  function body(events) {
    return JSON.stringify({ write_key: key, sent_at: new Date().toISOString(), batch: events.map(function (event) { return Object.assign({ anonymous_id: visitor() }, who, event); }) });
  }
  function take() {
    var size = 0, count = 0;
    while (count < queue.length && count < 100 && (size += JSON.stringify(queue[count]).length + 400) < BYTES) count++;
    return queue.splice(0, Math.max(1, count));
  }
  function flush() {
    timer = 0;
    if (!agreed || sending || !queue.length) return;
    sending = true;
    var events = take();
    fetch(address, { method: 'POST', body: body(events), credentials: 'omit', keepalive: true, headers: { 'Content-Type': 'text/plain' } })
      .then(function (answer) {
        if (answer.status === 429 || answer.status >= 500) throw answer.status;
        pause = 1000;
      })
      .catch(function () {
        if (!agreed) return;
        queue = events.concat(queue).slice(-MOST);
        pause = Math.min(pause * 2, 60000);
      })
      .then(function () {
        sending = false;
        later(pause);
      });
  }
  /* The page goes: what waits is handed to the browser, which sends it alone. */
  function leave() {
    while (agreed && queue.length) {
      var events = take();
      if (!navigator.sendBeacon(address, new Blob([body(events)], { type: 'text/plain' }))) {
        queue = events.concat(queue);
        return;
      }
    }
  }
  function viewed() {
    add('page_viewed', { title: document.title.slice(0, 200), referrer: host(document.referrer) });
  }
  function follow(name) {
    var original = history[name];
    history[name] = function () {
      var before = location.pathname, result = original.apply(this, arguments);
      if (location.pathname !== before) viewed();
      return result;
    };
  }

  window.windrose = {
    track: function (type, properties) { add(String(type), properties || {}); },
    identify: function (person) {
      if (refused || !person) return;
      who = {};
      if (person.email) who.email = String(person.email);
      if (person.user_id) who.user_id = String(person.user_id);
      add('identified', {});
    },
    consent: function (given) {
      agreed = given === true && !refused;
      if (agreed) later(0);
      else forget();
    },
    reset: function () { flush(); forget(); }
  };
  if (refused) return;
  document.addEventListener('click', function (event) {
    var part = event.target && event.target.closest && event.target.closest('[data-windrose]');
    if (!part) return;
    var properties = {};
    for (var name in part.dataset) if (name !== 'windrose' && name.indexOf('windrose') === 0) properties[name.slice(8).toLowerCase()] = part.dataset[name];
    add(part.getAttribute('data-windrose'), properties);
  }, true);
  document.addEventListener('visibilitychange', function () { if (document.visibilityState === 'hidden') leave(); });
  window.addEventListener('pagehide', leave);
  window.addEventListener('popstate', viewed);
  follow('pushState');
  follow('replaceState');
  viewed();
})();
