# ragtrail. `make help` lists the targets.
#
# Outputs go under $(BUILD), and nowhere else: build/ by default, a folder of its own
# for each other compiler and sanitizer, so that objects never mix.

VERSION := 0.1.0

PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
MANDIR ?= $(PREFIX)/share/man
PKG_CONFIG ?= pkg-config

empty :=
COMPILER := $(filter-out cc gcc,$(notdir $(firstword $(CC))))
BUILD ?= build$(addprefix /,$(subst $(empty) ,-,$(strip $(COMPILER) $(SANITIZE))))

ifneq ($(and $(SANITIZE),$(VALGRIND)),)
$(error SANITIZE and VALGRIND do not go together: choose one)
endif

# --- flags: CC, CPPFLAGS, CFLAGS, LDFLAGS and PKG_CONFIG are the user's ---

ifdef SANITIZE
CFLAGS ?= -O1 -g -fno-omit-frame-pointer
SANITIZE_FLAGS := -fsanitize=$(SANITIZE) -fno-sanitize-recover=all
else
CFLAGS ?= -O2 -g -fstack-protector-strong -D_FORTIFY_SOURCE=2
LDFLAGS ?= -Wl,-z,relro,-z,now
endif

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wvla -Wstrict-prototypes \
	-Wmissing-prototypes -Wwrite-strings -Wformat=2 \
	-Werror=implicit-function-declaration $(if $(WERROR),-Werror)

# Asked of pkg-config once, on first use: never by `make help`, nor before `make demo`
# has installed it.
MODULES := libgit2 libcmark yaml-0.1 libxxhash
once = $(eval $(1) := $(2))$($(1))
LIB_CFLAGS = $(call once,LIB_CFLAGS,$(shell $(PKG_CONFIG) --cflags $(MODULES)))
LIB_LIBS = $(call once,LIB_LIBS,$(shell $(PKG_CONFIG) --libs $(MODULES)) -lm)
HTTP_LIBS = $(call once,HTTP_LIBS,$(shell $(PKG_CONFIG) --libs libmicrohttpd 2>/dev/null))
HTTP_CFLAGS = $(call once,HTTP_CFLAGS,$(shell $(PKG_CONFIG) --cflags libmicrohttpd 2>/dev/null))
PREVIEW = $(if $(HTTP_LIBS),$(BUILD)/ragtrail-preview)
CMOCKA_CFLAGS = $(call once,CMOCKA_CFLAGS,$(shell $(PKG_CONFIG) --cflags cmocka jansson))
CMOCKA_LIBS = $(call once,CMOCKA_LIBS,$(shell $(PKG_CONFIG) --libs cmocka jansson))

PREPROCESS = -Icore -I$(BUILD)/generated -D_GNU_SOURCE -DGIT_DEPRECATE_HARD \
	-DRAGTRAIL_VERSION='"$(VERSION)"' $(LIB_CFLAGS) $(CPPFLAGS)
COMPILE = $(CC) -std=c17 $(PREPROCESS) $(WARNINGS) -fPIE '-ffile-prefix-map=$(CURDIR)=.' \
	$(SANITIZE_FLAGS) $(CFLAGS)
LINK = $(CC) -pie $(SANITIZE_FLAGS) $(CFLAGS) $(LDFLAGS)

# --- what there is to build ---

