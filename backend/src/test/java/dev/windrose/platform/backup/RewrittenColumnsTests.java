package dev.windrose.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.WindroseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WindroseTest
class RewrittenColumnsTests {

    @Autowired
    JdbcClient jdbc;

    /** A number of a transaction, or a place in the log of one server, says nothing on another. */
    @Test
    void whatOnlyOneServerKnowsIsRewrittenInABackupByRows() {
        assertThat(jdbc.sql("""
                                select c.relname || '.' || a.attname from pg_class c
                                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                                join pg_type t on t.oid = a.atttypid
                                where c.relnamespace = cast('public' as regnamespace) and c.relkind = 'r'
                                    and t.typname in ('xid', 'xid8', 'pg_lsn', 'pg_snapshot', 'txid_snapshot', 'oid', 'tid')
                                """).query(String.class).list())
                .isSubsetOf(WriteTables.REWRITTEN.keySet())
                .isNotEmpty();
    }
}
