package dev.windrose.records.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.custom.SchemaWorld;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists by several fields, many rows alike and some empty, read in small pages. */
@WindroseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderTests {

    private static final int RECORDS = 60;
    private static final List<String> ROLES = List.of("champion", "influencer", "user");

    @Autowired
    Records records;

    private RecordWorld world;

    @BeforeAll
    void fill() {
        world = RecordWorld.fresh();
        SchemaWorld.define(world, "contact", "Tier", "choice", Map.of("choices", List.of("Gold", "Silver")));
        var random = new Random(7);
        for (int i = 0; i < RECORDS; i++) {
            var fields = new HashMap<String, Object>();
            fields.put("name", "Person " + random.nextInt(12));
            if (random.nextInt(4) > 0) {
                fields.put("influence_role", ROLES.get(random.nextInt(3)));
            }
            if (random.nextInt(4) > 0) {
                fields.put("title", "Title " + random.nextInt(3));
            }
            if (random.nextInt(4) > 0) {
                fields.put("c_tier", random.nextBoolean() ? "gold" : "silver");
            }
            world.create("contact", fields);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title",
                "-c_tier",
                "title,name",
                "title,-name",
                "-title,influence_role",
                "c_tier,name",
                "name,-c_tier",
                "-c_tier,-title",
                "influence_role,title,name",
                "c_tier,-influence_role,-title"
            })
    void pagesFollowEachOtherInTheOrderOfAllRows(String sort) {
        var query = RecordQuery.of("contact").sortedBy(sort.split(","));
        var all = ids(world.in(() -> records.page(query.limit(500))));
        assertThat(all).hasSize(RECORDS).doesNotHaveDuplicates();
        for (int limit : List.of(1, 4, 7)) {
            assertThat(paged(query.limit(limit))).as("pages of " + limit).isEqualTo(all);
        }
    }

    @Test
    void conditionsThatFindLittleTogetherGiveTheSameOrder() {
        var two = Filter.and(Filter.is("influence_role", "user"), Filter.is("title", "Title 1"));
        var query = RecordQuery.of("contact").where(two).sortedBy("c_tier", "-name");
        var found = paged(query.limit(2));
        assertThat(found).isNotEmpty().isEqualTo(ids(world.in(() -> records.page(query.limit(500)))));
    }

    private List<UUID> paged(RecordQuery query) {
        var ids = new ArrayList<UUID>();
        var page = world.in(() -> records.page(query));
        ids.addAll(ids(page));
        while (page.nextCursor() != null) {
            var next = query.after(page.nextCursor());
            page = world.in(() -> records.page(next));
            ids.addAll(ids(page));
        }
        return ids;
    }

    private static List<UUID> ids(RecordPage page) {
        return page.data().stream().map(record -> record.id()).toList();
    }
}
