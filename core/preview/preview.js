/* Opens the page again when it has changed; a browser keeps the reader's place then. */
"use strict";
(function () {
	var tag = document.currentScript.getAttribute("data-tag");
	var news = document.querySelector(".preview output");
	var events = null;
	var ended = false;

	function tell(name, words) {
		if (news === null)
			return;
		news.textContent = name === null ? "" : news.getAttribute("data-" + name) + "\n" + words;
	}

	/* A browser has few connections to one server: a page that nobody sees needs none. */
	function listen() {
		if (document.hidden || events !== null)
			return;
		events = new EventSource("/-/events?tag=" + tag + "&page=" +
			encodeURIComponent(location.pathname));
		events.addEventListener("changed", function () {
			location.reload();
		});
		events.addEventListener("failed", function (event) {
			tell("failed", event.data);
		});
		events.addEventListener("well", function () {
			tell(null);
		});
		/* The browser tries again by itself, and the preview may be started again. */
		events.addEventListener("error", function () {
			ended = true;
			tell("ended", "");
		});
		events.addEventListener("open", function () {
			if (ended)
				tell(null);
			ended = false;
		});
	}

	function leave() {
		if (events !== null)
			events.close();
		events = null;
	}

	document.addEventListener("visibilitychange", function () {
		if (document.hidden)
			leave();
		else
			listen();
	});
	window.addEventListener("pagehide", leave);
	window.addEventListener("pageshow", listen);
	listen();
})();
