package org.rashomon.casefile;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.rashomon.casefile.CaseException.Kind;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** Where a case lies: a folder with an SQLite file, or a PostgreSQL database. One connection writes; each reader has one of its own. */
public final class Database implements AutoCloseable {
    /** The file in the folder. */
    public static final String FILE = "case.sqlite";
    /** What the program of this version keeps; the number of the last migration. */
    public static final int FORMAT = 3;

    private static final String LOCK = "case.lock";
    private static final String HISTORY = "flyway_schema_history";
    private static final int WAIT_MILLIS = 5_000;
    /** Connections of a PostgreSQL database that are kept for those who read. */
    private static final int READERS = 4;

    /** Any number that no other program takes for a lock. */
    private static final long ADVISORY = 0x7261_7368_6f6dL;

    private static final String MIGRATIONS = "classpath:org/rashomon/casefile/migrations";
    private static final Map<String, String> SQLITE =
            Map.of("strict", "STRICT", "text", "TEXT", "blob", "BLOB", "long", "INTEGER", "json", "TEXT");
    private static final Map<String, String> POSTGRES =
            Map.of("strict", "", "text", "TEXT COLLATE \"C\"", "blob", "BYTEA", "long", "BIGINT", "json", "JSON");

    private final String place;
    private final DataSource source;
    private final Jdbi jdbi;
    private final boolean sqlite;
    private final @Nullable FileChannel lock;
    private final @Nullable Handle writer;

    private Database(
            String place, DataSource source, boolean sqlite, @Nullable FileChannel lock, @Nullable Handle writer) {
        this.place = place;
        this.source = source;
        this.jdbi = Jdbi.create(source);
        this.sqlite = sqlite;
        this.lock = lock;
        this.writer = writer;
    }

    /** Whether a place is the address of a database. */
    public static boolean isPostgres(String place) {
        return place.startsWith("postgres://") || place.startsWith("postgresql://");
    }

    /** To read and to write; {@code make} where there is none. */
    public static Database open(String place, boolean make) {
        return isPostgres(place) ? postgres(place, make, true) : folder(place, make);
    }

    /** To read only; another process may have it. */
    public static Database look(String place) {
        if (isPostgres(place)) {
            return postgres(place, false, false);
        }
        Path file = existing(Path.of(place));
        Database database = new Database(place, sqlite(file, true), true, null, null);
        if (database.format() == 0) {
            throw database.missing();
        }
        return database;
    }

