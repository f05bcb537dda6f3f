// Reads rendered sites as their readers do, in a browser, and prints a table of pages by
// checks. usage: node check.mjs MODULES OUTPUT SITE... where a SITE is `name=folder`.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { axeFaults, cellFaults, forcedFaults, keyFaults, paperFaults, widthFaults } from './looks.mjs';
import { linkFaults, onePerKind, placeOf, readSite } from './pages.mjs';

const [modules, output, ...siteWords] = process.argv.slice(2);
const require = createRequire(resolve(modules, 'package.json'));
const { chromium } = require('playwright-core');
const { HtmlValidate, FileSystemConfigLoader } = require('html-validate');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const HOSTILE = 'hostile'; // the name of its site
const HEAVY = 100_000; // bytes: no page weighs more with its style
const LIGHT = 30_000; // most weigh less
const PATIENCE = 120_000; // milliseconds for one step in the browser, on a busy machine
const MOST_STOPS = 40; // of the Tab key on one page
const AT_ONCE = 2; // pages in the browser
const FEWEST_WORDS = 440; // on a sheet of a printed report

const counts = { passed: 0, failed: 0 };
const faultLines = [];

/** Counts a check of a page and keeps what it found; the cell of the table. */
function judge(place, check, faults) {
	counts[faults.length === 0 ? 'passed' : 'failed']++;
	for (const fault of faults)
		faultLines.push(`${place}: ${check}: ${fault}`);
	return faults.length === 0 ? 'ok' : `${faults.length} bad`;
}

// --- what is asked of every page, without a browser ---

const validator = new HtmlValidate({
	root: true,
	extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
	rules: {
		// The pages are well-formed XML too.
		'void-style': ['error', { style: 'selfclose' }],
		'doctype-style': 'off',
		// The style sheet stands beside the page.
		'require-sri': 'off',
		'no-trailing-whitespace': 'off',
		// A title of a record may be long; it is the record's.
		'long-title': 'off',
		// The skip link's target, and the sections that scroll.
		'tel-non-breaking': 'off',
	},
});

function htmlFaults(page) {
	const report = validator.validateStringSync(page.text);
	return report.results.flatMap((result) =>
		result.messages
			.filter((message) => message.severity === 2 &&
				!(page.site.name === HOSTILE && message.ruleId === 'unique-landmark'))
			.map((message) => `${message.line}:${message.column}: ${message.message} [${message.ruleId}]`))
		.slice(0, 5);
}

/** Somebody who writes words without an end makes pages of any weight: they are only to be read. */
const weightFaults = (page) =>
	page.weight < HEAVY || page.site.name === HOSTILE ? [] : [`${Math.ceil(page.weight / 1000)} kB with its style`];

function checkSite(site) {
	const row = [`${site.name}: all ${site.pages.length} pages`];
	for (const [check, ask] of [['html', htmlFaults], ['links', linkFaults], ['weight', weightFaults]]) {
		let bad = 0;
		for (const page of site.pages)
			if (judge(placeOf(page), check, ask(page)) !== 'ok')
				bad++;
		row.push(`${check} ${bad === 0 ? 'ok' : `${bad} bad`}`);
	}
	const light = site.pages.filter((page) => page.weight < LIGHT).length;
	row.push(`${light} below ${LIGHT / 1000} kB`);
	if (site.name === 'plans')
		judge(site.name, 'weight', 2 * light > site.pages.length ? [] : ['most pages are heavy']);
	return row.join(', ');
}

// --- what is asked of a page of each kind, in the browser ---

/**
 * One page of each kind: of the project's plans and of the hostile repository, of all Welsh
 * sites together, and of the others what these do not have. The heaviest.
 */
function choose(sites) {
	const group = (pages) => onePerKind({ pages: pages.flatMap((site) => site.pages) });
	const plans = group(sites.filter((site) => site.name === 'plans'));
	const seen = new Set(plans.map((page) => page.kind));
	const long = ['plan', 'workstream'];
	return [
		...plans,
		...group(sites.filter((site) => !['plans', 'long', HOSTILE].includes(site.name) &&
			!site.name.endsWith('-welsh'))).filter((page) => !seen.has(page.kind)),
		...group(sites.filter((site) => site.name === 'long'))
			.filter((page) => long.includes(page.kind)),
		...group(sites.filter((site) => site.name.endsWith('-welsh')))
			.filter((page) => page.kind !== 'rules'),
		...group(sites.filter((site) => site.name === HOSTILE))
			.filter((page) => page.kind !== 'rules'),
	];
}

const LOOKS = ['light', 'dark', '1280', '375', '320', 'cells', 'forced', 'keys', 'paper', 'quiet'];

