package dev.windrose.records.importing;

import dev.windrose.records.CustomField;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.importing.column.SuggestFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** The statement that compares the rows of a file ({@code s}) with the records there are ({@code t}). */
final class MatchSql {

    /** Beside the value of a money field: its minor units, as the column holds them. */
    static final String MINOR = "~";

    private final Target target;
    private final Descriptor type;
    private final UUID id;
    private final String rows;
    private final String baseCurrency;

    MatchSql(Target target, UUID id, String baseCurrency) {
        this.id = id;
        this.target = target;
        this.type = target.type();
        this.rows = StagingStore.rows(id);
        this.baseCurrency = baseCurrency;
    }

    /** @param skips whether a row that says nothing new is left out; a record that may not be changed refuses even that */
    String insert(boolean skips) {
        boolean external = target.filling(SuggestFields.EXTERNAL_ID).isPresent();
        String known = external ? "coalesce(x.record_id = one.id, false)" : "false";
        return """
                insert into %s (number, state, record_id, first_line, hits, known, held, candidates)
                with found as (
                    %s
                ), one as (
                    select number, count(*) as hits, (array_agg(id order by id))[1] as id, bool_and(same) as same,
                        (array_agg(held order by id))[1] as held,
                        case when count(*) > 1 then cast(json_agg(json_build_object('id', id) order by id) as text) end as candidates
                    from found group by number
                )
                select s.number,
                    case when s.reason is not null then 'bad'
                        when s.number > repeated.number then 'repeated'
                        when one.hits > 1 then 'ambiguous'
                        when one.hits = 1 and one.same%s then 'same'
                        when one.hits = 1 then 'known'
                        else '%s' end,
                    coalesce(one.id, s.new_id), repeated.line, one.hits, %s, one.held, one.candidates
                from %s s
                left join one on one.number = s.number
                left join %s repeated on repeated.key = s.key
                %s
                where s.number > :after and s.number <= :upTo
                order by s.number
                """.formatted(
                        StagingStore.plan(id),
                        target.key() == null ? nothing() : found(target.key(), skips),
                        external ? " and (s.external_id is null or x.record_id = one.id)" : "",
                        target.onlyExisting() ? "missing" : "new",
                        known,
                        rows,
                        StagingStore.repeated(id),
                        external ? holder() : "");
    }

    private static String nothing() {
        return "select 0::bigint as number, null::uuid as id, false as same, ''::text as held where false";
    }

    private String holder() {
        return """
                left join external_ids x on x.tenant_id = :tenant and x.record_type = '%s' and x.source = '%s'
                    and x.external_id = s.external_id""".formatted(type.name(), ReadRows.SOURCE);
    }

    private String found(MatchKey key, boolean skips) {
        return """
                select s.number, t.id, %s as same, %s as held
                from %s s %s
                where s.number > :after and s.number <= :upTo and s.key is not null and s.reason is null and t.deleted_at is null{see:%s:t}
                """.formatted(skips ? same() : "false", held(), rows, join(key), type.name());
    }

    private String join(MatchKey key) {
        var field = key.field();
        if (field == null) {
            return holder().replaceFirst("left join", "join")
                    + " join %s t on %s and t.id = x.record_id".formatted(type.table(), type.rows());
        }
        CustomField custom = field.custom();
        if (custom != null) {
            return """
                    join unique_values u on u.tenant_id = :tenant and u.field_id = '%s' and u.value_key = s.key
                    join %s t on %s and t.id = u.record_id""".formatted(custom.id(), type.table(), type.rows());
        }
        return "join %s t on %s and %s".formatted(type.table(), type.rows(), equals(key, "t." + field.sortColumn()));
    }