    private static Path existing(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new CaseException(
                    Kind.NO_CASE,
                    folder + " holds no case (no " + FILE
                            + " in it); give the folder that \"read --case\" was given, or make one by it",
                    null);
        }
        return file;
    }

    private static Database folder(String place, boolean make) {
        Path folder = Path.of(place);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CaseException(Kind.NO_CASE, folder + " is a file; a case is a folder", null);
        }
        if (!make) {
            existing(folder);
        }
        FileChannel lock = null;
        try {
            Files.createDirectories(folder);
            lock = lock(folder);
            Path file = folder.resolve(FILE);
            boolean fresh = !Files.exists(file) || Files.size(file) == 0;
            DataSource source = sqlite(file, false);
            Database looked = new Database(place, source, true, null, null);
            if (fresh || looked.format() < FORMAT) {
                looked.migrate();
            }
            Handle writer = looked.tried(looked.jdbi::open);
            return new Database(place, source, true, lock, writer);
        } catch (IOException e) {
            closed(lock);
            throw failed(place, e);
        } catch (RuntimeException e) {
            closed(lock);
            throw e;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // this very process has it
        }
        channel.close();
        throw locked(folder.toString());
    }

    private static CaseException locked(String place) {
        return new CaseException(
                Kind.LOCKED,
                "another process has the case " + place
                        + " (a serve or a read that goes on); wait until it has ended, or add by its pages",
                null);
    }

    private static void closed(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                System.getLogger(Database.class.getName()).log(System.Logger.Level.DEBUG, "lock", e);
            }
        }
    }

    private static DataSource sqlite(Path file, boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(WAIT_MILLIS);
        config.enforceForeignKeys(true);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        if (!readOnly) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private static Database postgres(String place, boolean make, boolean write) {
        PGSimpleDataSource direct = new PGSimpleDataSource();
        direct.setUrl("jdbc:postgresql" + place.substring(place.indexOf(':')));
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(direct);
        pool.setMaximumPoolSize(READERS);
        pool.setMinimumIdle(1);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(WAIT_MILLIS);
        HikariDataSource source = new HikariDataSource(pool);
        try {
            return postgres(place, direct, source, make, write);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private static Database postgres(
            String place, DataSource direct, HikariDataSource source, boolean make, boolean write) {
        String shown = place.replaceFirst("//[^@/]*@", "//");
        Database looked = new Database(shown, source, false, null, null);
        int format = looked.format();
        if (format == 0 && !make) {
            throw looked.missing();
        }
        if (!write) {
            return looked;
        }
        // the lock is the connection's, which therefore is none of the pool
        Handle writer = looked.tried(() -> Jdbi.create(direct).open());
        boolean ours = looked.tried(() -> writer.createQuery("SELECT pg_try_advisory_lock(:key)")
                .bind("key", ADVISORY)
                .mapTo(Boolean.class)
                .one());
        if (!ours) {
            writer.close();
            throw locked(shown);
        }
        if (format < FORMAT) {
            looked.migrate();
        }
        return new Database(shown, source, false, null, writer);
    }

    /** The format of the case; 0 where one was begun and the program ended before it was made. Refuses what a newer version made. */
    private int format() {
        List<String> tables = tables();
        if (!tables.contains("meta") && (!sqlite || tables.stream().allMatch(HISTORY::equals))) {
            return 0;
        }
        String format = !tables.contains("meta")
                ? ""
                : read(handle -> handle.createQuery("SELECT value FROM meta WHERE name = 'format'")
                        .mapTo(String.class)
                        .findOne()
                        .orElse(""));
        if (!format.matches("[1-9][0-9]{0,5}")) {
            throw new CaseException(Kind.DAMAGED, place + " is no case of this program, or a damaged one", null);
        }
        int number = Integer.parseInt(format);
        if (number > FORMAT) {
            throw new CaseException(
                    Kind.NEWER,
                    place + " was made by a newer version of the program (format " + number + ", this one knows "
                            + FORMAT + "); use that version",
                    null);
        }
        return number;
    }

    /** Of the case as it is; one that is only read may be of an older format, with fewer. */
    List<String> tables() {
        return read(handle -> handle.createQuery(
                        sqlite
                                ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                                : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()")
                .mapTo(String.class)
                .list());
    }

    private CaseException missing() {
        return new CaseException(
                Kind.NO_CASE,
                place + " holds no case; give the place that \"read --case\" was given, or make one by it",
                null);
    }

    private void migrate() {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(source)
                    .locations(MIGRATIONS)
                    .placeholders(sqlite ? SQLITE : POSTGRES)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw failed(place, e);
        }
    }

    /** Reads on a connection of its own. */
    public <T> T read(HandleCallback<T, RuntimeException> work) {
        return tried(() -> jdbi.inTransaction(work));
    }

    /** All of it, or nothing. */
    public void write(HandleConsumer<RuntimeException> work) {
        Handle handle = writer;
        if (handle == null) {
            throw new IllegalStateException("opened to read only");
        }
        tried(() -> {
            handle.useTransaction(work);
            return true;
        });
    }

    /** Whether the database holds together by its own account: a line for each thing that does not. */
    List<String> ownChecks() {
        if (!sqlite) {
            return List.of();
        }
        return read(handle -> {
            List<String> found = new ArrayList<>(handle.createQuery("PRAGMA integrity_check")
                    .mapTo(String.class)
                    .filter(line -> !line.equals("ok"))
                    .list());
            handle.createQuery("PRAGMA foreign_key_check")
                    .map((rows, context) -> "table " + rows.getString(1) + ", row " + rows.getString(2)
                            + ": points at a row of table " + rows.getString(3) + " that is missing")
                    .forEach(found::add);
            return found;
        });
    }

    private interface Work<T> {
        T done() throws SQLException;
    }

    private <T> T tried(Work<T> work) {
        try {
            return work.done();
        } catch (JdbiException | SQLException e) {
            throw failed(place, e);
        }
    }

    /** The failure in words for people. */
    static CaseException failed(String place, Exception e) {
        String said = "";
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || cause instanceof IOException) {
                said = String.valueOf(cause.getMessage());
                SQLiteErrorCode code = cause instanceof org.sqlite.SQLiteException lite
                        ? lite.getResultCode()
                        : SQLiteErrorCode.UNKNOWN_ERROR;
                switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
                    case SQLITE_NOTADB:
                        return new CaseException(
                                Kind.DAMAGED,
                                place + ": " + FILE
                                        + " is no case but another file, or its head is damaged; restore it",
                                e);
                    case SQLITE_CORRUPT:
                        return new CaseException(
                                Kind.DAMAGED, place + ": " + FILE + " is damaged (" + said + "); restore a copy", e);
                    case SQLITE_FULL:
                        return full(place, e);
                    case SQLITE_BUSY, SQLITE_LOCKED:
                        return locked(place);
                    case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM:
                        return new CaseException(
                                Kind.DISK, place + " may not be written to (" + said + "); change its permissions", e);
                    default:
                }
            }
        }
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("quota") || lower.contains("disk full")) {
            return full(place, e);
        }
        if (lower.contains("no such table") || lower.contains("does not exist")) {
            return new CaseException(Kind.DAMAGED, place + " is no case of this program (" + said + ")", e);
        }
        return new CaseException(
                Kind.DISK,
                place + " failed (" + (said.isEmpty() ? e.getMessage() : said) + "); check it, and run again",
                e);
    }

    private static CaseException full(String place, Exception e) {
        return new CaseException(
                Kind.DISK,
                "the disk that holds " + place
                        + " is full; what was kept before is whole. Free some space, and run again: what is there is not read twice",
                e);
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
        if (source instanceof HikariDataSource pool) {
            pool.close();
        }
        closed(lock);
    }
}
