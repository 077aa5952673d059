-- From records as they came to the tables of the index, step by step. Between semicolons that end a line
-- stands one statement. Above a step stands what it is called, and how much of a hundred it takes of a million.

-- Numbering what has a name: 3
INSERT INTO s.place (seq, row) SELECT seq, row_number() OVER (ORDER BY sort, folded, id) FROM s.named;

-- Writing what has a name: 2
INSERT INTO item (row, id, sort, title, words, detail, manner, period, since, first, last, quotes, rest)
    SELECT p.row, n.id, n.sort, n.title, n.words, n.detail, n.manner, n.period, n.since, n.first, n.last,
    n.quotes, n.rest FROM s.named n JOIN s.place p USING (seq) ORDER BY p.row;

-- Looking up ids: 1
CREATE TABLE s.known (id TEXT PRIMARY KEY, row INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO s.known SELECT id, row FROM item ORDER BY id;

-- Writing relationships: 12
INSERT INTO s.place SELECT c.seq, :named + row_number() OVER (ORDER BY c.seq), a.row, b.row
    FROM s.claim c JOIN s.known a ON a.id = c.subject JOIN s.known b ON b.id = c.object
    WHERE c.sort = :relationship;
INSERT INTO item (row, id, sort, manner, subject, object, role, period, since, first, last, quotes, rest)
    SELECT p.row, c.id, c.sort, c.manner, p.subject, p.object, c.role, c.period, c.since, c.first, c.last,
    c.quotes, c.rest FROM s.place p JOIN s.claim c USING (seq) WHERE c.sort = :relationship ORDER BY p.seq;
CREATE INDEX item_by_role ON item (role) WHERE role IS NOT NULL;

-- Indexing ids: 2
CREATE UNIQUE INDEX item_by_id ON item (id);

-- Writing figures: 3
INSERT INTO s.place SELECT c.seq, (SELECT max(row) FROM item) + row_number() OVER (ORDER BY c.seq), a.row, NULL
    FROM s.claim c JOIN item a ON a.id = c.subject WHERE c.sort = :figure;
INSERT INTO item (row, id, sort, manner, subject, detail, amount, period, since, first, quotes, rest)
    SELECT p.row, c.id, c.sort, c.manner, p.subject, c.role, c.amount, c.period, c.since, c.first, c.quotes,
    c.rest FROM s.place p JOIN s.claim c USING (seq) WHERE c.sort = :figure ORDER BY p.seq;
CREATE INDEX figure_by_subject ON item (subject) WHERE sort = {figure};

-- Writing reasons: 1
INSERT INTO s.place SELECT c.seq, (SELECT max(row) FROM item) + row_number() OVER (ORDER BY c.seq), a.row, b.row
    FROM s.claim c JOIN item a ON a.id = c.subject JOIN item b ON b.id = c.object WHERE c.sort = :reason;
INSERT INTO item (row, id, sort, manner, subject, object, detail, quotes, rest)
    SELECT p.row, c.id, c.sort, c.manner, p.subject, p.object, c.role, c.quotes, c.rest
    FROM s.place p JOIN s.claim c USING (seq) WHERE c.sort = :reason ORDER BY p.seq;
CREATE INDEX reason_by_effect ON item (subject) WHERE sort = {reason};
CREATE INDEX reason_by_cause ON item (object) WHERE sort = {reason};

-- Sizing records: 2
UPDATE item SET amount = (
    SELECT f.amount FROM item f JOIN manner m ON m.manner = f.manner
    WHERE f.subject = item.row AND f.sort = {figure} AND f.amount IS NOT NULL
    AND CASE WHEN item.sort IN (:relationship, :deal) THEN m.type IN ('stake', 'price') ELSE m.type = 'valuation' END
    ORDER BY m.type DESC, m.prefer = 'preferred' DESC, f.first DESC LIMIT 1)
    WHERE sort <> {figure} AND row IN (SELECT subject FROM item WHERE sort = {figure});

-- Writing numbers: 1
INSERT INTO number SELECT p.row, n.unit, n.value, n.low, n.high, k.row, n.first, n.last
    FROM s.number n JOIN s.place p USING (seq) LEFT JOIN item k ON k.id = n.scope ORDER BY p.row;

-- Writing ties: 19
INSERT INTO tie SELECT near, type, outward, claim, far, role, 0 FROM (
    SELECT i.subject AS near, t.number AS type, 1 AS outward, i.row AS claim, i.object AS far, NULL AS role
        FROM item i JOIN s.tying t ON t.manner = i.manner WHERE i.sort = :relationship
    UNION ALL SELECT i.object, t.number, 0, i.row, i.subject, NULL
        FROM item i JOIN s.tying t ON t.manner = i.manner WHERE i.sort = :relationship
    UNION ALL SELECT k.row, f.type, 1, p.row, p.row, f.role FROM s.far f JOIN s.place p USING (seq)
        JOIN item k ON k.id = f.far WHERE f.type IS NOT NULL
    UNION ALL SELECT p.row, f.type, 0, p.row, k.row, f.role FROM s.far f JOIN s.place p USING (seq)
        JOIN item k ON k.id = f.far WHERE f.type IS NOT NULL
    ) WHERE 1 ORDER BY near, far, type, outward, claim ON CONFLICT DO NOTHING;

-- Counting ties: 3
INSERT INTO hub SELECT near, count(*) FROM tie GROUP BY near HAVING count(*) > :hub;
UPDATE tie SET of_hub = 1 WHERE near IN (SELECT row FROM hub);
CREATE INDEX tie_of_hub ON tie (near, type, outward, claim, far) WHERE of_hub;
INSERT INTO degree SELECT near, type, outward, count(*) FROM tie WHERE of_hub GROUP BY 1, 2, 3;

-- Writing pages: 17
INSERT INTO entry SELECT owner,
    row_number() OVER (PARTITION BY owner ORDER BY heading, far, claim) - 1
        + CASE WHEN owner <= :named THEN 0 ELSE  -- behind what the view `placed` puts first
            (SELECT CASE i.sort WHEN :relationship THEN 2 WHEN :figure THEN 1 ELSE 0 END
             FROM item i WHERE i.row = owner) END,
    heading, claim, target, role FROM (
    SELECT t.near AS owner, h.heading AS heading, t.claim AS claim, nullif(t.far, t.claim) AS far,
        CASE WHEN t.type IN (:party, :member) THEN nullif(t.far, t.claim) END AS target, t.role AS role
        FROM tie t JOIN s.section h ON h.type = t.type AND h.outward = t.outward
    UNION ALL SELECT subject, :figures, row, NULL, NULL, NULL FROM item WHERE sort = {figure}
    UNION ALL SELECT subject, :why, row, object, object, '' FROM item WHERE sort = {reason}
    UNION ALL SELECT object, :why, row, subject, subject, '' FROM item WHERE sort = {reason}
    UNION ALL SELECT k.row, f.heading, p.row, NULL, NULL, f.role FROM s.far f JOIN s.place p USING (seq)
        JOIN item k ON k.id = f.far WHERE f.heading IS NOT NULL
    UNION ALL SELECT p.row, f.own, p.row, k.row, k.row, f.role FROM s.far f JOIN s.place p USING (seq)
        JOIN item k ON k.id = f.far WHERE f.heading IS NOT NULL
    );
INSERT INTO part SELECT owner, heading, count(*) FROM entry
    WHERE owner IN (SELECT owner FROM entry GROUP BY owner HAVING count(*) > :hub) GROUP BY 1, 2;

-- Writing dates: 11
INSERT INTO moment (claim, what, first, last) SELECT p.row, d.what, d.first, d.last
    FROM s.dated d JOIN s.place p USING (seq)
    ORDER BY ifnull(d.first, d.last), d.last, p.row;
CREATE INDEX moment_by_claim ON moment (claim, event);
INSERT INTO day SELECT printf('%04d-%02d-%02d', i.since / 10000, i.since / 100 % 100, i.since % 100),
    i.count, 0, m.first, m.last
    FROM (SELECT since, count(*) AS count FROM item WHERE since IS NOT NULL GROUP BY 1) i
    JOIN (SELECT first AS day, min(event) AS first, max(event) AS last FROM moment GROUP BY 1) m
    ON m.day = i.since;

-- Writing quotes: 1
INSERT INTO evidence SELECT NULL, q.id, p.row, k.row, q.exact, q.prefix, q.suffix, q.start, q.end,
    q.paragraph, q.attribution, q.direction, q.directness, q.verdict, q.mentions, q.status, ''
    FROM s.quote q JOIN s.place p USING (seq) JOIN item k ON k.id = q.source ORDER BY p.row;
CREATE INDEX evidence_by_claim ON evidence (claim, row);
CREATE INDEX evidence_by_source ON evidence (source, row);
CREATE INDEX evidence_missing ON evidence (claim) WHERE verdict = 'missing';

-- Writing fields: 4
INSERT OR IGNORE INTO field SELECT p.row, f.field, f.value FROM s.field f JOIN s.place p USING (seq)
    ORDER BY p.row, f.field, f.value;
CREATE INDEX field_by_value ON field (field, value, row);
CREATE INDEX number_by_unit ON number (unit, row);

-- Writing names: 5
INSERT INTO name (row, weight, text, folded)
    SELECT p.row, n.weight, nullif(n.text, i.title), nullif(n.folded, i.words)
    FROM s.piece n JOIN s.place p USING (seq) JOIN item i ON i.row = p.row ORDER BY n.weight DESC, p.row;

-- Indexing words: 4
INSERT INTO piece_words (rowid, folded) SELECT piece, folded FROM piece;
CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'piece_words', 'row');
INSERT OR IGNORE INTO word SELECT length(term), term FROM vocabulary ORDER BY 1, 2;
DROP TABLE temp.vocabulary;

-- Indexing letters: 10
INSERT INTO piece_letters (rowid, folded) SELECT piece, folded FROM piece;
INSERT INTO record_letters (rowid, words) SELECT row, words FROM item WHERE words IS NOT NULL;

-- Counting records: 4
INSERT INTO kind SELECT s.name, min(i.row), max(i.row) FROM item i JOIN s.sort s ON s.number = i.sort
    GROUP BY i.sort;
