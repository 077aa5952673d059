-- An index of imported records: the same names as in store/schema.sql, so that a store answers from
-- either, over few narrow tables, so that millions of records fit. What a set of three million
-- relationships repeats (sentences, headings, codes) is put together by views when it is asked for.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE kind (kind TEXT PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL) WITHOUT ROWID;

-- What many claims have in common: type or measure, status, how sure it is, on how much it rests. `verb`
-- stands between the ends of a relationship; of a figure it is what is measured.
CREATE TABLE manner (
    manner INTEGER PRIMARY KEY, type TEXT NOT NULL, status TEXT NOT NULL, modality TEXT NOT NULL,
    verb TEXT NOT NULL, state TEXT NOT NULL, flags TEXT NOT NULL, prefer TEXT NOT NULL,
    hedge TEXT NOT NULL
);

-- Every record. `sort` is the place of its kind in models/kinds.py. Relationships and figures have no
-- title: it is made of what they join. `detail` of a figure are the words that it was read from. `rest`
-- are the fields that have no column, as JSON. `since` is a day as a number, such as 20250612. `first` and
-- `last` are its dates as EDTF, such as start and end, or the period of a figure; `period` says what is to
-- be told in their place. `told` is a function that the store's connections have.
CREATE TABLE item (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL, sort INTEGER NOT NULL, title TEXT, words TEXT,
    detail TEXT, manner INTEGER, subject INTEGER, object INTEGER, role TEXT, amount TEXT,
    period TEXT, since INTEGER, first TEXT, last TEXT, quotes INTEGER, rest TEXT
);

-- Ties from each end; `type` as in store/tie_types.py. A role or manner of NULL is the claim's own.
CREATE TABLE tie (
    near INTEGER, type INTEGER, outward INTEGER, claim INTEGER, far INTEGER, role TEXT,
    of_hub INTEGER NOT NULL, PRIMARY KEY (near, far, type, outward, claim)
) WITHOUT ROWID;

-- What stands on whose page, in order; `heading` is the place of its section in the page's headings. What
-- every page of a claim begins with, its own ends, is put there by the view `placed`; so is a target of
-- NULL, which is the other end of a relationship.
CREATE TABLE entry (
    owner INTEGER, position INTEGER, heading INTEGER NOT NULL, claim INTEGER NOT NULL,
    target INTEGER, role TEXT,
    PRIMARY KEY (owner, position)
) WITHOUT ROWID;
CREATE TABLE heading (heading INTEGER PRIMARY KEY, title TEXT NOT NULL);
-- Which fields of a record stand as facts at the head of its page, in order, and what they are called.
CREATE TABLE label (field TEXT PRIMARY KEY, position INTEGER, label TEXT) WITHOUT ROWID;
INSERT INTO label VALUES ('terms', 0, 'terms'), ('condition', 1, 'condition'), ('aliases', 2, 'also'),
    ('publisher', 3, 'publisher'), ('authors', 4, 'by'), ('url', 5, 'address');
-- How a relationship of a type reads from its subject and from its object.
CREATE TABLE phrase (type TEXT PRIMARY KEY, phrase TEXT NOT NULL, inverse TEXT NOT NULL) WITHOUT ROWID;
-- How many lines stand under which heading, of pages so long that one cannot count them each time.
CREATE TABLE part (
    owner INTEGER, heading INTEGER, count INTEGER NOT NULL, PRIMARY KEY (owner, heading)
) WITHOUT ROWID;

CREATE TABLE degree (
    near INTEGER, type INTEGER, outward INTEGER, count INTEGER NOT NULL,
    PRIMARY KEY (near, type, outward)
) WITHOUT ROWID;
CREATE TABLE hub (row INTEGER PRIMARY KEY, ties INTEGER NOT NULL);

-- Figures as numbers; `value` is an interval: stated, low, high, whether each end is open.
CREATE TABLE number (
    row INTEGER PRIMARY KEY, unit TEXT NOT NULL, value TEXT, low REAL, high REAL,
    scope INTEGER, first INTEGER, last INTEGER
);