ROOMS := base repo document record candour rules markup chart view site preview
# The preview is a program of its own, made where there is its library.
SERVER := core/preview/server.c $(sort $(wildcard cmd/preview_*.c))
CORE := $(filter-out $(SERVER),$(sort $(foreach room,$(ROOMS),$(wildcard core/$(room)/*.c))))
CMD := $(filter-out $(SERVER),$(sort $(wildcard cmd/*.c)))
SUPPORT := $(sort $(wildcard tests/support/*.c))
SOAK := $(sort $(wildcard tests/soak/*.c))
BENCH := $(sort $(wildcard tests/bench/bench_*.c))
BENCH_PARTS := $(sort $(filter-out $(BENCH),$(wildcard tests/bench/*.c)))
CORPUS := $(sort $(filter-out tests/candour/test_% tests/candour/score_main.c,\
	$(wildcard tests/candour/*.c)))
UNITS := $(sort $(filter-out tests/support/% $(SOAK) $(BENCH),$(wildcard tests/*/test_*.c)))
TESTERS := $(UNITS) $(SOAK) $(BENCH)

objects = $(patsubst %.c,$(BUILD)/%.o,$(1))
programs = $(patsubst %.c,$(BUILD)/%,$(1))

HOOKS := pre-commit pre-merge-commit prepare-commit-msg pre-receive post-receive
LIBRARY := $(BUILD)/libragtrail.a
LIBSUPPORT := $(BUILD)/tests/libsupport.a
STYLES := $(sort $(wildcard core/site/css/[0-9]*.css))
GENERATED := $(BUILD)/generated/site_css.inc $(BUILD)/generated/report_css.inc \
	$(patsubst core/view/%.json,$(BUILD)/generated/%_json.inc,$(wildcard core/view/*.json)) \
	$(HOOKS:%=$(BUILD)/generated/%_hook.inc) \
	$(BUILD)/generated/preview_css.inc $(BUILD)/generated/preview_js.inc

# Expanded only when they are wanted: by then there may be a pkg-config to ask.
.SECONDEXPANSION:
all: $(LIBRARY) $(BUILD)/ragtrail $$(PREVIEW) ## build the library and the programs (the default)

build-tests: $(call programs,$(TESTERS)) $(WEB)
	@:

$(BUILD)/ragtrail: $(call objects,$(CMD)) $(LIBRARY)
	@echo "  LINK $@"
	$(Q)$(LINK) -o $@ $(call objects,$(CMD)) $(LIBRARY) $(LIB_LIBS)

$(BUILD)/ragtrail-preview: $(call objects,$(SERVER) $(filter-out cmd/main.c,$(CMD))) $(LIBRARY)
	@echo "  LINK $@"
	$(Q)$(LINK) -o $@ $(filter %.o,$^) $(LIBRARY) $(LIB_LIBS) $(HTTP_LIBS)

$(LIBRARY): $(call objects,$(CORE))
$(LIBSUPPORT): $(call objects,$(SUPPORT))
$(LIBRARY) $(LIBSUPPORT): $(BUILD)/sources
	@mkdir -p $(@D)
	@echo "  AR   $@"
	$(Q)rm -f $@ && $(AR) rcs $@ $(filter %.o,$^)

SCORE := $(BUILD)/tests/candour/score_main
WEB := $(BUILD)/tests/web/repositories
$(call programs,$(BENCH)): $(call objects,$(BENCH_PARTS))
$(BUILD)/tests/candour/test_corpus $(SCORE): $(call objects,$(CORPUS))
$(call programs,$(TESTERS)) $(SCORE) $(WEB): %: %.o $(LIBSUPPORT) $(LIBRARY)
	@echo "  LINK $@"
	$(Q)$(LINK) -o $@ $(filter %.o,$^) $(LIBSUPPORT) $(LIBRARY) $(LIB_LIBS) $(CMOCKA_LIBS)

$(call objects,core/preview/server.c): private PREPROCESS += $(HTTP_CFLAGS)
$(BUILD)/tests/%.o: private PREPROCESS += -Itests $(CMOCKA_CFLAGS)
$(BUILD)/%.o: %.c $(BUILD)/flags | $(GENERATED)
	@mkdir -p $(@D)
	@echo "  CC   $<"
	$(Q)$(COMPILE) -MMD -MP -c -o $@ $<

# What is kept in the git folder is good for the program that wrote it: any other may
# read the same documents differently.
READERS := $(sort $(foreach room,repo document record,$(wildcard core/$(room)/*.[ch])))
$(BUILD)/core/record/store.o: $(READERS)
$(BUILD)/core/record/store.o: private PREPROCESS += \
	-DRAGTRAIL_SOURCES='"$(firstword $(shell cat $(READERS) | cksum))"'
JUDGES := $(sort $(foreach room,candour rules,$(wildcard core/$(room)/*.[ch])))
$(BUILD)/core/rules/latest.o: $(READERS) $(JUDGES)
$(BUILD)/core/rules/latest.o: private PREPROCESS += \
	-DRAGTRAIL_QUESTIONS='"$(firstword $(shell cat $(JUDGES) | cksum))"'

# A page that stands is kept where it is made from the same, by the same program.
WRITERS := $(READERS) $(JUDGES) $(STYLES) \
	$(sort $(foreach room,base markup chart view site,$(wildcard core/$(room)/*.[ch] \
	core/$(room)/*.inc)))
$(BUILD)/core/site/site.o: $(WRITERS)
$(BUILD)/core/site/site.o: private PREPROCESS += \
	-DRAGTRAIL_PAGES='"$(firstword $(shell cat $(WRITERS) | cksum))"'

# One string literal a line, each with a comma after it: the body of an array initialiser.
literal = sed -e 's/[\\"?]/\\&/g' -e 's/.*/"&\\n",/'
literals = $(literal) $< > $@
# Without comments and indents: every page's reader fetches it.
$(BUILD)/generated/site_css.inc: $(STYLES) $(BUILD)/sources
	@mkdir -p $(@D)
	$(Q)sed -e 's,^/\*.*\*/$$,,' -e 's/^[ 	]*//' -e '/^$$/d' $(STYLES) | $(literal) > $@
$(BUILD)/generated/report_css.inc: core/site/css/report.css
	@mkdir -p $(@D)
	$(Q)$(literals)
$(BUILD)/generated/preview_%.inc: core/preview/preview.%
	@mkdir -p $(@D)
	$(Q)$(literals)
$(BUILD)/generated/%_json.inc: core/view/%.json
	@mkdir -p $(@D)
	$(Q)$(literals)
$(BUILD)/generated/%_hook.inc: hooks/%
	@mkdir -p $(@D)
	$(Q)$(literals)

# Stamps, rewritten only when what they hold changes: everything is compiled again under
# other flags, and an archive is made again without an object whose source has gone.
$(BUILD)/flags: stamped = $(COMPILE) $(LINK) $(LIB_LIBS) $(HTTP_LIBS)
$(BUILD)/sources: stamped = $(CORE) $(CMD) $(SERVER) $(SUPPORT) $(STYLES)
$(BUILD)/flags $(BUILD)/sources: FORCE
	@command -v $(firstword $(PKG_CONFIG)) > /dev/null && \
		$(PKG_CONFIG) --exists --print-errors $(MODULES) || \
		{ echo "make: libraries are missing: '.ci/packages build' installs them" >&2; exit 1; }
	@mkdir -p $(@D)
	@printf '%s\n' '$(subst ','\'',$(stamped))' > $@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

Q := $(if $(V),,@)
-include $(patsubst %.o,%.d,$(call objects,$(CORE) $(CMD) $(SERVER) $(SUPPORT) $(BENCH_PARTS) $(CORPUS) \
	tests/candour/score_main.c tests/web/repositories.c $(TESTERS)))

# --- use ---

# What follows installs packages first, so pkg-config speaks only in the make that it starts.
JOBS = $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell nproc 2>/dev/null || echo 1))
QUIETLY = --no-print-directory $(JOBS)
# For scripts that call make: by another name, so that `make -n` only shows their lines.
SCRIPT_MAKE = $(MAKE) $(QUIETLY)
GROUPS = build $(filter clang,$(COMPILER))
TESTENV = BUILD='$(BUILD)' SANITIZE='$(SANITIZE)' VALGRIND='$(VALGRIND)' .ci/test-env

