package dev.windrose.journeys.engine.project;

import dev.windrose.platform.id.Ids;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.Workspaces;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes random events into a workspace. Times are coarse, so that many are equal. */
final class RandomEvents {

    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    static final List<String> KINDS = List.of("visit", "signup", "trial", "call", "paid", "left");
    static final List<String> CHANNELS = List.of("search", "mail", "ads", "fair");

    private final RecordWorld world;
    private final Random random;
    private final List<UUID> contacts = new ArrayList<>();
    private final List<UUID> companies = new ArrayList<>();
    private final List<UUID> visitors = new ArrayList<>();

    RandomEvents(RecordWorld world, Random random) {
        this.world = world;
        this.random = random;
        for (int i = 0; i < 4; i++) {
            companies.add(world.create("company", Map.of("name", "Firm " + i)));
            contacts.add(world.create("contact", Map.of("name", "Person Number " + i)));
        }
        for (int i = 0; i < 10; i++) {
            visitors.add(UUID.randomUUID());
        }
    }

    List<UUID> contacts() {
        return contacts;
    }

    List<UUID> visitors() {
        return visitors;
    }

    void write(int count) {
        in(jdbc -> {
            for (int i = 0; i < count; i++) {
                insert(jdbc);
            }
        });
    }

    /** What happens when a visitor turns out to be a contact, when an event is corrected, taken back or erased. */
    void change() {
        in(jdbc -> {
            jdbc.sql(
                            "update journey_events set contact_id = :contact where tenant_id = :tenant and visitor_id = :visitor and contact_id is null")
                    .param("tenant", tenant())
                    .param("contact", pick(contacts))
                    .param("visitor", pick(visitors))
                    .update();
            jdbc.sql(
                            "update journey_events set taken_back = true where tenant_id = :tenant and id in (select id from journey_events"
                                    + " where tenant_id = :tenant order by md5(id::text || :salt) limit 2)")
                    .param("tenant", tenant())
                    .param("salt", random.nextInt())
                    .update();
            jdbc.sql(
                            "update journey_events set company_id = :company, kind = 'call' where tenant_id = :tenant and id in (select id from"
                                    + " journey_events where tenant_id = :tenant order by md5(id::text || :salt) limit 2)")
                    .param("tenant", tenant())
                    .param("company", pick(companies))
                    .param("salt", random.nextInt())
                    .update();
            jdbc.sql("delete from journey_events where tenant_id = :tenant and id in (select id from journey_events"
                            + " where tenant_id = :tenant order by md5(id::text || :salt) limit 1)")
                    .param("tenant", tenant())
                    .param("salt", random.nextInt())
                    .update();
        });
    }

    private void insert(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into journey_events (tenant_id, id, occurred_at, kind, visitor_id, contact_id, company_id, channel, country, amount,
                            source, recorded_at)
                        values (:tenant, :id, :at, :kind, :visitor, :contact, :company, :channel, :country, :amount, 'test', :at)
                        """)
                .param("tenant", tenant())
                .param("id", random.nextBoolean() ? UUID.randomUUID() : Ids.next())
                .param("at", at())
                .param("kind", pick(KINDS))
                .param("visitor", random.nextInt(4) == 0 ? null : pick(visitors))
                .param("contact", random.nextInt(3) == 0 ? pick(contacts) : null)
                .param("company", random.nextInt(3) == 0 ? null : pick(companies))
                .param("channel", random.nextInt(4) == 0 ? null : pick(CHANNELS))
                .param("country", random.nextInt(3) == 0 ? null : "C" + random.nextInt(300))
                .param("amount", random.nextInt(2) == 0 ? null : random.nextLong(-5, 100_000))
                .update();
    }

    private OffsetDateTime at() {
        return START.plusSeconds(3_600L * 6 * random.nextInt(4 * 120))
                .plusNanos(random.nextInt(3) == 0 ? 1_000 : 0)
                .atOffset(ZoneOffset.UTC);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private UUID tenant() {
        return world.workspace().tenant().value();
    }

    void in(java.util.function.Consumer<JdbcClient> work) {
        world.in(() -> {
            Workspaces.bean(TransactionTemplate.class)
                    .executeWithoutResult(_ -> work.accept(Workspaces.bean(JdbcClient.class)));
            return null;
        });
    }
}