-- What was when, numbered in the order of time; days are numbers, an open end NULL.
CREATE TABLE moment (
    event INTEGER PRIMARY KEY, claim INTEGER NOT NULL, what INTEGER NOT NULL, first INTEGER,
    last INTEGER
);
-- The days on which records begin to count, with the first and the last moment of each.
CREATE TABLE day (
    day TEXT PRIMARY KEY, added INTEGER NOT NULL, changed INTEGER NOT NULL, first INTEGER NOT NULL,
    last INTEGER NOT NULL
) WITHOUT ROWID;
CREATE VIEW begun AS SELECT d.day AS since, m.claim AS row FROM day d
    JOIN moment m ON m.event BETWEEN d.first AND d.last JOIN item i ON i.row = m.claim
    WHERE i.since = CAST(replace(d.day, '-', '') AS INTEGER);
CREATE VIEW event AS SELECT o.event, o.claim, {what:o.what} AS what,
    ifnull((SELECT m.status FROM manner m WHERE m.manner = i.manner AND o.what IN ({dated_status})), '')
        AS status,
    ifnull(CASE WHEN o.what IN ({dated_last}) THEN i.last ELSE i.first END, '') AS edtf,
    {day:o.first} AS first, {day:o.last} AS last,
    0 AS of_source, NULL AS anchor, '' AS side
    FROM moment o JOIN item i ON i.row = o.claim;

-- The subject of a reason is its effect, its object the cause.
CREATE TABLE following (type TEXT PRIMARY KEY, following TEXT NOT NULL) WITHOUT ROWID;
CREATE VIEW reason AS SELECT i.row, i.object AS cause, i.subject AS effect, m.verb AS causing, w.following,
    w.following AS telling
    FROM item i JOIN manner m ON m.manner = i.manner JOIN following w ON w.type = m.type
    WHERE i.sort = {reason};
CREATE VIEW event_of AS SELECT DISTINCT e.owner, m.event FROM (
        SELECT owner, claim FROM entry
        UNION ALL SELECT row, row FROM item WHERE sort IN ({relationship}, {figure})
    ) e JOIN moment m ON m.claim = e.claim;