async function lookAt(context, page) {
	const began = Date.now();
	const place = placeOf(page);
	const name = `${page.site.name}-${page.kind}`;
	// Where an author gives all parts the same title, so have the landmarks.
	const without = page.site.name === HOSTILE ? ['landmark-unique'] : [];
	const noise = [];
	const tab = await context.newPage();
	tab.setDefaultTimeout(PATIENCE);
	tab.on('request', (request) => {
		if (!/^(file|data):/.test(request.url()))
			noise.push(`asks for ${request.url()}`);
	});
	tab.on('console', (message) => noise.push(`says on the console: ${message.text()}`));
	tab.on('pageerror', (error) => noise.push(`an error of a script: ${error.message}`));
	tab.on('dialog', (dialog) => {
		noise.push(`opens a dialog: ${dialog.message()}`);
		dialog.dismiss();
	});
	const cells = {};
	const shot = (width) =>
		tab.screenshot({ path: join(output, `${name}-${width}.png`), fullPage: true });
	await tab.setViewportSize({ width: 1280, height: 800 });
	await tab.emulateMedia({ colorScheme: 'light' });
	await tab.goto(`file://${page.file}`);
	cells['1280'] = judge(place, '1280', await widthFaults(tab, 1280));
	await shot(1280);
	cells.keys = judge(place, 'keys', await keyFaults(tab, MOST_STOPS));
	cells.light = judge(place, 'light', await axeFaults(tab, axe, without));
	await tab.emulateMedia({ colorScheme: 'dark' });
	cells.dark = judge(place, 'dark', await axeFaults(tab, axe, without));
	await tab.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
	cells.forced = judge(place, 'forced', await forcedFaults(tab));
	await tab.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
	cells['320'] = judge(place, '320', await widthFaults(tab, 320));
	cells['375'] = judge(place, '375', [
		...await widthFaults(tab, 375),
		...await axeFaults(tab, axe, without),
	]);
	cells.cells = judge(place, 'cells', await cellFaults(tab));
	await shot(375);
	// The project's own reports are as long as reports are, and little else is on their pages.
	const own = page.site.name === 'plans';
	const fewest = own && page.kind === 'period' ? FEWEST_WORDS : 0;
	cells.paper = judge(place, 'paper', await paperFaults(tab, join(output, `${name}.pdf`), fewest, own));
	cells.quiet = judge(place, 'quiet', noise);
	await tab.close();
	if (process.env.WEB_TIMES)
		console.error(`${place}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
	return { place, kind: page.kind, cells };
}

/** Calls for all items, so many at a time; what came of each, in their order. */
async function together(items, most, call) {
	const results = new Array(items.length);
	let next = 0;
	await Promise.all(Array.from({ length: most }, async () => {
		while (next < items.length) {
			const mine = next++;
			results[mine] = await call(items[mine]);
		}
	}));
	return results;
}

/** A page on which every check must find something: what finds nothing there is blind. */
async function checkTheChecks(context) {
	const here = dirname(fileURLToPath(import.meta.url));
	const folder = mkdtempSync(join(tmpdir(), 'ragtrail-faulty-'));
	copyFileSync(join(here, 'faulty.html'), join(folder, 'index.html'));
	copyFileSync(join(here, 'faulty.css'), join(folder, 'style.css'));
	const site = readSite('faulty', folder);
	const [page] = site.pages;
	const { cells } = await lookAt(context, page);
	cells.html = judge('faulty', 'html', htmlFaults(page));
	cells.links = judge('faulty', 'links', linkFaults(page));
	cells.weight = judge('faulty', 'weight', weightFaults({ ...page, weight: HEAVY }));
	rmSync(folder, { recursive: true, force: true });
	// What was found there is as it should be.
	faultLines.length = 0;
	counts.passed = 0;
	counts.failed = 0;
	const blind = Object.keys(cells).filter((check) => cells[check] === 'ok');
	for (const check of Object.keys(cells))
		judge('faulty', check, blind.includes(check) ? ['finds nothing on a page full of faults'] : []);
}

function printTable(rows) {
	const width = Math.max(...rows.map((row) => row.place.length));
	const kinds = Math.max(...rows.map((row) => row.kind.length));
	const line = (place, kind, cells) =>
		console.log(`${place.padEnd(width)}  ${kind.padEnd(kinds)}  ${cells.map((cell) => cell.padEnd(6)).join(' ')}`.trimEnd());
	line('page', 'kind', LOOKS);
	for (const row of rows)
		line(row.place, row.kind, LOOKS.map((look) => row.cells[look]));
}

const sites = siteWords.map((word) => {
	const [name, folder] = word.split('=', 2);
	return readSite(name, folder);
});
mkdirSync(output, { recursive: true });
const profile = mkdtempSync(join(tmpdir(), 'ragtrail-web-'));
const context = await chromium.launchPersistentContext(profile, {
	executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
	headless: true,
	args: [
		'--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
		'--disable-background-networking', '--disable-component-update', '--disable-sync',
	],
});
try {
	await checkTheChecks(context);
	printTable(await together(choose(sites), AT_ONCE, (page) => lookAt(context, page)));
	console.log('');
	for (const site of sites)
		console.log(checkSite(site));
} finally {
	await context.close();
	rmSync(profile, { recursive: true, force: true });
}
if (faultLines.length !== 0)
	console.log(`\n${faultLines.join('\n')}`);
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