demo: ## build, then check, trend and render the project's own plans
	@.ci/packages $(GROUPS) demo
	@$(MAKE) $(QUIETLY) all
	@.ci/demo $(BUILD)/ragtrail

test: testers ## run the tests (TESTS="parts of names", VALGRIND=1, SANITIZE=address,undefined)
	@$(TESTENV) .ci/run-tests '$(TESTS)' $(call programs,$(UNITS))

test-web: ## read the rendered pages in a browser (pictures of them: $(BUILD)/web/pages)
	@.ci/packages $(GROUPS) test
	@.ci/packages web || [ -z "$$CI" ]
	@$(MAKE) $(QUIETLY) all $(WEB)
	@$(TESTENV) tests/web/run

update-golden: testers ## run the tests, and make what they print the expected files
	@UPDATE_GOLDEN=1 $(TESTENV) .ci/run-tests '$(TESTS)' $(call programs,$(UNITS))

soak: testers ## run what takes long: tests/soak, and all tests in valgrind
	@$(TESTENV) .ci/run-each tests/soak $(call programs,$(SOAK))
	@$(if $(SANITIZE),,$(MAKE) $(QUIETLY) test VALGRIND=1)

bench: testers ## run the benchmarks (BENCH_SIZES="150 6000")
	@$(TESTENV) .ci/run-each tests/bench $(call programs,$(BENCH))

