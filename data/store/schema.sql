-- A data set, compiled for reading. `row` numbers every record densely, kind by kind in the order of
-- the files; it never leaves the store. Days are ISO 8601; an empty one means "always".

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Rows of one kind are those from `first` to `last`.
CREATE TABLE kind (kind TEXT PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL) WITHOUT ROWID;

-- `text` is what words of a filter look in; `since` is the first day on which the record may count,
-- `surely` the first on which it does; `sized` is the figure that gives the amount of what is none itself.
CREATE TABLE record (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
    title TEXT NOT NULL, short TEXT NOT NULL, detail TEXT NOT NULL, amount TEXT NOT NULL,
    period TEXT NOT NULL, state TEXT NOT NULL, quotes INTEGER NOT NULL, claims INTEGER NOT NULL,
    flags TEXT NOT NULL, since TEXT NOT NULL, surely TEXT NOT NULL, text TEXT NOT NULL, sized INTEGER
);
CREATE INDEX record_by_since ON record (since, row);
-- Which records begin to count on which day.
CREATE VIEW begun AS SELECT since, row FROM record;

-- Where several sets are open: further ids that may mean a record, such as one without its set.
CREATE TABLE handle (id TEXT, row INTEGER, PRIMARY KEY (id, row)) WITHOUT ROWID;

-- What an id means: one record, or several records of different sets.
CREATE VIEW called AS SELECT id, row FROM record UNION ALL SELECT id, row FROM handle;

-- Entities of different sets that are the same, or were and have been taken apart.
CREATE TABLE match (
    position INTEGER PRIMARY KEY, first TEXT NOT NULL, second TEXT NOT NULL, kind TEXT NOT NULL,
    first_name TEXT NOT NULL, second_name TEXT NOT NULL,
    first_set TEXT NOT NULL, second_set TEXT NOT NULL,
    reason TEXT NOT NULL, apart INTEGER NOT NULL
);

-- How a record with a history read from the day `since` on, or `surely` from another; position 0 is before all that is known.
CREATE TABLE past (
    row INTEGER, position INTEGER, since TEXT NOT NULL, surely TEXT NOT NULL, status TEXT NOT NULL,
    title TEXT NOT NULL, verb TEXT NOT NULL, period TEXT NOT NULL, state TEXT NOT NULL,
    flags TEXT NOT NULL,
    PRIMARY KEY (row, position)
) WITHOUT ROWID;
CREATE INDEX past_by_since ON past (since, row);

-- The days at which something begins to count or changes, and how many records that is.
CREATE TABLE day (day TEXT PRIMARY KEY, added INTEGER NOT NULL, changed INTEGER NOT NULL) WITHOUT ROWID;

-- Ties from each of their ends: relationships, parties of deals, members of groups. `claim` carries
-- the evidence; `verb` reads from subject to object as the tie stands now.
-- `type` is its place in tie_types.py. Clustered by their ends, which is all that a search for paths
-- reads; those of hubs are read by type as well, as one cannot sort a hundred thousand each time.
CREATE TABLE tie (
    near INTEGER, type INTEGER, outward INTEGER, claim INTEGER, far INTEGER,
    verb TEXT NOT NULL, role TEXT NOT NULL, of_hub INTEGER NOT NULL,
    PRIMARY KEY (near, far, type, outward, claim)
) WITHOUT ROWID;
CREATE INDEX tie_of_hub ON tie (near, type, outward, claim, far) WHERE of_hub;
CREATE VIEW edge AS SELECT * FROM tie;

-- Records with many ties, how many, and how many of each type: a search for paths goes around them
-- while it can.
CREATE TABLE degree (
    near INTEGER, type INTEGER, outward INTEGER, count INTEGER NOT NULL,
    PRIMARY KEY (near, type, outward)
) WITHOUT ROWID;
CREATE TABLE hub (row INTEGER PRIMARY KEY, ties INTEGER NOT NULL);

