package dev.windrose.crm.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.records.Descriptors;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.DatabaseOwner;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class SeedStoreTests {

    @Autowired
    Records records;

    @Autowired
    Descriptors descriptors;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Environment environment;

    @Test
    void addsRecordsThatReadLikeAnyOther() throws SQLException {
        var world = RecordWorld.fresh();
        var told = new ArrayList<String>();
        world.create("product", Map.of("name", "Tern Pro"));
        try (var connection = DatabaseOwner.connect(environment)) {
            new SeedStore(connection, world.actor().tenant().value(), SeedScale.of("40"), told::add).run();
        }
        var won = world.in(() -> records.page(RecordQuery.of("deal")
                .where(Filter.is("stage", "won"))
                .limit(100)
                .counted()));
        assertThat(won.data()).isNotEmpty().allSatisfy(deal -> assertThat(deal.values())
                .containsKeys("deal_signing_date", "company_name", "product_name")
                .containsEntry("deal_state", "won"));
        assertThat(told).anySatisfy(line -> assertThat(line).contains("80").contains("contacts"));
        var call = world.in(
                () -> records.query(RecordQuery.of("interaction").limit(1)).getFirst());
        var contact = (List<?>) call.value("contacts");
        assertThat(world.in(() -> records.get("contact", (UUID) contact.getFirst()))
                        .value("company_id"))
                .isEqualTo(call.value("company_id"));
        world.in(() -> transactions.execute(_ -> {
            descriptors.changed();
            return true;
        }));
        assertThat(world.in(() -> records.query(RecordQuery.of("company").where(Filter.is("c_tier", "gold")))))
                .isNotEmpty();
    }

    @Test
    void takesANumberOrAListAsScale() {
        assertThat(SeedScale.of("10")).isEqualTo(new SeedScale(10, 20, 20, 10));
        assertThat(SeedScale.of("companies=2, contacts=3,deals=4,interactions=5"))
                .isEqualTo(new SeedScale(2, 3, 4, 5));
        assertThatThrownBy(() -> SeedScale.of("companies=2,boats=3")).isInstanceOf(AppException.class);
        assertThatThrownBy(() -> SeedScale.of("-1")).isInstanceOf(AppException.class);
    }
}
