// Finding things: in every browser, from disk and below a path of a server.
import assert from 'node:assert/strict';
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, test } from 'node:test';
import { axe, clipped, faint, overruled, sideways } from './checks.mjs';
import { browsers, build, buildPackage, close, folder, modes, serve, setMedia, visit } from './site.mjs';

after(close);

// type types into the box and waits until what was found is told.
async function type(page, text) {
  await page.focus('#CG-query');
  await page.keyboard.type(text);
  await told(page);
}

// told waits until the results of what stands in the box are there and counted.
const told = page => page.waitForFunction(() => document.querySelector('.found [role="status"]')?.textContent, { polling: 50 });

const results = page => page.$$eval('.found li', all => all.map(li => ({ text: li.querySelector('a').textContent, href: li.querySelector('a').href, facts: li.querySelector('.facts').textContent })));
const focused = page => page.evaluate(() => document.activeElement.id || document.activeElement.localName);

for (const browser of browsers) {
  // places gives the site from disk, and below a path of a server.
  const everywhere = async fn => {
    const { dir, base } = await build();
    const { base: served, stop } = await serve(dir, '/training/x/');
    try {
      for (const at of [base, served]) assert.deepEqual(await fn(at), [], at);
    } finally {
      stop();
    }
  };

  test(`the box in the head of a page finds while one types, ${browser}`, () => everywhere(base => visit(base + 'lessons/five-questions.html', { base, browser }, async page => {
    assert.equal(await page.$('script[src*="search"]'), null, 'the search is loaded before anybody searches');
    await type(page, 'recepti');
    const hits = await results(page);
    assert.ok(hits.slice(0, 3).some(({ text, href }) => text === 'Receptionist' && href === base + 'roles/receptionist.html'), JSON.stringify(hits));
    assert.match(await page.$eval('.found [role="status"]', e => e.textContent), /^\d+ results?$/);
  })));

  test(`a result leads to the heading that fits, ${browser}`, () => everywhere(base => visit(base + 'index.html', { base, browser }, async page => {
    await type(page, 'find out what is missing');
    const [first] = await results(page);
    assert.equal(first.href, base + 'lessons/no-data-no-phone.html#find-out-what-is-missing');
    assert.match(first.text, /^No data, no phone: find another way.*Find out what is missing$/);
    assert.match(first.facts, /^Lesson\d+ minutes.*Barriers/);
    await Promise.all([page.waitForNavigation(), page.click('.found a')]);
    assert.equal(await page.$eval('h2:target', e => e.textContent), 'Find out what is missing');
  })));

  test(`a myth is called one, ${browser}`, () => everywhere(base => visit(base + 'index.html', { base, browser }, async page => {
    await type(page, 'password daughter');
    const texts = await page.$$eval('.found li', all => all.map(li => li.innerText));
    assert.ok(texts.some(text => /\nMyth: It is fine to share your password/.test(text)), texts.join('\n\n'));
    assert.ok(!texts.some(text => /\nIt is fine to share/.test(text)), 'a myth stands there as if it were true');
  })));

  test(`Escape leads back once, ${browser}`, () => everywhere(base => visit(base + 'about.html', { base, browser }, async page => {
    await page.focus('.foot a');
    await page.keyboard.press('/');
    await page.waitForSelector('.found'); // what searches is there
    await page.keyboard.press('Escape');
    assert.ok(await page.evaluate(() => document.activeElement.matches('.foot a')), 'Escape does not lead back');
    await page.evaluate(() => scrollTo(0, 0));
    await page.click('#CG-query');
    await type(page, 'app');
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => scrollY), 0, 'Escape leads somewhere else');
  })));

  test(`the page to search shows a shared query, and keeps what is typed, ${browser}`, () => everywhere(base => visit(base + 'search.html?q=perscription', { base, browser }, async page => {
    await told(page);
    assert.ok((await results(page)).slice(0, 2).some(({ href }) => href === base + 'lessons/order-a-repeat-prescription/index.html' || href.includes('order-a-repeat-prescription')));
    await page.$eval('#CG-query', input => input.select());
    await page.keyboard.type('qqzx wurzdle');
    await page.waitForFunction(() => location.search.includes('wurzdle'), { polling: 50 });
    assert.equal(page.url(), base + 'search.html?q=qqzx%20wurzdle');
    assert.match(await page.$eval('.found [role="status"]', e => e.textContent), /^Nothing found for “qqzx wurzdle”/);
  })));

  test(`Enter leads from the head of a page to all results, ${browser}`, () => everywhere(base => visit(base + 'glossary/index.html', { base, browser }, async page => {
    await type(page, 'phone & data');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await told(page);
    assert.ok(page.url().startsWith(base + 'search.html?q=phone'), page.url());
    assert.equal(await page.$eval('#CG-query', input => input.value), 'phone & data');
    const [first] = await results(page);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.href), first.href, 'Enter does not lead to the first result');
  })));

  test(`more results come in place, and the first new one has the focus, ${browser}`, async () => {
    const { base } = await build();
    await visit(base + 'search.html?q=patient', { base, browser }, async page => {
      await told(page);
      assert.equal((await results(page)).length, 20);
      await page.click('.found button');
      await page.waitForFunction(() => document.querySelectorAll('.found li').length > 20, { polling: 50 });
      assert.equal(await page.evaluate(() => [...document.querySelectorAll('.found li a')].indexOf(document.activeElement)), 20);
    });
  });

  test(`a stroke leads to the box, Escape back, ${browser}`, async () => {
    const { base } = await build();
    const problems = await visit(base + 'lessons/five-questions.html', { base, browser }, async page => {
      const link = await page.$('.text a');
      await link.focus();
      await page.keyboard.press('/');
      assert.equal(await focused(page), 'CG-query');
      await page.keyboard.type('and/or app');
      assert.equal(await page.$eval('#CG-query', input => input.value), 'and/or app', 'a stroke cannot be typed');
      await told(page);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      assert.ok(await link.evaluate(e => e === document.activeElement), 'the focus is not back');
      assert.equal(await page.$eval('.found', e => e.checkVisibility?.() ?? !e.hidden), false, 'the results are still open');
      await page.focus('#CG-query');
      assert.equal(await page.$eval('.found', e => e.hidden), false, 'the results are not there again');
      await page.focus('.foot a');
      await page.waitForFunction(() => document.querySelector('.found').hidden, { polling: 50 });
    });
    assert.deepEqual(problems, []);
  });

  test(`the results can be read in every way they are shown, ${browser}`, async () => {
    const { base } = await build();
    for (const path of ['lessons/five-questions.html', 'search.html']) {
      for (const width of [1280, 320]) {
        await visit(base + path, { base, browser, width }, async page => {
          await type(page, 'repeat prescription');
          for (const [mode, media] of Object.entries(modes)) {
            await setMedia(page, media);
            const forced = mode === 'forced';
            assert.deepEqual([...await axe(page, { off: forced ? overruled : [] }), ...forced ? await faint(page) : [], ...await sideways(page)], [], `${path}, ${width}, ${mode}`);
          }
          const { left, right } = await page.$eval('.found', e => ({ left: e.getBoundingClientRect().left, right: e.getBoundingClientRect().right }));
          assert.ok(left >= 0 && right <= width, `the results stand from ${left} to ${right}`);
        });
      }
    }
  });

  test(`the box takes the room of the link, ${browser}`, async () => {
    const { base } = await build();
    for (const width of [1280, 320]) {
      const heads = [];
      for (const script of [false, true]) {
        await visit(base + 'index.html', { base, browser, script, width }, async page => heads.push(await page.$eval('.top', e => e.getBoundingClientRect().height)));
      }
      assert.equal(heads[0], heads[1], `at ${width}`);
    }
  });

  test(`without script there is a way to everything, ${browser}`, async () => {
    const { base } = await build();
    await visit(base + 'lessons/five-questions.html', { base, browser, script: false }, async page => {
      assert.equal(await page.$('input, form, button'), null);
      await Promise.all([page.waitForNavigation(), page.click('.find a')]);
      assert.equal(page.url(), base + 'search.html');
      const names = await page.$$eval('.letter a', all => all.map(a => a.textContent));
      const { lessons, terms, themes, roles, pathways, stories, myths, pages } = JSON.parse(await readFile(join((await build()).dir, 'catalogue.json'), 'utf8'));
      const all = [lessons, terms, themes, roles, pathways, stories, myths, pages].flat().map(item => item.title ?? item.fact);
      const lists = [...await page.$$eval('.menu a', all => all.map(a => a.textContent)), 'Myth cards to cut out', 'Handbook'];
      assert.deepEqual(names.sort(), [...all, ...lists].sort());
      assert.deepEqual([...await sideways(page), ...await clipped(page)], []);
    });
  });

  test(`the lists of the site are found, and what finds nothing says where else to look, ${browser}`, async () => {
    const { base } = await build();
    await visit(base + 'index.html', { base, browser }, async page => {
      for (const [query, path] of [['glossary', 'glossary/index.html'], ['myth cards', 'myths/cards.html'], ['evidence', 'insights/index.html'], ['handout', 'print.html'], ['lessons', 'lessons/index.html'], ['zzqqx', 'search.html']]) {
        await page.$eval('#CG-query', (input, query) => { input.focus(); input.value = query; input.dispatchEvent(new Event('input')); }, query);
        await page.waitForFunction(to => document.querySelector('.found a')?.href === to, { polling: 20, timeout: 5000 }, base + path)
          .catch(() => assert.fail(`${query} does not lead to ${path} first`));
      }
    });
  });

  test(`a copy without its index says so, ${browser}`, async () => {
    const { dir } = await build();
    const part = join(await folder(), `part ${browser}`);
    await cp(dir, part, { recursive: true });
    await rm(join(part, 'assets', 'search'), { recursive: true });
    const base = pathToFileURL(part).href + '/';
    await visit(base + 'search.html', { base, browser }, async page => {
      await page.focus('#CG-query');
      await page.waitForSelector('.search [role="alert"]');
      assert.match(await page.$eval('.search [role="alert"]', e => e.textContent), /A to Z/);
    });
  });
}

