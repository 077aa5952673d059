-- Records as they come, in their order; `seq` numbers them. Ends are ids that need not be there yet.
CREATE TABLE s.named (
    seq INTEGER PRIMARY KEY, id TEXT, sort INTEGER, title TEXT, folded TEXT, words TEXT, detail TEXT,
    manner INTEGER, role TEXT, period TEXT, since INTEGER, first TEXT, last TEXT, quotes INTEGER, rest TEXT,
    adds INTEGER, file INTEGER, line INTEGER
);
CREATE TABLE s.claim (
    seq INTEGER PRIMARY KEY, id TEXT, sort INTEGER, manner INTEGER, subject TEXT, object TEXT,
    role TEXT, amount TEXT, period TEXT, since INTEGER, first TEXT, last TEXT, quotes INTEGER, rest TEXT,
    file INTEGER, line INTEGER
);
-- Further ends: `type` where it is a tie, `heading` the section of the end's page that tells of it.
CREATE TABLE s.far (seq INTEGER, type INTEGER, far TEXT, role TEXT, heading INTEGER, own INTEGER);
CREATE TABLE s.number (
    seq INTEGER PRIMARY KEY, unit TEXT, value TEXT, low REAL, high REAL, scope TEXT, first INTEGER,
    last INTEGER
);
CREATE TABLE s.dated (seq INTEGER, what INTEGER, first INTEGER, last INTEGER);
CREATE TABLE s.quote (
    seq INTEGER, id TEXT, source TEXT, exact TEXT, prefix TEXT, suffix TEXT, start INTEGER,
    end INTEGER, paragraph INTEGER, attribution TEXT, direction TEXT, directness TEXT, verdict TEXT,
    mentions TEXT, status TEXT
);
CREATE TABLE s.field (seq INTEGER, field INTEGER, value TEXT);
CREATE TABLE s.piece (seq INTEGER, weight INTEGER, text TEXT, folded TEXT);
-- Which number a record has in the index in the end, and those of its ends.
CREATE TABLE s.place (seq INTEGER PRIMARY KEY, row INTEGER NOT NULL, subject INTEGER, object INTEGER);
