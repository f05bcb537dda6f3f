// What is asked of a page in the browser: a function for each check, faults out, a line each.

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong, in the colours that the page has now. */
export async function axeFaults(tab, axe, without = []) {
	if (!(await tab.evaluate(() => 'axe' in window)))
		await tab.evaluate(axe);
	const violations = await tab.evaluate(async ([tags, off]) => {
		const result = await window.axe.run(document, {
			preload: false,
			runOnly: { type: 'tag', values: tags },
			rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
			resultTypes: ['violations'],
		});
		return result.violations.flatMap((rule) =>
			rule.nodes.slice(0, 3).map((node) =>
				`${rule.help} [${rule.id}] ${node.target.join(' ')}`));
	}, [AXE_TAGS, without]);
	return [...new Set(violations)];
}

/** The page, and nothing in it but what says so, is as wide as the window. */
export async function widthFaults(tab, width) {
	await tab.setViewportSize({ width, height: 800 });
	return tab.evaluate((wide) => {
		const root = document.scrollingElement;
		if (root.scrollWidth <= root.clientWidth)
			return [];
		const inScroller = (element) => element.closest('.scroll, pre') !== null;
		const sticking = [...document.body.querySelectorAll('*')].filter((element) =>
			element.getBoundingClientRect().right > wide + 1 && !inScroller(element));
		const named = sticking.slice(0, 3).map((element) =>
			`<${element.localName} class="${element.getAttribute('class') ?? ''}">`);
		return [`${root.scrollWidth} wide in a window of ${root.clientWidth}: ${named.join(' ')}`];
	}, width);
}

/** In the tables of a phone nothing runs over the line below it, or past the window unseen. */
export async function cellFaults(tab) {
	return tab.evaluate(() => {
		const faults = [...document.querySelectorAll('.cards td')]
			.filter((cell) => cell.scrollHeight > cell.clientHeight + 1)
			.map((cell) => `runs over what is below: ${cell.dataset.label}: ${cell.textContent.trim().slice(0, 40)}`);
		for (const caption of document.querySelectorAll('.scroll caption'))
			if (caption.getBoundingClientRect().width > innerWidth)
				faults.push(`a caption runs out of sight: ${caption.textContent.slice(0, 40)}`);
		return [...new Set(faults)].slice(0, 5);
	});
}

