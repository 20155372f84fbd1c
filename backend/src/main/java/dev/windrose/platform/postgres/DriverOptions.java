package dev.windrose.platform.postgres;

/** Options of the PostgreSQL driver that every connection carries. */
final class DriverOptions {

    static final String ALWAYS = "ApplicationName=windrose&reWriteBatchedInserts=true";

    private DriverOptions() {}
}
