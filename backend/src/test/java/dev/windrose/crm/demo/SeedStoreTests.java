package dev.windrose.crm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.DatabaseOwner;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@WindroseTest
class SeedStoreTests {

    @Autowired
    Records records;

    @Autowired
    Environment environment;

    @Test
    void addsRecordsThatReadLikeAnyOther() throws SQLException {
        var world = RecordWorld.fresh();
        world.create("product", Map.of("name", "Tern Pro"));
        try (var connection = DatabaseOwner.connect(environment)) {
            assertThat(SeedStore.insert(connection, world.actor().tenant().value(), 40))
                    .isEqualTo(240);
        }
        var won = world.in(() -> records.page(RecordQuery.of("deal")
                .where(Filter.is("stage", "won"))
                .limit(100)
                .counted()));
        assertThat(won.data()).isNotEmpty().allSatisfy(deal -> assertThat(deal.values())
                .containsKeys("deal_signing_date", "company_name", "product_name")
                .containsEntry("deal_state", "won"));
        assertThat(world.in(() ->
                        records.query(RecordQuery.of("contact").where(Filter.is("email", "person1@company7.example")))))
                .hasSize(1);
    }
}