-- Figures as numbers: `value` is an interval as JSON, NULL where nothing could be computed.
CREATE TABLE figure (
    row INTEGER PRIMARY KEY, subject INTEGER NOT NULL, measure TEXT NOT NULL, status TEXT NOT NULL,
    hedge TEXT NOT NULL, prefer TEXT NOT NULL, unit TEXT NOT NULL, value TEXT,
    scope INTEGER, relative_to INTEGER, whole INTEGER, first TEXT NOT NULL, last TEXT NOT NULL
);
CREATE INDEX figure_by_subject ON figure (subject, row);
CREATE INDEX figure_by_measure ON figure (measure, unit, row);

-- The deal that brought a relationship of owning about, or by which one buys: its figures size it too.
CREATE TABLE brought (row INTEGER PRIMARY KEY, deal INTEGER NOT NULL);

-- What was when, numbered in the order of time; an empty day is an open end. `anchor` is the deal
-- before or after which (`side`) it was; `of_source` says that the date is the source's.
CREATE TABLE event (
    event INTEGER PRIMARY KEY, claim INTEGER NOT NULL, what TEXT NOT NULL, status TEXT NOT NULL,
    edtf TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,
    of_source INTEGER NOT NULL, anchor INTEGER, side TEXT NOT NULL
);
CREATE INDEX event_by_claim ON event (claim, event);
-- Events of what stands on a record's page.
CREATE TABLE event_of (owner INTEGER, event INTEGER, PRIMARY KEY (owner, event)) WITHOUT ROWID;

-- `row` falls away when the relationship `target` is switched off.
CREATE TABLE depends (target INTEGER, row INTEGER, PRIMARY KEY (target, row)) WITHOUT ROWID;

-- Fingerprints: of the id, and of what a record says, with other records by id and by name.
CREATE TABLE print (row INTEGER PRIMARY KEY, id INTEGER NOT NULL, own INTEGER NOT NULL, named INTEGER NOT NULL);

CREATE TABLE document (row INTEGER PRIMARY KEY, json TEXT NOT NULL);

CREATE TABLE head (row INTEGER PRIMARY KEY, subtitle TEXT NOT NULL, summary TEXT NOT NULL);
-- What a fact tells is so from the day `since` on; lines of a history begin on theirs.
CREATE TABLE fact (
    row INTEGER, position INTEGER, label TEXT NOT NULL, value TEXT NOT NULL, claim INTEGER,
    since TEXT NOT NULL,
    PRIMARY KEY (row, position)
) WITHOUT ROWID;

-- The pages: every record's claims from its own side, clustered so that a page is one range read.
-- Owner 0 is the story. A label or state of NULL is the claim's own. `children` rows follow their
-- parent; one that `groups` is there for their sake only.
-- A page's positions are 0, 1, 2 … without a gap; `first` is that of the first line under a heading.
CREATE TABLE section (
    owner INTEGER, position INTEGER, title TEXT NOT NULL, first INTEGER NOT NULL,
    PRIMARY KEY (owner, position)
) WITHOUT ROWID;
CREATE TABLE line (
    owner INTEGER, position INTEGER, section TEXT NOT NULL, claim INTEGER NOT NULL, target INTEGER,
    label TEXT, role TEXT NOT NULL, amount TEXT NOT NULL, period TEXT NOT NULL, state TEXT,
    extra TEXT NOT NULL, depth INTEGER NOT NULL, children INTEGER NOT NULL, groups INTEGER NOT NULL,
    text TEXT NOT NULL, since TEXT NOT NULL, surely TEXT NOT NULL,
    PRIMARY KEY (owner, position)
) WITHOUT ROWID;

-- The derived figures that the remark beside a figure tells.
CREATE TABLE remark (row INTEGER, derived INTEGER, PRIMARY KEY (row, derived)) WITHOUT ROWID;

-- Reasons both ways; `causing` and `following` word the link from the effect and from the
-- cause, `telling` in a story.
CREATE TABLE reason (
    row INTEGER PRIMARY KEY, cause INTEGER NOT NULL, effect INTEGER NOT NULL,
    causing TEXT NOT NULL, following TEXT NOT NULL, telling TEXT NOT NULL
);
CREATE INDEX reason_by_cause ON reason (cause, row);
CREATE INDEX reason_by_effect ON reason (effect, row);

