package dev.windrose.journeys;

import dev.windrose.platform.ActorScope;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events of journeys that follow a record into another. */
@Component
class MovedEventStore {

    private final JdbcClient jdbc;

    MovedEventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param column which of the records of an event is meant */
    List<String> move(String column, UUID from, UUID into) {
        return jdbc.sql(
                        "update journey_events set %1$s = :into where tenant_id = :tenant and %1$s = :from returning id::text"
                                .formatted(column))
                .param("tenant", tenant())
                .param("from", from)
                .param("into", into)
                .query(String.class)
                .list();
    }

    void back(String column, UUID from, UUID into, List<String> ids) {
        jdbc.sql("update journey_events set %1$s = :from where tenant_id = :tenant and %1$s = :into and id = any(:ids)"
                        .formatted(column))
                .param("tenant", tenant())
                .param("from", from)
                .param("into", into)
                .param("ids", ids.stream().map(UUID::fromString).toArray(UUID[]::new))
                .update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
