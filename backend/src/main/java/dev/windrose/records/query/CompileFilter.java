package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A filter as a condition for what the product itself works out; fields may be hidden from the actor. */
@Component
public class CompileFilter {

    /** @param params beside {@code tenant} */
    public record Condition(String sql, Map<String, Object> params) {}

    private final OpenScope open;

    CompileFilter(OpenScope open) {
        this.open = open;
    }

    /** @param row alias of the record's row */
    public Condition of(Descriptor type, Filter filter, String row) {
        var scope = open.of(true);
        return new Condition(new FilterSql(scope, type, row).of(filter), scope.sql.params());
    }
}