-- What `field:value` finds of records with a name, beside what has a column.
CREATE TABLE field_name (field INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
INSERT INTO field_name VALUES {fields};
CREATE TABLE field (row INTEGER, field INTEGER, value TEXT, PRIMARY KEY (row, field, value)) WITHOUT ROWID;

CREATE TABLE evidence (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL, claim INTEGER NOT NULL, source INTEGER NOT NULL,
    exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    start INTEGER, end INTEGER, paragraph INTEGER, attribution TEXT NOT NULL,
    direction TEXT NOT NULL, directness TEXT NOT NULL, verdict TEXT NOT NULL,
    mentions TEXT NOT NULL, status TEXT NOT NULL, since TEXT NOT NULL
);

-- What a search finds records by. A text of NULL is the title, and its folded form the record's words.
CREATE TABLE name (
    piece INTEGER PRIMARY KEY, row INTEGER NOT NULL, weight INTEGER NOT NULL, text TEXT, folded TEXT
);
CREATE VIEW piece AS SELECT n.piece, n.row, n.weight,
    ifnull(n.text, (SELECT i.title FROM item i WHERE i.row = n.row)) AS text,
    ifnull(n.folded, (SELECT i.words FROM item i WHERE i.row = n.row)) AS folded FROM name n;
CREATE VIRTUAL TABLE piece_words USING fts5(
    folded, content='', columnsize=0, tokenize='unicode61', prefix='1 2 3', detail=none
);
CREATE VIRTUAL TABLE piece_letters USING fts5(
    folded, content='', columnsize=0, tokenize='trigram', detail=none
);
CREATE VIRTUAL TABLE record_letters USING fts5(
    words, content='', columnsize=0, tokenize='trigram', detail=none
);
CREATE TABLE word (length INTEGER, word TEXT, PRIMARY KEY (length, word)) WITHOUT ROWID;

-- As the store asks for it.

CREATE VIEW called AS SELECT id, row FROM item;

-- What a record is called where it is an end of another: a relationship by its own ends.
CREATE VIEW named AS SELECT i.row, i.id, i.sort, i.words, coalesce(i.title,
    CASE i.sort WHEN {relationship} THEN (
        SELECT s.title || CASE WHEN m.type IN ({mutual}) THEN ' – ' ELSE ' → ' END || o.title
        FROM item s, item o, manner m
        WHERE s.row = i.subject AND o.row = i.object AND m.manner = i.manner)
    WHEN {figure} THEN (SELECT ifnull(s.title, s.id) || ', ' || m.verb FROM item s, manner m
        WHERE s.row = i.subject AND m.manner = i.manner)
    END, i.id) AS title FROM item i;

CREATE VIEW record AS SELECT
    i.row, i.id, {kind:i.sort} AS kind,
    CASE
        WHEN i.title IS NOT NULL THEN i.title
        WHEN i.sort = {relationship} THEN (
            SELECT CASE WHEN m.type = 'related_to' AND i.role IS NOT NULL
                THEN s.title || ' and ' || o.title || ': ' || i.role
                ELSE s.title || ' ' || m.verb || ' ' || o.title END
            FROM item s, item o, manner m
            WHERE s.row = i.subject AND o.row = i.object AND m.manner = i.manner)
        WHEN i.sort = {figure} THEN (
            SELECT n.title || CASE WHEN n.sort IN ({relationship}, {deal}) THEN ': '
                WHEN n.title LIKE '%s' THEN '’ ' ELSE '’s ' END
                || CASE WHEN m.status IN ('planned', 'estimated') THEN m.status || ' ' ELSE '' END || m.verb || CASE {told:i} WHEN '' THEN '' ELSE ', ' || {told:i} END
            FROM named n, manner m WHERE n.row = i.subject AND m.manner = i.manner)
        WHEN i.sort = {reason} THEN (
            SELECT e.title || ' – ' || m.verb || ': ' || c.title FROM named e, named c, manner m
            WHERE e.row = i.subject AND c.row = i.object AND m.manner = i.manner)
        ELSE i.id
    END AS title,
    CASE
        WHEN i.title IS NOT NULL THEN i.title
        WHEN i.sort = {relationship} THEN (SELECT n.title FROM named n WHERE n.row = i.row)
        WHEN i.sort = {figure} THEN (
            SELECT m.verb || CASE {told:i} WHEN '' THEN '' ELSE ' ' || {told:i} END || ', ' || n.title
            FROM named n, manner m WHERE n.row = i.subject AND m.manner = i.manner)
        WHEN i.sort = {reason} THEN (
            SELECT e.title || ' – ' || m.verb || ': ' || c.title FROM named e, named c, manner m
            WHERE e.row = i.subject AND c.row = i.object AND m.manner = i.manner)
        ELSE i.id
    END AS short,
    coalesce(
        CASE i.sort
            WHEN {person} THEN (
                SELECT CASE WHEN c.role IS NULL THEN '' ELSE c.role || ', ' END || f.title
                FROM tie t JOIN item c ON c.row = t.claim JOIN item f ON f.row = t.far
                WHERE t.near = i.row AND t.outward AND t.type IN ({positions})
                ORDER BY t.claim LIMIT 1)
            WHEN {product} THEN (
                SELECT 'made by ' || f.title FROM tie t JOIN item f ON f.row = t.far
                WHERE t.near = i.row AND NOT t.outward AND t.type = {makes} LIMIT 1)
            WHEN {figure} THEN '“' || i.detail || '”'
        END, i.detail, i.role, '') AS detail,
    ifnull(i.amount, '') AS amount, {told:i} AS period,
    ifnull((SELECT m.state FROM manner m WHERE m.manner = i.manner), '') AS state,
    ifnull(i.quotes, 0) AS quotes,
    ifnull((SELECT sum(p.count) FROM part p WHERE p.owner = i.row),
        (SELECT count(*) FROM entry e WHERE e.owner = i.row AND e.claim <> i.row)) AS claims,
    ifnull((SELECT m.flags FROM manner m WHERE m.manner = i.manner), '')
        || CASE WHEN EXISTS (SELECT 1 FROM evidence e WHERE e.claim = i.row AND e.verdict = 'missing')
            THEN ' flagged wrong' ELSE '' END AS flags,
    {day:i.since} AS since,
    CASE WHEN i.sort = {figure} THEN {day:i.since}
        WHEN length(i.first) = 4 THEN i.first || '-12-31'
        WHEN length(i.first) = 7 THEN date(i.first || '-01', '+1 month', '-1 day')
        ELSE {day:i.since} END AS surely,
    ifnull(i.words, (SELECT group_concat(n.words, '; ') FROM item n WHERE n.row IN (i.subject, i.object)))
        || '; ' || ifnull(lower(i.role), '') AS text,
    CASE WHEN i.sort <> {figure} AND i.amount IS NOT NULL THEN (
        SELECT f.row FROM item f WHERE f.subject = i.row AND f.sort = {figure} AND f.amount = i.amount LIMIT 1)
    END AS sized
    FROM item i;

CREATE VIEW placed AS
    SELECT e.owner, e.position, e.heading, e.claim, CAST(CASE WHEN e.target IS NOT NULL THEN e.target
        WHEN c.sort <> {relationship} OR e.owner = 0 THEN NULL
        WHEN c.subject = e.owner THEN c.object ELSE c.subject END AS INTEGER) AS target, e.role
        FROM entry e JOIN item c ON c.row = e.claim
    UNION ALL SELECT c.row, CAST(0 AS INTEGER), CAST({between} AS INTEGER), c.row, c.subject, CAST('' AS TEXT)
        FROM item c WHERE c.sort = {relationship}
    UNION ALL SELECT c.row, CAST(1 AS INTEGER), CAST({between} AS INTEGER), c.row, c.object, CAST('' AS TEXT)
        FROM item c WHERE c.sort = {relationship}
    UNION ALL SELECT c.row, CAST(0 AS INTEGER), CAST({about} AS INTEGER), c.row, c.subject, CAST('' AS TEXT)
        FROM item c WHERE c.sort = {figure};

CREATE VIEW line AS SELECT
    e.owner, e.position, (SELECT h.title FROM heading h WHERE h.heading = e.heading) AS section,
    e.claim, e.target,
    CASE
        WHEN e.target IS NOT NULL THEN (SELECT n.title FROM named n WHERE n.row = e.target)
        WHEN c.sort = {figure} AND e.owner THEN (SELECT m.verb FROM manner m WHERE m.manner = c.manner)
    END AS label,
    CASE WHEN e.owner = 0 THEN ifnull(e.role, '')
        WHEN c.sort = {reason} THEN (
            SELECT CASE WHEN e.target = c.object THEN m.verb ELSE w.following END
            FROM manner m JOIN following w ON w.type = m.type WHERE m.manner = c.manner)
        WHEN e.heading = {between} AND c.sort = {relationship} THEN (
            SELECT CASE WHEN e.target = c.subject THEN p.phrase ELSE p.inverse END
            FROM manner m JOIN phrase p ON p.type = m.type WHERE m.manner = c.manner)
        ELSE coalesce(e.role, c.role, '') END AS role,
    ifnull(c.amount, '') AS amount, {told:c} AS period,
    CASE WHEN e.owner = 0 AND c.sort = {statement} THEN (
            SELECT CASE m.modality WHEN 'certain' THEN '' ELSE m.modality END FROM manner m WHERE m.manner = c.manner)
        WHEN e.owner = 0 OR e.role IS NULL THEN NULL ELSE '' END AS state, '' AS extra, 0 AS depth, 0 AS children,
    0 AS "groups",
    ifnull((SELECT n.words FROM item n WHERE n.row = ifnull(e.target, e.claim)), '') || '; '
        || lower(coalesce(e.role, c.role, '')) || CASE WHEN e.owner <> 0 AND e.role IS NULL
            THEN ifnull((SELECT '; ' || m.state FROM manner m WHERE m.manner = c.manner), '') ELSE '' END AS text,
    '' AS since, '' AS surely
    FROM placed e JOIN item c ON c.row = e.claim;

CREATE VIEW section AS SELECT
    p.owner, p.heading AS position, (SELECT h.title FROM heading h WHERE h.heading = p.heading) AS title,
    (SELECT ifnull(sum(q.count), 0) FROM part q WHERE q.owner = p.owner AND q.heading < p.heading)
        + 2 * EXISTS (SELECT 1 FROM item i WHERE i.row = p.owner AND i.sort = {relationship}) AS first
    FROM part p
    UNION ALL SELECT e.owner, e.heading,
        (SELECT h.title FROM heading h WHERE h.heading = e.heading), min(e.position)
        FROM entry e WHERE e.owner NOT IN (SELECT p.owner FROM part p)
        GROUP BY e.owner, e.heading
    UNION ALL SELECT i.row, {between}, 'Between', 0 FROM item i WHERE i.sort = {relationship}
    UNION ALL SELECT i.row, {about}, 'About', 0 FROM item i WHERE i.sort = {figure};

CREATE VIEW edge AS SELECT
    t.near, t.type, t.outward, t.claim, t.far,
    CASE t.type WHEN {party} THEN 'takes part in' WHEN {member} THEN 'is one of' ELSE
        (SELECT m.verb FROM manner m WHERE m.manner = c.manner) END AS verb,
    coalesce(t.role, c.role, '') AS role, t.of_hub
    FROM tie t JOIN item c ON c.row = t.claim;

-- What claims stand on whose page: words in a filter are looked for in the names of what a claim is about.
CREATE VIEW borne AS SELECT owner AS near, claim FROM entry;

CREATE VIEW figure AS SELECT
    n.row, i.subject, m.type AS measure, m.status, m.hedge, m.prefer, n.unit,
    CASE WHEN n.value IS NULL THEN NULL ELSE json_object('stated', n.value ->> 0, 'low', n.value ->> 1,
        'high', n.value ->> 2, 'low_open', json(CASE n.value ->> 3 WHEN 0 THEN 'false' ELSE 'true' END),
        'high_open', json(CASE n.value ->> 4 WHEN 0 THEN 'false' ELSE 'true' END)) END AS value,
    n.scope, NULL AS relative_to, NULL AS whole, {day:n.first} AS first, {day:n.last} AS last
    FROM number n JOIN item i ON i.row = n.row JOIN manner m ON m.manner = i.manner;
CREATE VIEW amount AS SELECT row, unit, low, high FROM number WHERE low IS NOT NULL;

CREATE VIEW depends AS SELECT row AS target, row FROM item WHERE sort = {relationship}
    UNION ALL SELECT subject, row FROM item WHERE sort = {figure};

CREATE VIEW head AS SELECT row,
    {label:sort} || ifnull(' · ' || json_extract(rest, '$.country'), '')
        || ifnull((SELECT group_concat(' · ' || j.value, '') FROM json_each(rest, '$.tags') j), '')
        || ifnull((SELECT ' · ' || replace(m.type, '_', ' ') FROM manner m WHERE m.manner = item.manner), '')
        AS subtitle,
    coalesce(json_extract(rest, '$.summary'), json_extract(rest, '$.note'), '') AS summary FROM item;

CREATE VIEW fact AS
    SELECT i.row, 0 AS position, 'status' AS label, replace(m.status, '_', ' ') AS value, NULL AS claim,
        ifnull((SELECT max(p.since) FROM past p WHERE p.row = i.row), '') AS since FROM item i JOIN manner m ON m.manner = i.manner WHERE m.status NOT IN ('', 'unknown')
    UNION ALL SELECT row, 1, 'role', role, NULL, '' FROM item WHERE role IS NOT NULL
    UNION ALL SELECT row, 1, CASE WHEN sort < {relationship} THEN 'valued' ELSE 'amount' END, amount, NULL, '' FROM item WHERE amount IS NOT NULL
    UNION ALL SELECT i.row, 2, 'when', {told:i}, NULL, '' FROM item i WHERE {told:i} <> ''
    UNION ALL SELECT i.row, 3 + l.position, l.label, CASE j.type WHEN 'array' THEN
            (SELECT group_concat(value, ', ') FROM json_each(j.value)) ELSE j.value END, NULL, ''
        FROM item i, json_each(i.rest) j JOIN label l ON l.field = j.key
    UNION ALL SELECT row, 9, 'in the words', detail, NULL, '' FROM item WHERE sort = {figure} AND detail IS NOT NULL
    UNION ALL SELECT i.row, 20 + j.id, upper(j.key), j.value, NULL, ''
        FROM item i, json_each(i.rest, '$.identifiers') j WHERE j.value IS NOT NULL;

-- All parts have columns of the same types, so that SQLite looks up one record in each part for itself.
CREATE VIEW facet AS
    SELECT row, CAST('kind' AS TEXT) AS name, CAST(replace({kind:sort}, '_', '-') AS TEXT) AS value FROM item
    UNION ALL SELECT row, CAST('id' AS TEXT), id FROM item
    UNION ALL SELECT f.row, n.name, f.value FROM field f JOIN field_name n ON n.field = f.field
    UNION ALL SELECT i.row, CAST('type' AS TEXT), CAST(replace(m.type, '_', '-') AS TEXT) FROM item i JOIN manner m ON m.manner = i.manner
    UNION ALL SELECT i.row, CAST('measure' AS TEXT), CAST(replace(m.type, '_', '-') AS TEXT) FROM item i JOIN manner m ON m.manner = i.manner WHERE i.sort = {figure}
    UNION ALL SELECT i.row, CAST('status' AS TEXT), CAST(replace(m.status, '_', '-') AS TEXT) FROM item i JOIN manner m ON m.manner = i.manner
    UNION ALL SELECT i.row, CAST('modality' AS TEXT), CAST(m.modality AS TEXT) FROM item i JOIN manner m ON m.manner = i.manner
    UNION ALL SELECT i.row, CAST('is' AS TEXT), CAST(j.value AS TEXT) FROM item i JOIN manner m ON m.manner = i.manner, json_each('["' || replace(m.flags, ' ', '","') || '"]') j
    UNION ALL SELECT e.claim, CAST('is' AS TEXT), CAST('flagged' AS TEXT) FROM evidence e WHERE e.verdict = 'missing'
    UNION ALL SELECT e.claim, CAST('is' AS TEXT), CAST('wrong' AS TEXT) FROM evidence e WHERE e.verdict = 'missing'
    UNION ALL SELECT i.row, CAST('role' AS TEXT), CAST(replace(lower(i.role), ' ', '-') AS TEXT) FROM item i WHERE i.role IS NOT NULL
    UNION ALL SELECT i.row, CAST('year' AS TEXT), CAST(printf('%04d', i.since / 10000) AS TEXT) FROM item i WHERE i.since IS NOT NULL
    UNION ALL SELECT n.row, CAST('unit' AS TEXT), CAST(lower(n.unit) AS TEXT) FROM number n
    UNION ALL SELECT i.row, CAST('subject' AS TEXT), CAST(n.id AS TEXT) FROM item i JOIN item n ON n.row = i.subject
    UNION ALL SELECT i.row, CAST('subject' AS TEXT), CAST(replace(n.words, ' ', '-') AS TEXT) FROM item i JOIN item n ON n.row = i.subject
    UNION ALL SELECT i.row, CAST('object' AS TEXT), CAST(n.id AS TEXT) FROM item i JOIN item n ON n.row = i.object
    UNION ALL SELECT i.row, CAST('object' AS TEXT), CAST(replace(n.words, ' ', '-') AS TEXT) FROM item i JOIN item n ON n.row = i.object
    UNION ALL SELECT e.claim, CAST('source' AS TEXT), CAST(n.id AS TEXT) FROM evidence e JOIN item n ON n.row = e.source;

CREATE VIEW document AS SELECT i.row, json_insert(json_patch(
    json_patch('{{}}', json_object('kind', {kind:i.sort}, 'title', (SELECT r.title FROM record r WHERE r.row = i.row),
        'id', i.id, 'name', CASE WHEN i.sort < {relationship} THEN i.title END)),
    json_patch(ifnull(i.rest, '{{}}'), CASE WHEN i.sort IN ({relationship}, {figure}) THEN json_object(
        'subject', (SELECT n.id FROM item n WHERE n.row = i.subject),
        'object', (SELECT n.id FROM item n WHERE n.row = i.object),
        'type', CASE i.sort WHEN {relationship} THEN (SELECT m.type FROM manner m WHERE m.manner = i.manner) END,
        'measure', CASE i.sort WHEN {figure} THEN (SELECT m.type FROM manner m WHERE m.manner = i.manner) END,
        'status', (SELECT m.status FROM manner m WHERE m.manner = i.manner),
        'role', i.role, 'value', (SELECT json(g.value) FROM figure g WHERE g.row = i.row),
        'unit', (SELECT n.unit FROM number n WHERE n.row = i.row),
        'start', CASE i.sort WHEN {relationship} THEN i.first END, 'end', CASE i.sort WHEN {relationship} THEN i.last END,
        'period', CASE i.sort WHEN {figure} THEN i.first END,
        'as_written', CASE i.sort WHEN {figure} THEN i.detail END
    ) ELSE '{{}}' END)),
    '$.evidence', json((SELECT json_group_array(json_object('id', e.id, 'source', n.id, 'exact', e.exact,
        'prefix', e.prefix, 'suffix', e.suffix, 'attribution', e.attribution, 'direction', e.direction,
        'directness', e.directness, 'start', e.start, 'end', e.end, 'paragraph', e.paragraph,
        'verdict', e.verdict)) FROM evidence e JOIN item n ON n.row = e.source WHERE e.claim = i.row))
    ) AS json FROM item i;

CREATE VIEW whole AS SELECT 0 AS source WHERE 0;
-- Of a source nothing is known but its quotes: each is a paragraph, and where it begins only tells it from
-- the others.
CREATE VIEW stretch AS SELECT source, row AS position, row * {apart} AS start,
    row * {apart} + length(exact) AS end, row AS paragraph, exact AS text, json_array(id) AS evidence
    FROM evidence;

-- Nothing of these kinds is found out about imported records.
CREATE TABLE handle (id TEXT, row INTEGER, PRIMARY KEY (id, row)) WITHOUT ROWID;
CREATE TABLE match (position INTEGER PRIMARY KEY, first, second, kind, first_name, second_name, first_set, second_set, reason, apart);
CREATE TABLE past (row INTEGER, position INTEGER, since, surely, status, title, verb, period, state, flags, PRIMARY KEY (row, position)) WITHOUT ROWID;
CREATE TABLE brought (row INTEGER PRIMARY KEY, deal INTEGER NOT NULL);
CREATE TABLE remark (row INTEGER, derived INTEGER, PRIMARY KEY (row, derived)) WITHOUT ROWID;
CREATE TABLE root (owner INTEGER, claim INTEGER, PRIMARY KEY (owner, claim)) WITHOUT ROWID;
CREATE TABLE dispute (row INTEGER, position INTEGER, other, kind, leads, why, note, own_side, other_side, PRIMARY KEY (row, position)) WITHOUT ROWID;
CREATE TABLE sentence (source INTEGER, position INTEGER, start, end, paragraph, why, claims, PRIMARY KEY (source, position)) WITHOUT ROWID;
CREATE TABLE derivation (row INTEGER PRIMARY KEY, json TEXT NOT NULL);
CREATE TABLE finding (position INTEGER PRIMARY KEY, record TEXT, json TEXT NOT NULL);
CREATE TABLE proof (claim INTEGER, position INTEGER, what, label, carried, PRIMARY KEY (claim, position)) WITHOUT ROWID;
CREATE TABLE print (row INTEGER PRIMARY KEY, id INTEGER NOT NULL, own INTEGER NOT NULL, named INTEGER NOT NULL);
