package dev.windrose.journeys.track;

import static dev.windrose.journeys.track.EventWorld.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.Descriptors;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.EraseRecords;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class EraseTests {

    @Test
    void whoeverIsErasedIsNoLongerNamedByEvents() {
        var site = EventWorld.fresh();
        var contact = site.world().create("contact", Map.of("email", "lena@harbour.example"));
        site.send(event("1", "identified", "v", "email", "lena@harbour.example"));
        site.world().apply(Cause.person(), DraftOperation.delete("contact", contact));
        site.world().in(() -> Workspaces.bean(TransactionTemplate.class).execute(_ -> {
            var type = Workspaces.bean(Descriptors.class).get("contact");
            Workspaces.bean(EraseRecords.class).of(type, List.of(contact));
            return true;
        }));
        assertThat(site.rows("select 1 from journey_events where tenant_id = :tenant and contact_id is not null"))
                .isEmpty();
        assertThat(site.rows("select 1 from track_visitors where tenant_id = :tenant and email_key is not null"))
                .isEmpty();
        assertThat(site.rows("select 1 from journey_events where tenant_id = :tenant and kind = 'identified'"))
                .hasSize(1);
    }
}
