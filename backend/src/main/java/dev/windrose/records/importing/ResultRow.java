package dev.windrose.records.importing;

import dev.windrose.records.importing.RowResult.Change;
import dev.windrose.records.importing.RowResult.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A kept result of a row, wherever it is kept. */
final class ResultRow {

    private ResultRow() {}

    static RowResult of(
            ResultSet rs, String number, List<Change> fields, Map<String, String> values, List<RowCandidate> candidates)
            throws SQLException {
        return new RowResult(
                rs.getLong(number),
                rs.getLong("line"),
                Outcome.valueOf(rs.getString("outcome").toUpperCase(Locale.ROOT)),
                rs.getString("title"),
                rs.getObject("record_id", UUID.class),
                fields,
                rs.getString("reason"),
                rs.getString("field"),
                values,
                candidates);
    }
}
