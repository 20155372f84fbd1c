package dev.windrose.records.query;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.TextKey;
import dev.windrose.records.query.Filter.Compare;
import dev.windrose.records.store.SqlArray;

/**
 * Conditions on words inside of texts. The search index names the records to look at. Whether one contains the text is decided here, so the
 * answer is exact also where the index lags; where it names none, every row is looked at.
 */
final class TextSql {

    private static final int LONGEST = 200;

    private final StatementScope scope;
    private final Descriptor type;
    private final FieldDescriptor field;
    private final String row;

    TextSql(StatementScope scope, Descriptor type, FieldDescriptor field, String row) {
        this.scope = scope;
        this.type = type;
        this.field = field;
        this.row = row;
        scope.uses(type, field);
    }

    static boolean fits(Compare compare) {
        return compare.op() == FilterOp.CONTAINS || compare.op() == FilterOp.MATCHES;
    }

    String of(Compare compare) {
        String text = compare.value() instanceof String given ? given.strip() : "";
        if (text.isEmpty() || text.length() > LONGEST || text.indexOf('\u0000') >= 0) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "A text of one to %d characters is needed.".formatted(LONGEST),
                    field.name());
        }
        return compare.op() == FilterOp.CONTAINS ? contains(text) : matches(text);
    }

    private String contains(String text) {
        String key = TextKey.of(text);
        String holds = "strpos(%s, %s) > 0".formatted(folded(), scope.sql.param(key, "text"));
        if (!scope.searchable()) {
            return "(%s)".formatted(holds);
        }
        return scope.lookups
                .texts()
                .containing(type, field, text)
                .map(ids ->
                        "(%s.id = any(%s) and %s)".formatted(row, scope.sql.param(SqlArray.of(ids), "uuid[]"), holds))
                .orElse("(%s)".formatted(holds));
    }

    private String matches(String words) {
        if (!scope.searchable()) {
            throw new AppException(
                    CommonError.UNKNOWN_FILTER,
                    "Words are searched in records in use only, as they are today.",
                    field.name());
        }
        var ids = scope.lookups.texts().matching(type, field, words);
        return "(%s.id = any(%s))".formatted(row, scope.sql.param(SqlArray.of(ids), "uuid[]"));
    }

    /** The value as {@link TextKey} folds it. */
    private String folded() {
        if (field.keyed() && field.maxLength() < 400) {
            return row + "." + field.sortColumn();
        }
        String value =
                field.custom() == null ? row + "." + field.name() : "(%s.custom ->> '%s')".formatted(row, field.name());
        return ColumnSql.folded(value);
    }
}
