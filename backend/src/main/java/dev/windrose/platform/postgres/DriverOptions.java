package dev.windrose.platform.postgres;

/** Options of the PostgreSQL driver that every connection carries. */
final class DriverOptions {

    /**
     * The server keeps the plan of each statement that the driver keeps, at two hundred times the length of its text. What may be kept is
     * counted in text, so this bounds the memory of a connection's server process.
     */
    static final String ALWAYS = "ApplicationName=windrose&reWriteBatchedInserts=true&preparedStatementCacheSizeMiB=1";

    private DriverOptions() {}
}
