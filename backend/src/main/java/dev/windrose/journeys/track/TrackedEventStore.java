package dev.windrose.journeys.track;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the events of a request in one statement. */
@Component
class TrackedEventStore {

    private static final String INSERT = """
            insert into journey_events (tenant_id, id, occurred_at, kind, journey_type, visitor_id, contact_id, company_id, product_id, channel,
                campaign, country, region, segment, amount, amount_currency, properties, source, source_key, batch_id, recorded_at)
            select :tenant, n.id, timestamptz 'epoch' + n.at * interval '1 microsecond', n.kind, n.journey, n.visitor, n.contact, n.company, n.product,
                n.channel, n.campaign, n.country, n.region, n.segment, n.amount, n.currency, cast(n.properties as jsonb), :source, n.key, :batch, :now
            from unnest(:ids, cast(:at as bigint[]), :kinds, :journeys, :visitors, :contacts, :companies, :products, :channels, :campaigns, :countries,
                    :regions, :segments, cast(:amounts as bigint[]), :currencies, :properties, :keys)
                n (id, at, kind, journey, visitor, contact, company, product, channel, campaign, country, region, segment, amount, currency,
                    properties, key)
            on conflict (tenant_id, source, source_key) where source_key is not null do
            """;
    private static final String AGAIN = """
            update set occurred_at = excluded.occurred_at, kind = excluded.kind, journey_type = excluded.journey_type, visitor_id = excluded.visitor_id,
                contact_id = excluded.contact_id, company_id = excluded.company_id, product_id = excluded.product_id, channel = excluded.channel,
                campaign = excluded.campaign, country = excluded.country, region = excluded.region, segment = excluded.segment,
                amount = excluded.amount, amount_currency = excluded.amount_currency, properties = excluded.properties
            """;

    private final JdbcClient jdbc;

    TrackedEventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An event and whose it is. */
    record Known(
            TrackedEvent event,
            @Nullable UUID visitor,
            @Nullable UUID contact,
            @Nullable UUID company,
            @Nullable UUID product,
            String properties) {}

    /**
     * @param again whether events that are there are written anew
     * @return by what their source calls those that were written
     */
    Set<String> insert(List<Known> events, String source, UUID batch, Instant now, boolean again) {
        return new HashSet<>(jdbc.sql(INSERT + (again ? AGAIN : "nothing") + " returning source_key")
                .param("tenant", ActorScope.current().tenant().value())
                .param("source", source)
                .param("batch", batch)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", uuids(events, _ -> Ids.next()))
                .param(
                        "at",
                        events.stream().map(known -> micros(known.event().at())).toArray(Long[]::new))
                .param("kinds", texts(events, known -> known.event().type()))
                .param("journeys", texts(events, TrackedEventStore::journey))
                .param("visitors", uuids(events, Known::visitor))
                .param("contacts", uuids(events, Known::contact))
                .param("companies", uuids(events, Known::company))
                .param("products", uuids(events, Known::product))
                .param("channels", texts(events, known -> known.event().traits().channel()))
                .param(
                        "campaigns",
                        texts(events, known -> known.event().traits().campaign()))
                .param(
                        "countries",
                        texts(events, known -> known.event().traits().country()))
                .param("regions", texts(events, known -> known.event().traits().region()))
                .param("segments", texts(events, known -> known.event().traits().segment()))
                .param(
                        "amounts",
                        events.stream().map(known -> known.event().amount()).toArray(Long[]::new))
                .param("currencies", texts(events, known -> known.event().currency()))
                .param("properties", texts(events, Known::properties))
                .param("keys", texts(events, known -> known.event().id()))
                .query(String.class)
                .list());
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private static @Nullable String journey(Known known) {
        var journey = known.event().traits().journey();
        return journey == null ? null : journey.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String[] texts(List<Known> events, Function<Known, @Nullable String> value) {
        return events.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable UUID[] uuids(List<Known> events, Function<Known, @Nullable UUID> value) {
        return events.stream().map(value).toArray(UUID[]::new);
    }
}