/** Tab goes from the skip link through the page in its order; where it stands can be seen. */
export async function keyFaults(tab, most) {
	const faults = [];
	await tab.evaluate(() => {
		window.scrollTo(0, 0);
		window.reached = [];
	});
	for (let step = 0; step < most; step++) {
		await tab.keyboard.press('Tab');
		const said = await tab.evaluate(() => {
			const now = document.activeElement;
			if (now === null || now === document.body)
				return null;
			const place = now.getBoundingClientRect();
			const look = getComputedStyle(now);
			const before = window.reached.at(-1);
			window.reached.push(now);
			const name = `<${now.localName}> ${now.textContent.trim().slice(0, 40)}`;
			const follows = before === undefined ||
				(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
			return {
				name,
				skip: now.matches('a.skip[href="#main"]'),
				follows,
				ringed: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2,
				seen: place.bottom > 0 && place.top < innerHeight && place.right > 0 &&
					place.left < innerWidth && place.width > 0,
			};
		});
		if (said === null)
			break;
		if (step === 0 && !said.skip)
			faults.push(`the first stop is no skip link: ${said.name}`);
		if (!said.follows)
			faults.push(`out of the page's order: ${said.name}`);
		if (!said.ringed || !said.seen)
			faults.push(`the focus cannot be seen: ${said.name}`);
	}
	const left = await tab.evaluate((limit) => {
		const stops = [...document.querySelectorAll('a[href], summary, [tabindex="0"]')]
			.filter((element) => element.checkVisibility());
		const missed = stops.slice(0, limit).filter((stop) => !window.reached.includes(stop));
		return missed.slice(0, 3).map((stop) => `${stop.localName} ${stop.textContent.trim().slice(0, 40)}`);
	}, most - 1);
	faults.push(...left.map((name) => `never reached: ${name}`));
	await tab.evaluate(() => document.querySelector('a.skip')?.focus());
	await tab.keyboard.press('Enter');
	if (await tab.evaluate(() => document.activeElement?.id !== 'main'))
		faults.push('the skip link does not lead to the main part');
	return faults;
}

/** Text and pictures differ from what they stand on, in the colours that the reader forces. */
export async function forcedFaults(tab) {
	return tab.evaluate(() => {
		const channel = (value) => {
			const part = value / 255;
			return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
		};
		const parts = (colour) => colour.match(/[\d.]+/g)?.map(Number) ?? null;
		const light = (colour) => {
			const [red, green, blue] = parts(colour);
			return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
		};
		const contrast = (one, other) => {
			const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
			return (a + 0.05) / (b + 0.05);
		};
		const clear = (colour) => {
			const found = parts(colour);
			return found === null || found[3] === 0;
		};
		const behind = (element) => {
			for (let at = element; at !== null; at = at.parentElement) {
				const colour = getComputedStyle(at).backgroundColor;
				if (!clear(colour))
					return colour;
			}
			return getComputedStyle(document.documentElement).backgroundColor;
		};
		const paper = (() => {
			const probe = document.createElement('div');
			probe.setAttribute('hidden', '');
			document.body.append(probe);
			const colour = getComputedStyle(document.body).backgroundColor;
			probe.remove();
			return colour;
		})();
		// What a label in a picture stands on: the last box that was painted below its middle.
		const below = (label) => {
			const box = label.getBoundingClientRect();
			const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
			let colour = paper;
			for (const rect of label.ownerSVGElement.querySelectorAll('rect, circle, path')) {
				if (label.compareDocumentPosition(rect) & Node.DOCUMENT_POSITION_FOLLOWING)
					break;
				const place = rect.getBoundingClientRect();
				const fill = getComputedStyle(rect).fill;
				if (fill !== 'none' && !clear(fill) && place.left <= x && x <= place.right &&
				    place.top <= y && y <= place.bottom)
					colour = fill;
			}
			return colour;
		};
		const faults = [];
		const hold = (what, ink, ground, least) => {
			if (contrast(ink, ground) < least)
				faults.push(`cannot be seen: ${what}: ${ink} on ${ground}`);
		};
		for (const label of document.querySelectorAll('svg text, svg tspan'))
			hold(`"${label.textContent}"`, getComputedStyle(label).fill, below(label), 4.5);
		for (const line of document.querySelectorAll('svg line, svg polyline, svg path')) {
			const look = getComputedStyle(line);
			if (look.stroke !== 'none')
				hold(`<${line.localName} class="${line.getAttribute('class')}">`, look.stroke, paper, 3);
		}
		for (const cell of document.querySelectorAll('.rag .code, .rag .word, .map td .code, time'))
			hold(`"${cell.textContent}"`, getComputedStyle(cell).color, behind(cell), 4.5);
		return [...new Set(faults)].slice(0, 5);
	});
}

/** No ordinary word is broken in a column of sentences, as wide as the page is now. */
async function wordFaults(tab) {
	return tab.evaluate((longest) => {
		const broken = new Set();
		const range = document.createRange();
		for (const cell of document.querySelectorAll('.cards:not(.pairs) td')) {
			const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode())
				for (const word of node.data.matchAll(/[A-Za-z]+/g)) {
					range.setStart(node, word.index);
					range.setEnd(node, word.index + word[0].length);
					if (word[0].length <= longest && range.getClientRects().length > 1)
						broken.add(`a word is broken: ${word[0]}`);
				}
		}
		return [...broken].slice(0, 5);
	}, 15);
}

/** What leads something in is never the last on a sheet. */
async function leadFaults(tab) {
	return tab.evaluate(() => {
		const leads = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, caption, thead, summary')];
		return [...new Set(leads
			.filter((lead) => getComputedStyle(lead).breakAfter !== 'avoid')
			.map((lead) => `<${lead.localName}> may end a sheet`))];
	});
}

/** A report on several sheets fills them: each has as many words as that, on the average. */
function sheetFaults(words, pdf, fewest) {
	const sheets = (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
	const several = 4;
	if (sheets === 0)
		return ['no sheet of the PDF can be counted'];
	return sheets < several || words >= fewest * sheets
		? [] : [`${words} words on ${sheets} sheets, less than ${fewest} on each`];
}

/**
 * On paper: nothing is cut off, and the PDF has what a screen reader needs. FEWEST words on a sheet
 * are asked of a report, 0 of other pages; OWN: the page is made from the project's own plans.
 */
export async function paperFaults(tab, file, fewest, own) {
	const faults = [];
	const millimetres = 210 - 2 * 16;
	await tab.emulateMedia({ media: 'print', colorScheme: 'light', forcedColors: 'none' });
	const cut = await widthFaults(tab, Math.floor((millimetres / 25.4) * 96));
	faults.push(...cut.map((fault) => `on A4: ${fault}`));
	faults.push(...await leadFaults(tab));
	if (own)
		faults.push(...await wordFaults(tab));
	const bytes = await tab.pdf({
		path: file, preferCSSPageSize: true, printBackground: false, tagged: true, outline: true,
	});
	const text = bytes.toString('latin1');
	const lang = await tab.evaluate(() => document.documentElement.lang);
	for (const [what, pattern] of [
		['structure', /\/StructTreeRoot\b/], ['marks', /\/MarkInfo\b/],
		['title', /\/Title\b/], ['outline', /\/Outlines\b/],
		['language', new RegExp(`/Lang\\s*\\(${lang}\\)`)],
	])
		if (!pattern.test(text))
			faults.push(`the PDF has no ${what}`);
	const words = await tab.evaluate(() => document.body.innerText.split(/\s+/).length);
	faults.push(...sheetFaults(words, text, fewest));
	return faults;
}