    private static String equals(MatchKey key, String column) {
        FieldKind kind = Objects.requireNonNull(key.field()).kind();
        if (key.fuzzy()) {
            return "%s = split_part(s.key, chr(1), 1) collate \"C\"".formatted(column);
        }
        if (kind == FieldKind.URL) {
            return "regexp_replace(regexp_replace(%s, '^(https?://)?(www\\.)?', ''), '/+$', '') = s.key"
                    .formatted(column);
        }
        if (kind == FieldKind.PHONE) {
            return "right(regexp_replace(%s, '[^0-9]', '', 'g'), %d) = s.key".formatted(column, MatchKey.PHONE_DIGITS);
        }
        var scope = key.scope();
        return scope == null
                ? "%s = s.key collate \"C\"".formatted(column)
                : "%s = split_part(s.key, chr(1), 1) collate \"C\" and coalesce(cast(t.%s as text), '') = split_part(s.key, chr(1), 2)"
                        .formatted(column, scope.name());
    }

    /** Whether the record has all that the row says. Where in doubt it has not; the engine compares again then. */
    private String same() {
        var conditions = new ArrayList<String>();
        conditions.add("not s.links");
        target.past().entered().stream()
                .map(entered -> entered.field().name())
                .distinct()
                .forEach(field -> conditions.add("s.vals -> '%s%s' is null".formatted(ReadPastRow.MARK, field)));
        for (var column : target.columns()) {
            var field = column.field();
            var policy = field == null ? FieldPolicy.ALWAYS : target.policy(field.name());
            if (field == null || policy == FieldPolicy.CREATE || policy == FieldPolicy.NEVER) {
                continue;
            }
            for (String part : target.written(field)) {
                var one = type.fields().get(part);
                String equal = "(s.vals -> '%s' is null or coalesce(%s, false))".formatted(part, same(one));
                conditions.add(
                        policy == FieldPolicy.FILL_EMPTY
                                ? "(%s is not null or %s)".formatted(stored(one), equal)
                                : equal);
            }
        }
        return String.join(" and ", conditions);
    }

    private String same(FieldDescriptor field) {
        String text = "s.vals ->> '%s'".formatted(field.name());
        String column = "t." + field.name();
        if (field.custom() != null) {
            return "t.custom -> '%1$s' = s.vals -> '%1$s'".formatted(field.name());
        }
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL, COUNTRY, CHOICE -> "%s = %s".formatted(column, text);
            case INTEGER -> "%s = cast(%s as bigint)".formatted(column, text);
            case NUMBER, SCORE -> "cast(%s as numeric) = cast(%s as numeric)".formatted(column, text);
            case DATE -> "%s = cast(%s as date)".formatted(column, text);
            case INSTANT -> "%s = cast(%s as timestamptz)".formatted(column, text);
            case BOOLEAN -> "%s = cast(%s as boolean)".formatted(column, text);
            case REFERENCE, PERSON -> "cast(%s as text) = %s".formatted(column, text);
            case MULTI_CHOICE, REFERENCES, JSON -> "%s = s.vals -> '%s'".formatted(column, field.name());
            case MONEY -> money(field, column);
        };
    }

    private String money(FieldDescriptor field, String column) {
        String minor = "%s = cast(s.vals ->> '%s%s' as bigint)".formatted(column, MINOR, field.name());
        if (field.ownCurrency()) {
            return "%s and t.%s_currency = s.vals -> '%s' ->> 'currency'".formatted(minor, field.name(), field.name());
        }
        return "%s and t.%s = coalesce(s.vals ->> '%s', '%s')"
                .formatted(minor, field.currencyField(), field.currencyField(), baseCurrency);
    }

    private static String stored(FieldDescriptor field) {
        return field.custom() == null ? "t." + field.name() : "t.custom -> '%s'".formatted(field.name());
    }

    /** Names of the fields with a value, among those of which only empty ones are filled. */
    private String held() {
        List<String> parts = target.columns().stream()
                .map(Target.Column::field)
                .filter(Objects::nonNull)
                .filter(field -> target.policy(field.name()) == FieldPolicy.FILL_EMPTY)
                .distinct()
                .map(field -> "case when %s is not null then '%s' end".formatted(stored(field), field.name()))
                .toList();
        return parts.isEmpty() ? "''::text" : parts.stream().collect(Collectors.joining(", ", "concat_ws(',', ", ")"));
    }
}