test('a package with nothing to find says so', async () => {
  const { base } = await buildPackage('only settings', { 'content/index.md': '---\ntitle: One\nsummary: S.\nlanguage: en-GB\n---\n' });
  const problems = await visit(base + 'search.html', { base }, async page => {
    assert.match(await page.$eval('main', e => e.textContent), /nothing to list yet/);
    await page.type('#CG-query', 'help');
    await told(page);
    assert.match(await page.$eval('.found [role="status"]', e => e.textContent), /Nothing found for “help”/);
  });
  assert.deepEqual(problems, []);
});

// hostile are strings that have run as code, or broken a page, somewhere.
const hostile = ['<img src=x onerror="ran(@)">', '<script>ran(@)</script>', '</script><script>ran(@)</script>', '"><svg onload=ran(@)>', "'-ran(@)-'", 'javascript:ran(@)',
  '<!--', '-->', ']]>', '{{constructor.constructor("ran(@)")()}}', '${ran(@)}', '__proto__', 'constructor', 'hasOwnProperty', 'toString', '\\u003cimg onerror=ran(@)\\u003e', '&lt;b&gt;@', '&#60;b&#62;',
  '%3Cscript%3E', '#!" onfocus=ran(@) autofocus="', '`ran(@)`', '?q=<b>', '../../etc/passwd', '" style="color:red', '!!', "');ran(@);('", '<style>*{display:none}</style>', '<iframe srcdoc="<script>ran(@)</script>">', '\\";ran(@);//', '<a href="//example.org/@">x</a>'];