testers:
	@.ci/packages $(GROUPS) test $(if $(VALGRIND),valgrind)
	@$(MAKE) $(QUIETLY) all build-tests

candour: candour-papers ## score the rules of candour on the corpus (CANDOUR="--rules", "--show --rule claim-count")
	@.ci/packages $(GROUPS) test
	@$(MAKE) $(QUIETLY) $(SCORE)
	@$(SCORE) $(CANDOUR)

lint: ## check the layers, the style, the manual, the scripts, and what compilers find
	@.ci/packages build test lint
	@MAKE='$(SCRIPT_MAKE)' tests/lint/run

format: ## put every C file in the project's style
	@.ci/packages lint
	clang-format -i $(wildcard core/*/*.[ch] cmd/*.[ch] tests/*/*.[ch])

# For tests/lint: how core and cmd are preprocessed and warned about, one argument a line.
print-flags: $(GENERATED)
	@printf '%s\n' $(PREPROCESS) $(filter-out -Werror%,$(WARNINGS))

compile_commands.json: PREPROCESS += -Itests $(CMOCKA_CFLAGS)
compile_commands.json: FORCE $(GENERATED) ## tell editors how each file is compiled
	@.ci/compile-commands $(CORE) $(CMD) $(SERVER) $(SUPPORT) $(BENCH_PARTS) $(CORPUS) \
		tests/candour/score_main.c tests/web/repositories.c $(TESTERS) -- $(COMPILE) > $@.new
	@mv $@.new $@

MAN1 = $(wildcard cmd/*.1)
MAN5 = $(wildcard cmd/*.5)
MAN7 = $(wildcard cmd/*.7)

install: all ## install under $(DESTDIR)$(PREFIX)
	install -d "$(DESTDIR)$(BINDIR)" "$(DESTDIR)$(MANDIR)/man1" "$(DESTDIR)$(MANDIR)/man5" \
		"$(DESTDIR)$(MANDIR)/man7"
	install -m 755 $(BUILD)/ragtrail "$(DESTDIR)$(BINDIR)/ragtrail"
	$(if $(PREVIEW),install -m 755 $(PREVIEW) "$(DESTDIR)$(BINDIR)/ragtrail-preview")
	ln -sf ragtrail "$(DESTDIR)$(BINDIR)/git-ragtrail"
	$(if $(MAN1),install -m 644 $(MAN1) "$(DESTDIR)$(MANDIR)/man1")
	$(if $(MAN1),ln -sf ragtrail.1 "$(DESTDIR)$(MANDIR)/man1/git-ragtrail.1")
	$(if $(MAN5),install -m 644 $(MAN5) "$(DESTDIR)$(MANDIR)/man5")
	$(if $(MAN7),install -m 644 $(MAN7) "$(DESTDIR)$(MANDIR)/man7")

uninstall: ## remove what install put there
	cd "$(DESTDIR)$(BINDIR)" && rm -f ragtrail ragtrail-preview git-ragtrail
	cd "$(DESTDIR)$(MANDIR)" && rm -f man1/git-ragtrail.1 $(MAN1:cmd/%=man1/%) \
		$(MAN5:cmd/%=man5/%) $(MAN7:cmd/%=man7/%)

check-install: ## install into a temporary folder, look, and uninstall
	@.ci/packages $(GROUPS) preview
	@$(MAKE) $(QUIETLY) all
	@MAKE='$(SCRIPT_MAKE)' .ci/check-install

dist: ## make the source archive
	@.ci/dist ragtrail-$(VERSION)

candour-papers: ## make a git repository of the papers, to run `ragtrail check --candour` in
	@rm -rf '$(BUILD)/candour/papers'
	@tests/candour/papers/repository '$(BUILD)/candour/papers'
	@echo "$(BUILD)/candour/papers"

clean: ## remove everything that make made
	rm -rf build compile_commands.json

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z_-][a-z_.-]*:.*## / { printf "  %-22s %s\n", $$1, $$2 }' Makefile

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.PHONY: FORCE all bench build-tests candour candour-papers check-install clean demo dist format \
	help install lint soak test test-web testers uninstall update-golden print-flags
