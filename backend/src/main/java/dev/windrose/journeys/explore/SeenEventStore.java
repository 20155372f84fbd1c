package dev.windrose.journeys.explore;

import dev.windrose.journeys.engine.Dimension;
import dev.windrose.journeys.engine.Grain;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.access.AccessSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the events of which the actor may see every record that they name. What follows from a hidden field is left out: the value, or the event
 * where its kind would tell.
 */
@Component
class SeenEventStore {

    private static final int FIRST_VALUE = 4;

    private static final String SEEN = """
            select %s as entity, cast(extract(epoch from e.occurred_at) * 1000000 as bigint) as micros,
                coalesce(case when e.source = 'record' then {show:deal.deal_amount:e.amount} else e.amount end, 0) as amount, %s
            from journey_events e
            left join deals d on d.tenant_id = :tenant and d.id = e.deal_id {see:deal:d}
            left join companies c on c.tenant_id = :tenant and c.id = e.company_id {see:company:c}
            left join contacts p on p.tenant_id = :tenant and p.id = e.contact_id {see:contact:p}
            left join interactions i on i.tenant_id = :tenant and i.id = e.id {see:interaction:i}
            where e.tenant_id = :tenant and not e.taken_back and %s is not null and e.occurred_at >= :from and e.occurred_at < :to
                and (e.deal_id is null or d.id is not null)
                and (e.company_id is null or c.id is not null)
                and (e.contact_id is null or p.id is not null)
                and (e.source <> 'record' or e.kind not like 'interaction.%%' or i.id is not null)
                and (e.source <> 'record' or e.kind not like 'interaction.%%' or true {uses:interaction:interaction_type})
                and (e.source <> 'record' or e.kind not like 'deal.%%' or true {uses:deal:stage})
                and (e.source <> 'record' or e.kind not like 'company.%%' or true {uses:company:customer_state})
            order by entity, e.occurred_at, e.id
            """;

    private final JdbcClient jdbc;
    private final AccessSql access;

    SeenEventStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** @param values one a dimension */
    record Seen(
            UUID entity, long time, long amount, @Nullable String[] values) {}

    void read(Grain grain, Instant from, Instant to, Consumer<Seen> into) {
        String values =
                Arrays.stream(Dimension.values()).map(SeenEventStore::value).collect(Collectors.joining(", "));
        try (var rows = jdbc
                .sql(access.guard(SEEN.formatted(entity(grain), values, entity(grain))))
                .withFetchSize(5_000)
                .param("tenant", ActorScope.current().tenant().value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, _) -> seen(row))
                .stream()) {
            rows.forEach(into);
        }
    }

    private static String value(Dimension dimension) {
        return switch (dimension) {
            case KIND, JOURNEY, REGION, SOURCE -> "cast(e." + dimension.column() + " as text)";
            case CHANNEL -> """
                    case when e.source = 'record' and e.kind like 'deal.%' then {show:deal.acquisition_channel_source:e.channel}
                        when e.source = 'record' then {show:interaction.channel:e.channel} else e.channel end""";
            case CAMPAIGN -> ofRecord("deal.acquisition_campaign_source", "e.campaign");
            case COUNTRY -> ofRecord("company.country_hq", "e.country");
            case SEGMENT -> ofRecord("company.customer_segment_label", "e.segment");
            case PRODUCT -> "cast(" + ofRecord("deal.product_id", "e.product_id") + " as text)";
            case CURRENCY -> ofRecord("deal.deal_amount", "e.amount_currency");
        };
    }

    private static String ofRecord(String field, String column) {
        return "case when e.source = 'record' then {show:%1$s:%2$s} else %2$s end".formatted(field, column);
    }

    private static String entity(Grain grain) {
        return switch (grain) {
            case PERSON -> "coalesce(e.contact_id, e.visitor_id)";
            case COMPANY -> "e.company_id";
            case DEAL -> "e.deal_id";
        };
    }

    private static Seen seen(ResultSet row) throws SQLException {
        var values = new String[Dimension.values().length];
        for (int d = 0; d < values.length; d++) {
            values[d] = row.getString(FIRST_VALUE + d);
        }
        return new Seen(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3), values);
    }
}