-- An entity's own claims that have reasons: where its why begins.
CREATE TABLE root (owner INTEGER, claim INTEGER, PRIMARY KEY (owner, claim)) WITHOUT ROWID;

-- What `field:value` and `is:word` look up, found from either end.
CREATE TABLE facet (row INTEGER, name TEXT, value TEXT, PRIMARY KEY (row, name, value)) WITHOUT ROWID;
CREATE INDEX facet_by_value ON facet (name, value, row);
CREATE TABLE amount (row INTEGER, unit TEXT NOT NULL, low REAL NOT NULL, high REAL NOT NULL);
CREATE INDEX amount_by_row ON amount (row, unit, low, high);

CREATE TABLE evidence (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL, claim INTEGER NOT NULL, source INTEGER NOT NULL,
    exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    start INTEGER, end INTEGER, paragraph INTEGER, attribution TEXT NOT NULL,
    direction TEXT NOT NULL, directness TEXT NOT NULL, verdict TEXT NOT NULL,
    mentions TEXT NOT NULL, status TEXT NOT NULL, since TEXT NOT NULL
);
CREATE INDEX evidence_by_claim ON evidence (claim, row);
CREATE INDEX evidence_by_source ON evidence (source, row);

-- What cannot both be true, from the side of each claim in it; `leads` is own, other or nothing.
-- A side is JSON: what it shows, its evidence id, its formula, and where its words differ.
CREATE TABLE dispute (
    row INTEGER, position INTEGER, other INTEGER NOT NULL, kind TEXT NOT NULL, leads TEXT NOT NULL,
    why TEXT NOT NULL, note TEXT NOT NULL, own_side TEXT NOT NULL, other_side TEXT NOT NULL,
    PRIMARY KEY (row, position)
) WITHOUT ROWID;

CREATE TABLE stretch (
    source INTEGER, position INTEGER, start INTEGER NOT NULL, end INTEGER NOT NULL,
    paragraph INTEGER NOT NULL, text TEXT, evidence TEXT NOT NULL,
    PRIMARY KEY (source, position)
) WITHOUT ROWID;
-- Sentences in reading order; `why` tells why one asserts nothing, `claims` lists ids as JSON.
CREATE TABLE sentence (
    source INTEGER, position INTEGER, start INTEGER NOT NULL, end INTEGER NOT NULL,
    paragraph INTEGER NOT NULL, why TEXT NOT NULL, claims TEXT NOT NULL,
    PRIMARY KEY (source, position)
) WITHOUT ROWID;
CREATE TABLE whole (source INTEGER PRIMARY KEY);

CREATE TABLE derivation (row INTEGER PRIMARY KEY, json TEXT NOT NULL);
CREATE TABLE finding (position INTEGER PRIMARY KEY, record TEXT, json TEXT NOT NULL);
CREATE INDEX finding_by_record ON finding (record, position);

-- What the words of a claim prove: its number, and each of its parties.
CREATE TABLE proof (
    claim INTEGER, position INTEGER, what TEXT NOT NULL, label TEXT NOT NULL, carried TEXT NOT NULL,
    PRIMARY KEY (claim, position)
) WITHOUT ROWID;

-- Search: every name, title and quote is a piece; weightier ones come first.
CREATE TABLE piece (piece INTEGER PRIMARY KEY, row INTEGER NOT NULL, weight INTEGER NOT NULL,
                    text TEXT NOT NULL, folded TEXT NOT NULL);
CREATE VIRTUAL TABLE piece_words USING fts5(
    folded, content='piece', content_rowid='piece', tokenize='unicode61', prefix='1 2 3', detail=none
);
CREATE VIRTUAL TABLE piece_letters USING fts5(
    folded, content='piece', content_rowid='piece', tokenize='trigram', detail=none
);
-- In a compiled set a claim's own text names what it is about; an index finds claims by their ends.
CREATE VIEW borne AS SELECT NULL AS near, NULL AS claim WHERE 0;
CREATE VIRTUAL TABLE record_letters USING fts5(
    text, content='record', content_rowid='row', tokenize='trigram', detail=none
);
CREATE TABLE word (length INTEGER, word TEXT, PRIMARY KEY (length, word)) WITHOUT ROWID;