const strings = Array.from({ length: 500 }, (_, n) => `${hostile[n % hostile.length].replaceAll('@', n)} hostile${n}`);

test('500 hostile strings appear as they are, and never run', async () => {
  const files = { 'content/index.md': '---\ntitle: Hostile\nsummary: S.\nlanguage: en-GB\n---\n' };
  strings.forEach((text, n) => {
    const plain = text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
    files[`content/lessons/lesson-${n}.md`] = `---\ntitle: ${JSON.stringify(text)}\nsummary: ${JSON.stringify('About ' + text)}\nthemes: [language]\nminutes: 5\noutcome: Say it\n---\n\n## A ${plain}\n\nText ${plain} below${n}.\n`;
  });
  const { base } = await buildPackage('hostile', files);
  const problems = await visit(base + 'search.html', { base }, async page => {
    await page.evaluate(() => { window.ran = n => { document.title = `ran ${n}`; }; });
    const title = await page.title();
    await page.focus('#CG-query');
    await page.waitForSelector('.found');
    const wrong = await page.evaluate(async strings => {
      const input = document.getElementById('CG-query'), wrong = [];
      const pause = () => new Promise(done => setTimeout(done));
      for (const [n, text] of strings.entries()) {
        for (const query of [text, `below${n}`]) {
          input.value = query;
          input.dispatchEvent(new Event('input'));
          let link;
          for (let tries = 0; tries < 500 && link?.firstChild.data !== text; tries++) { await pause(); link = document.querySelector('.found li a'); }
          const summary = link?.closest('li').querySelector('p').textContent;
          if (link?.firstChild.data !== text || summary !== 'About ' + text || query !== text && link.lastChild.textContent !== 'A ' + text) wrong.push([query, link?.textContent, summary]);
        }
      }
      return wrong;
    }, strings);
    assert.deepEqual(wrong, []);
    assert.equal(await page.title(), title, 'something ran');
    assert.equal(await page.$('.found img, .found script, .found svg, .found iframe, .found style'), null);
    await page.$eval('#CG-query', input => { input.value = '<zzyzx>qqwx</zzyzx>'; input.dispatchEvent(new Event('input')); });
    await page.waitForFunction(() => /zzyzx/.test(document.querySelector('.found [role="status"]').textContent), { polling: 50 });
    assert.match(await page.$eval('.found [role="status"]', e => e.textContent), /“<zzyzx>qqwx<\/zzyzx>”/);
  });
  assert.deepEqual(problems, []);
});
